"""Drafts: kept as typed, their author's alone, and not overwritten by an older text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.authoring import drafts
from gatehouse.screening.authoring.errors import AuthoringError
from gatehouse.screening.authoring.models import Draft
from signed_in import entries

pytestmark = pytest.mark.usefixtures("database")


def test_a_draft_is_kept_as_typed_and_told_of(author: Visit) -> None:
    number = drafts.begin(author, "a = 1")
    drafts.save(author, number, " b\n\n", 0)
    assert drafts.own(author, number).text == " b\n\n"
    assert [one.subject for one in entries("criterion.written")] == [f"criterion:draft-{number}"] * 2


def test_an_older_text_does_not_take_a_newer_ones_place_unseen(author: Visit) -> None:
    number = drafts.begin(author, "first")
    drafts.save(author, number, "second", 0)
    with pytest.raises(AuthoringError, match="another window"):
        drafts.save(author, number, "third", 0)
    assert Draft.objects.get().text == "second"
    drafts.save(author, number, "second", 0)
    drafts.save(author, number, "third", 1)
    assert Draft.objects.get().text == "third"


def test_a_draft_is_its_authors_alone(author: Visit) -> None:
    number = drafts.begin(author, "text")
    other = replace(author, actor=Actor("account:9", Role.CRITERIA_AUTHOR))
    for act in (lambda: drafts.save(other, number, "x", 0), lambda: drafts.close(other, number)):
        with pytest.raises(AuthoringError, match="not yours"):
            act()
    assert list(drafts.standing()) == [Draft.objects.get(text="text")]


def test_whoever_does_not_write_criteria_begins_none(approver: Visit) -> None:
    with pytest.raises(RefusedError):
        drafts.begin(approver, "text")
    assert Draft.objects.count() == 0
    assert len(entries("act.refused")) == 1


def test_a_draft_that_was_put_away_is_changed_no_more(author: Visit) -> None:
    number = drafts.begin(author, "text")
    drafts.close(author, number)
    assert not drafts.standing().exists()
    with pytest.raises(AuthoringError):
        drafts.save(author, number, "more", 0)


@pytest.mark.parametrize("text", ["x" * (drafts.TEXT_CHARS_MAX + 1), "a\x00b"])
def test_what_cannot_be_kept_is_refused(author: Visit, text: str) -> None:
    with pytest.raises(AuthoringError, match="at most"):
        drafts.begin(author, text)
