"""Bytes held in chunks come back as they were, whole or in part."""

from __future__ import annotations

import io
import zlib

import pytest

from gatehouse.screening.intake import content
from gatehouse.screening.intake.models import RawChunk, Transmission

pytestmark = pytest.mark.usefixtures("database")
DATA = bytes(range(256)) * 40


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch, database: object) -> int:
    """A transmission of 10,240 bytes in chunks of 1,000."""
    assert database
    monkeypatch.setattr(content, "CHUNK_BYTES", 1000)
    made = Transmission.objects.create(sha256="0" * 64, name="n", channel="file", size=len(DATA))
    content.store(made.id, io.BytesIO(DATA))
    return int(made.id)


def test_chunks_are_deflated_and_numbered(held: int) -> None:
    chunks = RawChunk.objects.filter(transmission_id=held).order_by("number")
    assert [chunk.number for chunk in chunks] == list(range(11))
    assert zlib.decompress(bytes(chunks[1].data)) == DATA[1000:2000]


@pytest.mark.parametrize(("begin", "end"), [(0, 10), (999, 1001), (1000, 2000), (0, 10240), (10239, 10240), (5, 5)])
def test_any_part_comes_back(held: int, begin: int, end: int) -> None:
    assert content.raw_bytes(held, begin, end) == DATA[begin:end]


def test_a_stream_gives_everything_and_then_nothing(held: int) -> None:
    stream = content.HeldStream(held)
    assert stream.readable()
    pieces = iter(lambda: stream.read(700), b"")
    assert b"".join(pieces) == DATA
    assert stream.read() == b""


def test_a_message_can_be_cut_out_of_what_was_read(held: int) -> None:
    stream = content.HeldStream(held)
    for _ in range(3):
        stream.read()
    assert stream.cut(10, 1010) == DATA[10:1010]
    assert stream.cut(1500, 2500) == DATA[1500:2500]
    stream.read()
    assert stream.cut(2900, 3100) == DATA[2900:3100]
