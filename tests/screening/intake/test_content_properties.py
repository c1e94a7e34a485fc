"""Bytes at the seams of chunks, and messages cut out of what was read, for any sizes."""

from __future__ import annotations

import io

import pytest

from gatehouse.screening.intake import content
from gatehouse.screening.intake.models import RawChunk, Transmission

pytestmark = pytest.mark.usefixtures("database")
CHUNK = 10


def _held(data: bytes, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(content, "CHUNK_BYTES", CHUNK)
    made = Transmission.objects.create(sha256="0" * 64, name="n", channel="file", size=len(data))
    content.store(made.id, io.BytesIO(data))
    return int(made.id)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 1])
def test_every_size_comes_back_whole(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytes(range(size))
    held = _held(data, monkeypatch)
    assert RawChunk.objects.filter(transmission_id=held).count() == -(-size // CHUNK)
    assert content.raw_bytes(held, 0, size) == data
    stream = content.HeldStream(held)
    assert b"".join(iter(stream.read, b"")) == data


def test_every_part_of_three_chunks_is_that_part(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytes(range(2 * CHUNK + 3))
    held = _held(data, monkeypatch)
    seams = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, len(data)]
    for begin in seams:
        for end in seams:
            if begin <= end:
                assert content.raw_bytes(held, begin, end) == data[begin:end], (begin, end)


@pytest.mark.parametrize("size", [1, 3, CHUNK, CHUNK + 5, 100])
def test_reads_are_never_larger_than_asked_nor_than_a_chunk(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytes(range(25))
    stream = content.HeldStream(_held(data, monkeypatch))
    pieces = list(iter(lambda: stream.read(size), b""))
    assert b"".join(pieces) == data
    assert max(map(len, pieces)) <= min(size, CHUNK)


@pytest.mark.parametrize("step", [1, 4, CHUNK, 17])
def test_messages_one_behind_the_other_are_cut_out_whole(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a batch does it: read as far as a message needs, then take its bytes; what lies before is let go."""
    data = bytes(range(50))
    stream = content.HeldStream(_held(data, monkeypatch))
    read = b""
    for begin in range(0, 50, step):
        end = min(50, begin + step)
        while len(read) < end:
            read += stream.read(7)
        assert stream.cut(begin, end) == data[begin:end]


def test_two_transmissions_do_not_mix(monkeypatch: pytest.MonkeyPatch) -> None:
    first = _held(b"A" * 25, monkeypatch)
    other = Transmission.objects.create(sha256="1" * 64, name="m", channel="file", size=25)
    content.store(other.id, io.BytesIO(b"B" * 25))
    assert content.raw_bytes(first, 0, 25) == b"A" * 25
    assert content.raw_bytes(other.id, 0, 25) == b"B" * 25


@pytest.mark.parametrize("junk", [b"\x00" * 40, bytes(range(256)), b"\xff\xfe" * 30, "’".encode() * 20])
def test_bytes_that_are_no_text_are_bytes(junk: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    assert content.raw_bytes(_held(junk, monkeypatch), 0, len(junk)) == junk


def test_a_transmission_that_is_not_there_has_no_bytes() -> None:
    assert content.raw_bytes(4711, 0, 100) == b""
    assert content.HeldStream(4711).read() == b""
