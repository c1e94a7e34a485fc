"""Interchanges in another dress: gzip, UTF-16, EBCDIC, Base64 of a mail, small letters alone, XML.

What comes out is the text they mean.

A file that wears none of these comes out byte for byte. Memory holds a chunk at a time, and no more comes out than
`limits.UNDRESSED_MAX`, whatever a small archive claims to hold. A dress that is torn gives what comes before the hole:
the people in it are read, and the missing trailer tells of the rest.
"""

from __future__ import annotations

import binascii
import codecs
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import BinaryIO

from gatehouse.edifact import limits
from gatehouse.edifact.errors import TooLargeError
from gatehouse.edifact.streaming import Streamed
from gatehouse.edifact.xml_bookings import transcribed

GZIP = b"\x1f\x8b\x08"
_GZIP_BITS = zlib.MAX_WBITS | 16
_EBCDIC = re.compile(rb"\xe4\xd5[\xc1\xc2]")
"""`UNA` or `UNB` in every EBCDIC code page."""
_EBCDIC_CODEC = "cp037"
"""Letters, digits and the usual separators stand in the same places in all of them."""
_NEXT_LINE = "\x85"
_PLAIN = re.compile(rb"UN[ABGH]")
_SMALL = re.compile(rb"unb[!-/:-@](?:uno[a-z]|iat[ab])")
_BASE64_MAIL = re.compile(rb"^Content-Transfer-Encoding:[ \t]*base64\b.*?\r?\n\r?\n", re.IGNORECASE | re.M | re.S)
_BASE64_ALONE = re.compile(rb"\s*(?=VU5[ABCD])[A-Za-z0-9+/=\r\n]+\Z")
_XML = b"PNRGOV_NotifRQ"
_BEFORE_XML = codecs.BOM_UTF8 + codecs.BOM_UTF16_LE + b"\0 \t\r\n"
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=\r\n \t]|\r?\n[ \t]*\r?\n")

Chunks = Iterator[bytes]


def undressed(stream: BinaryIO) -> BinaryIO:
    """The text of the stream as bytes, in whichever dress it came. Reading it raises `TooLargeError` at the limit."""
    return Streamed(_limited(stream))  # type: ignore[return-value]  # it is all of BinaryIO that is asked of it


def _limited(stream: BinaryIO) -> Chunks:
    """Tells the dress when the first bytes are asked for."""
    given = 0
    for chunk in _chunks(stream):
        given += len(chunk)
        if given > limits.UNDRESSED_MAX:
            raise TooLargeError(f"it holds more than {limits.UNDRESSED_MAX} bytes", given, "have the sender split it")
        yield chunk


def _chunks(stream: BinaryIO) -> Chunks:
    beginning = _filled(stream)
    raw = _raw(beginning, stream)
    if beginning.startswith(GZIP):
        # What was packed may wear something itself; a second archive inside is none of a carrier's habits.
        return _in_text(_unpacked(raw))
    return _in_text(raw)


def _filled(stream: BinaryIO) -> bytes:
    """The first bytes, as many as tell the dress: a stream may give fewer at a time."""
    beginning = b""
    while len(beginning) < limits.EVIDENCE_OF_FORMAT:
        part = stream.read(limits.CHUNK)
        if not part:
            break
        beginning += part
    return beginning


def _raw(beginning: bytes, stream: BinaryIO) -> Chunks:
    yield beginning
    while part := stream.read(limits.CHUNK):
        yield part


def _unpacked(raw: Chunks) -> Chunks:
    """What a gzip file holds (RFC 1952): one member after another."""
    member = zlib.decompressobj(_GZIP_BITS)
    for part in raw:
        rest = part
        while rest:
            before = member.copy()
            try:
                out = member.decompress(rest, limits.CHUNK)
            except zlib.error:
                yield from _up_to_hole(before, rest)
                return
            if out:
                yield out
            rest = member.unconsumed_tail
            if member.eof:
                rest = member.unused_data.lstrip(b"\0")
                member = zlib.decompressobj(_GZIP_BITS)


def _up_to_hole(member: zlib._Decompress, torn: bytes) -> Chunks:
    """What the bytes before the one that cannot be unpacked stand for."""
    with suppress(zlib.error):
        for at in range(len(torn)):
            if out := member.decompress(torn[at : at + 1]):
                yield out


def _in_text(raw: Chunks) -> Chunks:
    beginning = b""
    for part in raw:
        beginning += part
        if len(beginning) >= limits.EVIDENCE_OF_FORMAT:
            break
    evidence = beginning[: limits.EVIDENCE_OF_FORMAT]
    # XML says itself in which code it is written, and two-byte codes part its letters by zeros.
    if evidence.lstrip(_BEFORE_XML).startswith(b"<") and _XML in evidence.replace(b"\0", b""):
        yield from transcribed(_taken(beginning, raw))
        return
    decode = _decoder(evidence)
    yield from _decoded(beginning, raw, decode) if decode else _taken(beginning, raw)


def _taken(beginning: bytes, raw: Chunks) -> Chunks:
    yield beginning
    yield from raw


Decode = Callable[[bytes, bool], bytes]


def _decoder(evidence: bytes) -> Decode | None:
    """What turns the bytes into text's, or None where they are text's already."""
    if evidence.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _recoded("utf-16", "utf-8")
    if _PLAIN.search(evidence):
        return None
    if codec := _utf_16(evidence):
        return _recoded(codec, "utf-8")
    if _EBCDIC.search(evidence):
        return _recoded(_EBCDIC_CODEC, "latin-1")
    mail = _BASE64_MAIL.search(evidence)
    if mail or _BASE64_ALONE.match(evidence):
        return _Base64(mail.end() if mail else 0).decode
    return _in_capitals if _SMALL.search(evidence) else None


def _utf_16(evidence: bytes) -> str | None:
    """UTF-16 without a mark of the order of its bytes: where the first letters stand tells it."""
    place = evidence.find(b"U\0N\0")
    if place < 0:
        return None
    return "utf-16-be" if place % 2 else "utf-16-le"


def _in_capitals(part: bytes, _is_last: bool) -> bytes:
    """ASCII letters as capitals, byte for byte: what a system without small letters would have sent."""
    return part.upper()


def _recoded(source: str, target: str) -> Decode:
    decoder = codecs.getincrementaldecoder(source)("replace")

    def decode(part: bytes, is_last: bool) -> bytes:
        return decoder.decode(part, is_last).replace(_NEXT_LINE, "\n").encode(target, "replace")

    return decode


class _Base64:
    """Base64 (RFC 4648 §4) of a mail's part, from `skip` bytes on to the next line that is none."""

    def __init__(self, skip: int) -> None:
        self._skip = skip
        self._left = b""
        self._ended = False

    def decode(self, part: bytes, is_last: bool) -> bytes:
        """What the next bytes stand for."""
        if self._ended:
            return b""
        part, self._skip = part[self._skip :], max(0, self._skip - len(part))
        text = (self._left + part).lstrip()
        end = _NOT_BASE64.search(text)
        self._ended = end is not None or is_last
        letters = b"".join(text[: end.start() if end else None].split())
        whole = len(letters) - len(letters) % 4
        # A blank line cut by the chunk's end is not seen yet; its first half is white space and says nothing.
        self._left = letters[whole:] + (b"\n" if text.endswith(b"\n") else b"")
        try:
            return binascii.a2b_base64(letters[:whole])
        except binascii.Error:
            self._ended = True
            return b""


def _decoded(beginning: bytes, raw: Chunks, decode: Decode) -> Chunks:
    if text := decode(beginning, False):
        yield text
    for part in raw:
        if text := decode(part, False):
            yield text
    if text := decode(b"", True):
        yield text
