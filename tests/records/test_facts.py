"""Facts come from the room that stores them, and a class has one such room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gatehouse.records import RecordsError, facts
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import SubjectClass

CASE = SubjectClass.CASE


def _of_case(ref: str) -> Subject:
    return Subject(CASE, ref, unit="u-1", on_hold=True)


@pytest.fixture(autouse=True)
def _readers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(facts, "_READERS", {})
    return


def test_a_class_that_nobody_registered_has_no_facts() -> None:
    assert facts.subject(CASE, "case:1") == Subject(CASE, "case:1")


def test_facts_are_read_and_not_taken_from_the_caller() -> None:
    facts.known_by(CASE, _of_case)
    assert facts.subject(CASE, "case:1") == Subject(CASE, "case:1", unit="u-1", on_hold=True)


def test_a_whole_store_has_no_facts_of_one_thing() -> None:
    facts.known_by(CASE, _of_case)
    assert facts.subject(CASE, "store:cases") == Subject(CASE, "store:cases")


def test_a_second_reader_of_a_class_is_refused_and_the_same_one_is_not() -> None:
    facts.known_by(CASE, _of_case)
    facts.known_by(CASE, _of_case)
    with pytest.raises(RecordsError, match="two rooms"):
        facts.known_by(CASE, lambda ref: Subject(CASE, ref))


def test_facts_about_another_thing_are_refused() -> None:
    facts.known_by(CASE, lambda _: Subject(CASE, "case:2"))
    with pytest.raises(RecordsError, match="another case"):
        facts.subject(CASE, "case:1")
