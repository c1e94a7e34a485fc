"""What the tables of intake refuse by themselves, whatever the code above them does."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from gatehouse.screening.intake.models import RawChunk, Series, StoredMessage, Transmission

pytestmark = pytest.mark.usefixtures("database")


def _transmission(sha256: str = "0") -> Transmission:
    return Transmission.objects.create(sha256=sha256, name="n", channel="file", size=1)


def _message(file: Transmission, index: int, **said: object) -> StoredMessage:
    given = {"sha256": "a", "sender": "ZZ", "control_reference": None, "state": "screened", **said}
    return StoredMessage.objects.create(transmission=file, index=index, begin=0, end=1, travellers=0, **given)


def test_the_same_bytes_are_one_transmission() -> None:
    _transmission()
    with pytest.raises(IntegrityError), transaction.atomic():
        _transmission()


def test_a_chunk_has_one_place() -> None:
    file = _transmission()
    RawChunk.objects.create(transmission=file, number=0, data=b"")
    with pytest.raises(IntegrityError), transaction.atomic():
        RawChunk.objects.create(transmission=file, number=0, data=b"")


def test_a_place_in_a_file_is_one_message() -> None:
    file = _transmission()
    _message(file, 0)
    with pytest.raises(IntegrityError), transaction.atomic():
        _message(file, 0, sha256="b")


def test_an_exact_repeat_acts_once_even_without_a_control_reference() -> None:
    file = _transmission()
    _message(file, 0)
    with pytest.raises(IntegrityError), transaction.atomic():
        _message(file, 1)
    _message(file, 2, state="duplicate")
    _message(file, 3, control_reference="2")
    assert StoredMessage.objects.count() == 3


def test_a_generation_of_a_series_is_one() -> None:
    Series.objects.create(base="B", generation=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Series.objects.create(base="B", generation=1)
