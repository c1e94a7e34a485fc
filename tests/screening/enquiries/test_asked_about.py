"""Whom a border check was about is read as it was kept."""

from __future__ import annotations

import orjson

from gatehouse.screening.enquiries.asked_about import read, traveller_of, written
from gatehouse.terms.candidate import Subject


def test_what_is_kept_is_read_as_it_was() -> None:
    subject = Subject(("Ann Roe",), "Roe", "Ann", "1980-01-01", "F", ("UTO",), documents=(("X1", "UTO"), ("X2", None)))
    assert read(orjson.loads(orjson.dumps(written(subject)))) == subject
    assert traveller_of(subject).documents[1].number == "X2"


def test_nothing_is_kept_of_what_was_not_said() -> None:
    assert written(Subject(("Ann Roe",))) == {"names": ("Ann Roe",)}
