"""PNG pictures made small: read as browsers write them, written with a palette (PNG specification, third edition)."""

from __future__ import annotations

import struct
import zlib

import numba
import numpy as np

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOURS = 256
Pixels = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


def palette_png(png: bytes) -> bytes:
    """The picture with at most 256 colours: the commonest are kept, and each other one becomes the nearest of them."""
    pixels = _read(png)
    height, width, _channels = pixels.shape
    codes = (pixels.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], dtype=np.uint32)).ravel()
    colours, where, counts = np.unique(codes, return_inverse=True, return_counts=True)
    kept = colours[np.argsort(-counts, kind="stable")[:COLOURS]]
    parts = np.stack([kept >> 16, kept >> 8 & 255, kept & 255], axis=1).astype(np.int32)
    all_parts = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1).astype(np.int32)
    nearest = np.empty(len(colours), dtype=np.uint8)
    for start in range(0, len(colours), 4096):
        distances = ((all_parts[start : start + 4096, None, :] - parts[None]) ** 2).sum(axis=2)
        nearest[start : start + 4096] = distances.argmin(axis=1)
    rows = np.zeros((height, width + 1), dtype=np.uint8)
    rows[:, 1:] = nearest[where].reshape(height, width)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", parts.astype(np.uint8).tobytes()), (b"IDAT", zlib.compress(rows, 9)))
    return SIGNATURE + b"".join(_chunk(name, data) for name, data in (*chunks, (b"IEND", b"")))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _read(png: bytes) -> Pixels:
    """Rows of red, green and blue. ValueError for what a browser does not write: other depths, interlacing."""
    at, data, head = len(SIGNATURE), b"", b""
    while at < len(png):
        (size,) = struct.unpack_from(">I", png, at)
        name, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        head, data = (body if name == b"IHDR" else head), data + (body if name == b"IDAT" else b"")
        at += size + 12
    width, height, depth, kind, _compression, _filter, interlaced = struct.unpack(">IIBBBBB", head)
    if depth != 8 or kind not in (2, 6) or interlaced:
        raise ValueError(f"a PNG of depth {depth} and colour type {kind}; this reads 8-bit RGB and RGBA")
    channels = 3 if kind == 2 else 4
    raw = np.frombuffer(zlib.decompress(data), dtype=np.uint8).reshape(height, width * channels + 1)
    return _unfiltered(raw, channels).reshape(height, width, channels)[:, :, :3]


@numba.njit(cache=True)
def _unfiltered(raw: Pixels, step: int) -> Pixels:
    """Rows without their filters (section 9.2)."""
    height, length = raw.shape[0], raw.shape[1] - 1
    rows = np.zeros((height, length), dtype=np.uint8)
    for y in range(height):
        kind = raw[y, 0]
        for x in range(length):
            left = np.int32(rows[y, x - step]) if x >= step else np.int32(0)
            up = np.int32(rows[y - 1, x]) if y else np.int32(0)
            corner = np.int32(rows[y - 1, x - step]) if y and x >= step else np.int32(0)
            guess = np.int32(0)
            if kind == 1:
                guess = left
            elif kind == 2:
                guess = up
            elif kind == 3:
                guess = (left + up) // 2
            elif kind == 4:
                near = left + up - corner
                a, b, c = abs(near - left), abs(near - up), abs(near - corner)
                guess = left if a <= b and a <= c else up if b <= c else corner
            rows[y, x] = np.uint8((np.int32(raw[y, x + 1]) + guess) & 255)
    return rows
