"""Bytes held in chunks come back as they were, whole or in part."""

from __future__ import annotations

import io
import zlib

import pytest
from django.utils import timezone

from gatehouse.retention import data_keys
from gatehouse.retention.errors import ErasedError, SealError
from gatehouse.retention.models import DataKey
from gatehouse.retention.sealing import opened
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


def test_chunks_are_deflated_sealed_and_numbered(held: int) -> None:
    chunks = RawChunk.objects.filter(transmission_id=held).order_by("number")
    assert [chunk.number for chunk in chunks] == list(range(11))
    key = data_keys.raw_of(chunks[1].key_id)
    assert zlib.decompress(opened(key, bytes(chunks[1].data), f"intake.RawChunk/{held}/1")) == DATA[1000:2000]


def test_all_of_a_day_are_sealed_with_its_key(held: int) -> None:
    key = DataKey.objects.get()
    assert (key.scope, key.name) == ("receipt-day", str(timezone.now().date()))
    assert set(RawChunk.objects.filter(transmission_id=held).values_list("key_id", flat=True)) == {key.id}


def test_chunks_that_change_places_are_found_out(held: int) -> None:
    RawChunk.objects.filter(number=2).update(number=100)
    RawChunk.objects.filter(number=1).update(number=2)
    with pytest.raises(SealError):
        content.raw_bytes(held, 2000, 2010)


def test_what_an_earlier_version_stored_in_clear_is_read(held: int) -> None:
    RawChunk.objects.filter(number=0).update(data=zlib.compress(b"in clear"), key=None)
    assert content.raw_bytes(held, 0, 8) == b"in clear"


def test_when_the_key_of_the_day_is_erased_no_chunk_is_read(held: int) -> None:
    data_keys.erase([DataKey.objects.get().id])
    with pytest.raises(ErasedError):
        content.raw_bytes(held, 0, 10)


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
