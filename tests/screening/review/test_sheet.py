"""A hit as one value: both sides, every source, what was decided before, and what is asked to be done."""

from __future__ import annotations

import pytest

from gatehouse.records import RefusedError
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import decisions, sheet
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.models import Act
from reviewing import ANALYST, NAME_ONLY, Screening, look, visitor


def test_it_holds_all_that_a_person_needs(screening: Screening) -> None:
    screening.fly(screening.person("DOE/JOE", "700101", reference="U0"), screening.ann())
    screening.fly(screening.ann(passport="P999"))
    found = sheet.seen(ANALYST, Hit.objects.get().id)
    assert found.look == look()
    assert [row.field for row in found.fields] == ["name", "birth-date", "document"]
    assert found.entry.entry_id == "E1"
    assert found.handling.list == "*"
    assert [one.superseded for one in found.statements] == [False, True]
    assert (found.others, found.history, found.earlier, found.links) == ((), (), (), ())


def test_an_earlier_decision_on_the_pair_is_shown_and_its_history_here(screening: Screening) -> None:
    screening.fly(screening.ann())
    decision = decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    screening.fly(screening.ann(reference="U2"), flight="ZZ124")
    silent = Hit.objects.latest("id").id
    found = sheet.seen(ANALYST, silent)
    assert (found.state, found.earlier) == ("cleared-before", (decision,))
    assert [act.event for act in found.history] == ["silenced"]


def test_the_segments_behind_a_statement_are_only_those_of_this_traveller(screening: Screening) -> None:
    screening.fly(screening.person("DOE/JOE", "700101", reference="U0"), screening.ann())
    hit = Hit.objects.get()
    found = sheet.seen(ANALYST, hit.id)
    lines = sheet.segments_seen(ANALYST, hit.id, found.statements[0].id)
    assert any("ROE:ANN" in line.text for line in lines)
    other = found.statements[0].id - 1
    assert sheet.segments_seen(ANALYST, hit.id, other) == []


def test_findings_about_the_traveller_are_shown(screening: Screening) -> None:
    screening.fly(screening.ann(birth="809999"))
    codes = {finding.code for finding in sheet.seen(ANALYST, Hit.objects.get().id).findings}
    assert codes


@pytest.mark.parametrize("visit", [visitor(9, Role.OPERATOR), visitor(9, Role.BORDER_OFFICER)])
def test_who_may_not_look_does_not(screening: Screening, visit) -> None:
    screening.fly(screening.ann())
    with pytest.raises(RefusedError):
        sheet.seen(visit, Hit.objects.get().id)
    assert Act.objects.count() == 0


def test_a_hit_that_is_not_there(screening: Screening) -> None:
    del screening
    with pytest.raises(ReviewError, match="no such hit"):
        sheet.seen(ANALYST, 404)
