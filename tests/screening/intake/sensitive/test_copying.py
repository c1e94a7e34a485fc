"""What may be held of a file."""

from __future__ import annotations

import hashlib
import io

import pytest

from gatehouse.screening.intake.sensitive import copying
from gatehouse.screening.intake.sensitive.copying import copied, without_sensitive

MESSAGE = b"UNB+UNOA:4+A+B+260127:0649+1'UNH+1+PNRGOV:11:1:IA'SSR+MOML:HK:1:ZZ'UNT+3+1'UNZ+1+1'"


@pytest.mark.parametrize("in_memory", [1, 1 << 20])
def test_the_copy_and_its_hash_have_nothing_sensitive(monkeypatch: pytest.MonkeyPatch, in_memory: int) -> None:
    monkeypatch.setattr(copying, "COPY_IN_MEMORY_MAX", in_memory)
    with copied(io.BytesIO(MESSAGE)) as copy:
        held = copy.stream.read()
        assert held == MESSAGE.replace(b"MOML:HK:1:ZZ", b"q" * 12)
        assert (copy.sha256, copy.size) == (hashlib.sha256(held).hexdigest(), len(MESSAGE))
        assert copy.removed == {"belief": 1}


def test_the_hash_does_not_tell_one_meal_from_another() -> None:
    with copied(io.BytesIO(MESSAGE)) as one, copied(io.BytesIO(MESSAGE.replace(b"MOML", b"KSML"))) as other:
        assert one.sha256 == other.sha256


def test_a_file_without_an_interchange_is_told_by_size_and_error_alone() -> None:
    with copied(io.BytesIO(b"is muslim")) as one, copied(io.BytesIO(b"is jewish")) as other:
        assert one.error
        assert (one.sha256, one.size, one.stream.read()) == (other.sha256, 9, b"")


def test_a_name_that_reveals_something_is_filled() -> None:
    assert without_sensitive("muslim_pax.edi") == "q" * 14
    assert without_sensitive("ZZ123_260127.edi") == "ZZ123_260127.edi"
