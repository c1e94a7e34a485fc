"""What the room writes to the audit log."""

from __future__ import annotations

from pathlib import Path

from gatehouse.safeguards.decision import Actor, Asked, NeedsSecondPerson, Refuse, Subject
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass
from gatehouse.web.accounts.log import write, write_refusal
from signed_in import entries

ACTOR = Actor("account:7", Role.ANALYST)


def test_a_refusal_names_its_rule_and_what_was_asked(database: Path) -> None:
    del database
    asked = Asked(ACTOR, Act.VIEW, Subject(SubjectClass.TRAVELLER, ref="traveller:99"), "screening")
    write_refusal(Refuse(asked, "else-analyst", "not the work of an analyst", "s. 1"))
    write_refusal(NeedsSecondPerson(asked, "confirm-a-hit", "two persons", "s. 2", frozenset({Role.SENIOR_ANALYST})))
    refused = entries("act.refused")
    assert [(entry.decision, entry.reason) for entry in refused] == [
        ("refused", "else-analyst"),
        ("second-person", "confirm-a-hit"),
    ]
    assert refused[0].details == {"asked": "act:view", "of": "class:traveller"}


def test_what_was_done_is_allowed_and_a_failed_sign_in_is_refused(database: Path) -> None:
    del database
    write("account.entered", ACTOR, "account:7", "signed-in")
    write("account.rejected", Actor("machine:web", Role.MACHINE), "account:7", "locked", details={"attempts": 5})
    assert [entry.decision for entry in (*entries("account.entered"), *entries("account.rejected"))] == [
        "allowed",
        "refused",
    ]
