"""Travellers are found by name, document, booking and flight; what is withheld is counted, and the log is told."""

from __future__ import annotations

import pytest

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.enquiries.errors import EnquiryError
from gatehouse.screening.enquiries.looking import look_for
from gatehouse.screening.enquiries.question import Question

pytestmark = pytest.mark.usefixtures("stored_day")
ANALYST = Visit(Actor("account:2", Role.ANALYST), "screening", reference="R-1")


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ({"name": "Youssef Karim"}, ["YUSUF KARIM"]),
        ({"name": "Karim, Yusef", "birth_date": "1976"}, ["YUSUF KARIM"]),
        ({"name": "Wilhelmina Quillfeather"}, []),
        ({"document": "x-123 4567"}, ["YUSUF KARIM"]),
        ({"document": "X9999999"}, []),
        ({"flight": "ZZ123"}, ["YUSUF KARIM", "AMA OSEI"]),
        ({"flight": "ZZ 0123", "day": "2021-05-13"}, ["YUSUF KARIM", "AMA OSEI"]),
        ({"flight": "ZZ123", "day": "2021-05-14"}, []),
        ({"locator": "ABC123"}, []),
    ],
)
def test_who_is_meant_is_found(said: dict[str, str], names: list[str]) -> None:
    found = look_for(ANALYST, Question.asked(**said), 20)
    assert ([one.name for one in found.shown], found.withheld) == (names, 0)


def test_a_name_found_is_explained() -> None:
    (found,) = look_for(ANALYST, Question.asked(name="Youssef Karim"), 20).shown
    assert found.score is not None
    assert {reason.feature for reason in found.explanation} >= {"name"}
    assert (found.flight, found.state) == ("ZZ123 SIN-ICN", "expected")


def test_what_is_withheld_is_counted_and_the_log_told() -> None:
    found = look_for(ANALYST, Question.asked(flight="ZZ123"), 1)
    assert (len(found.shown), found.withheld) == (1, 1)
    told = [decoded(leaf) for _, leaf in log.leaves(0, log.size())]
    assert [dict(one.details) for one in told if one.act == "traveller.searched"] == [{}, {"shown": 1}]


def test_without_a_reference_nobody_searches() -> None:
    with pytest.raises(RefusedError):
        look_for(Visit(ANALYST.actor, "screening"), Question.asked(name="Youssef Karim"), 20)


def test_a_question_with_a_fault_is_not_asked() -> None:
    before = log.size()
    with pytest.raises(EnquiryError, match="one thing"):
        look_for(ANALYST, Question(), 20)
    assert log.size() == before
