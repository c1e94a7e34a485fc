"""Every act on every class of things has its entry, and every entry is one of the log's."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.audit.acts import acts as logged
from gatehouse.audit.entry import Decision
from gatehouse.records.entries import NOT_ALLOWED, entries, entry_of
from gatehouse.safeguards.acts import acts
from gatehouse.safeguards.decision import Actor, Allow, Asked, NeedsSecondPerson, Refuse, Subject
from gatehouse.safeguards.vocabulary import MATERIAL, Act, Role, SubjectClass

NOW = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)
ASKED = Asked(Actor("account:7", Role.ANALYST), Act.VIEW, Subject(SubjectClass.HIT, "hit:12"), "screening")


def test_every_act_on_every_thing_it_is_done_to_has_an_entry_that_the_log_knows() -> None:
    wanted = {(act, kind) for act, row in acts().items() for kind in row.subjects - MATERIAL}
    assert set(entries()) == wanted
    assert {*entries().values(), NOT_ALLOWED} <= set(logged())


def test_what_was_allowed_is_told_with_its_rule_and_details() -> None:
    entry = entry_of(Allow(ASKED, "work-on-hits", "because", "s. 5"), NOW, {"traveller": "traveller:3"})
    assert (entry.act, entry.subject, entry.decision) == ("hit.opened", "hit:12", Decision.ALLOWED)
    assert (entry.reason, entry.purpose, entry.details["traveller"]) == ("work-on-hits", "screening", "traveller:3")


@pytest.mark.parametrize(
    ("answer", "decision"),
    [
        (Refuse(ASKED, "else-analyst", "no", "s. 5"), Decision.REFUSED),
        (NeedsSecondPerson(ASKED, "confirm-a-hit", "two", "s. 6", frozenset()), Decision.SECOND_PERSON),
    ],
)
def test_what_was_not_allowed_is_told_as_that(answer: Refuse | NeedsSecondPerson, decision: Decision) -> None:
    entry = entry_of(answer, NOW, {"traveller": "traveller:3"})
    assert (entry.act, entry.subject, entry.decision) == (NOT_ALLOWED, "hit:12", decision)
    assert dict(entry.details) == {"asked": "act:view", "of": "class:hit"}


def test_an_act_on_what_it_is_not_done_to_is_still_told_when_refused() -> None:
    asked = Asked(ASKED.actor, Act.DECIDE, Subject(SubjectClass.LOG, "store:audit"), "screening")
    assert entry_of(Refuse(asked, "act-does-not-apply", "no", "s. 5"), NOW, {}).act == NOT_ALLOWED
