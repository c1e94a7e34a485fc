"""The door knows what is on record about a proposal."""

from __future__ import annotations

from gatehouse.records import subject
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import SubjectClass


def test_an_entry_has_no_facts_but_its_reference() -> None:
    assert subject(SubjectClass.LIST_ENTRY, "listed:7") == Subject(SubjectClass.LIST_ENTRY, "listed:7")
