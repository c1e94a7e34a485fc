"""Nobody is listed on half a ground, and a listing that nobody reviews stops matching by itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gatehouse.screening.watchlists.listing import Ground, Kind, Listing, may_be_child
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry

TODAY = dt.date(2026, 11, 30)
ENTRY = ListEntry("NAT", "N-1", (ListedName("Yusuf Karim"),))
GROUND = Ground("Act 7, s. 2", "2178-travel", "case 14/26", "left for the conflict", dt.date(2027, 5, 1))


def faults(kind: Kind = Kind.ADD, **changed: object) -> tuple[str, ...]:
    return tuple(map(str, Listing(kind, ENTRY, replace(GROUND, **changed)).faults(TODAY)))


def test_a_whole_ground_has_no_fault() -> None:
    assert faults() == ()


@pytest.mark.parametrize("missing", ["legal_basis", "criterion", "evidence_ref", "reason"])
def test_half_a_ground_says_what_is_missing(missing: str) -> None:
    assert faults(**{missing: "  "}) == (f"{missing}: say it",)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"review_on": None}, "review_on: say when"),
        ({"review_on": TODAY}, "not in the future"),
        ({"review_on": dt.date(2028, 1, 1)}, "more than 366 days away"),
        ({"expires_on": dt.date(2020, 1, 1)}, "expires_on: this day is not in the future"),
        ({"reason": "x" * 5000}, "at most 4000 characters"),
    ],
)
def test_dates_and_lengths_have_bounds(changed: dict, says: str) -> None:
    (fault,) = faults(**changed)
    assert says in fault


def test_a_listing_needs_a_name() -> None:
    nobody = replace(ENTRY, names=(ListedName(" "),))
    (fault,) = Listing(Kind.ADD, nobody, GROUND).faults(TODAY)
    assert str(fault) == "names: a listing needs a name"


@pytest.mark.parametrize("kind", [Kind.SUSPEND, Kind.REMOVE])
def test_taking_off_needs_no_evidence_and_no_review(kind: Kind) -> None:
    assert not kind.wants_approval
    assert faults(kind, criterion="", evidence_ref="", review_on=None) == ()


@pytest.mark.parametrize(
    ("expires", "last"),
    [(None, "2027-05-01"), (dt.date(2027, 1, 1), "2027-01-01"), (dt.date(2028, 1, 1), "2027-05-01")],
)
def test_an_entry_stops_matching_on_the_earlier_of_review_and_expiry(expires: dt.date | None, last: str) -> None:
    matched = Listing(Kind.ADD, ENTRY, replace(GROUND, expires_on=expires)).as_matched()
    assert (matched.expires_on, matched.legal_basis) == (last, GROUND.legal_basis)
    assert matched.is_expired((dt.date.fromisoformat(last) + dt.timedelta(1)).isoformat())
    assert not matched.is_expired(last)


@pytest.mark.parametrize(
    ("birth", "child"),
    [
        ("2008-12-01", True),
        ("2008-11-30", False),
        ("2008", True),
        ("2007", False),
        ("2008-10", False),
        ("2008-12", True),
    ],
)
def test_who_may_be_a_child_is_treated_as_one(birth: str, child: bool) -> None:
    assert may_be_child((DateSpan(birth, birth),), TODAY) is child


def test_without_a_birth_date_nobody_is_a_child() -> None:
    assert not may_be_child((), TODAY)
