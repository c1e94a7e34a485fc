"""The queue: soonest departure first, filtered, paged without gap or repeat, and only what one may see."""

from __future__ import annotations

import pytest

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.records import RefusedError
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import assignment, decisions, queue
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.departure import NEVER
from gatehouse.screening.review.models import Review
from gatehouse.screening.review.wanted import NOBODY, Wanted
from reviewing import ANALYST, NAME_ONLY, Screening, look, visitor

FLIGHTS = 5


@pytest.fixture(autouse=True)
def hits(screening: Screening) -> list[int]:
    """Five hits, made in another order than they depart in; the last one's departure is not known."""
    for number in range(FLIGHTS):
        screening.fly(screening.ann(f"P{number}", reference=f"U{number}"), flight=f"ZZ{number + 1}")
    made = list(Hit.objects.order_by("id").values_list("id", flat=True))
    for place, hit in enumerate(made):
        due = NEVER if place == 4 else f"2026-01-{20 - place}T10:00Z"
        Review.objects.filter(hit_id=hit).update(due=due, score=0.5 + place / 10)
    return [made[3], made[2], made[1], made[0], made[4]]


def shown(wanted: Wanted = Wanted(), visit=ANALYST) -> list[int]:  # noqa: B008
    return [row.hit for row in queue.seen(visit, wanted)[0].rows]


def test_the_soonest_departure_comes_first_and_an_unknown_one_last(hits: list[int]) -> None:
    page, _ = queue.seen(ANALYST, Wanted())
    assert [row.hit for row in page.rows] == hits
    assert page.next is None
    first, last = page.rows[0], page.rows[-1]
    assert (first.traveller, first.birth_date, first.flight) == ("ANN ROE", "1980-01-01", "ZZ4 CDG → LHR")
    assert (first.list, first.entry_id, first.state, first.acts, first.version) == ("TEST", "E1", "open", 0, 1)
    assert first.why == ("name: same, the same words",)
    assert last.due is None


@pytest.mark.parametrize("order", ["departure", "strength"])
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_follow_one_another_without_gap_or_repeat(order: str, limit: int) -> None:
    whole = shown(Wanted(order=order))
    paged, wanted = [], Wanted(order=order, limit=limit)
    while wanted:
        page, _ = queue.seen(ANALYST, wanted)
        paged += [row.hit for row in page.rows]
        wanted = page.next
    assert paged == whole
    assert len(whole) == FLIGHTS


def test_a_hit_that_is_decided_between_two_pages_takes_no_other_with_it(hits: list[int]) -> None:
    page, _ = queue.seen(ANALYST, Wanted(limit=2))
    decisions.decide(ANALYST, look(hits[0]), Answer.NOT_SAME, NAME_ONLY)
    assert shown(page.next) == hits[2:4]


def test_filters(hits: list[int]) -> None:
    assignment.take(ANALYST, look(hits[0]))
    Review.objects.filter(hit_id=hits[1]).update(list="OTHER", unit="north")
    north = visitor(5, unit="north")
    assert shown(Wanted(states=("assigned",))) == hits[:1]
    assert shown(Wanted(assignee="account:1")) == hits[:1]
    assert shown(Wanted(assignee=NOBODY)) == hits[2:]
    assert shown(Wanted(lists=("OTHER",)), north) == hits[1:2]
    assert shown(Wanted(units=("north",)), north) == hits[1:2]
    assert shown(Wanted(strength_min=0.85)) == [hits[4]]
    assert shown(Wanted(within_hours=1)) == [hits[0], *hits[2:4]]


def test_the_hits_of_another_unit_are_not_seen_and_not_counted(hits: list[int]) -> None:
    Review.objects.filter(hit_id__in=hits[:2]).update(unit="north")
    assert shown(visit=visitor(6, unit="south")) == hits[2:]
    assert shown(visit=ANALYST) == hits[2:]
    page, counts = queue.seen(visitor(6, unit="north"), Wanted(limit=1))
    assert (len(page.rows), counts.waiting, counts.units) == (1, 5, {"north": 2, None: 3})
    assert queue.seen(ANALYST, Wanted())[1].waiting == 3


def test_counts_say_how_many_wait_where(hits: list[int]) -> None:
    assignment.take(ANALYST, look(hits[0]))
    decisions.decide(ANALYST, look(hits[1]), Answer.NOT_SAME, NAME_ONLY)
    _, counts = queue.seen(ANALYST, Wanted(lists=("NONE",)))
    assert (counts.waiting, counts.mine, counts.departed) == (4, 1, 3)
    assert counts.states == {"assigned": 1, "open": 3}
    assert counts.lists == {"TEST": 4}


def test_looking_is_told_in_the_log_with_how_many_were_shown() -> None:
    shown(Wanted(limit=3))
    last = decoded(list(log.leaves(0, log.size()))[-1][1])
    assert (last.act, last.subject, last.details["shown"]) == ("hits.listed", "store:hits", 3)


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.ADMINISTRATOR, Role.BORDER_OFFICER, Role.LIST_MANAGER])
def test_who_does_not_assess_travellers_sees_no_queue(role: Role) -> None:
    with pytest.raises(RefusedError):
        queue.seen(visitor(9, role), Wanted())


def test_an_address_that_was_tampered_with_is_an_empty_page_or_the_first() -> None:
    from gatehouse.screening.review.wanted import wanted_from

    assert len(shown(wanted_from({"after": ["nonsense~12"]}))) == FLIGHTS
