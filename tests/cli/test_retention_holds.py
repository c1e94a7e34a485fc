"""`gatehouse retention hold`, `holds`, `release`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.travellers.models import Traveller
from kept_people import flight

pytestmark = pytest.mark.usefixtures("database")
UNTIL = (dt.datetime.now(dt.UTC).date() + dt.timedelta(days=30)).isoformat()
HOLD = ("hold", "--case", "17", "--traveller", "5", "--until", UNTIL, "--by", "4:senior-analyst")
FOR = ("--for", "reasoned-request/ORDER-5")
WITH = ("--with", "9:data-protection-officer")


@pytest.fixture(autouse=True)
def _two(somebody: Callable) -> None:
    Traveller.objects.create(pk=5, leg=flight(UNTIL), state="expected", role="passenger", surname="EXAMPLE")
    somebody(4, Role.SENIOR_ANALYST)
    somebody(9, Role.DATA_PROTECTION_OFFICER)


def test_a_hold_is_placed_listed_and_ended(run: Callable) -> None:
    assert run("retention", *HOLD, *FOR, *WITH).status == 0
    listed = run("retention", "holds").out
    assert all(word in listed for word in ("case:17", "ORDER-5", "account:4", "account:9", UNTIL))
    assert run("retention", "release", "1", "--by", "4:senior-analyst", *FOR).status == 0
    again = run("retention", "release", "1", "--by", "4:senior-analyst", *FOR)
    assert (again.status, "no hold 1 stands" in again.err) == (2, True)


def test_one_person_alone_is_told_what_is_missing(run: Callable) -> None:
    ran = run("retention", *HOLD, *FOR)
    assert (ran.status, "another person has to act with you" in ran.err) == (2, True)
    too_long = run("retention", *HOLD[:6], "2099-01-01", *HOLD[7:], *FOR, *WITH)
    assert (too_long.status, "366 days" in too_long.err) == (2, True)


def test_a_number_that_is_nobodys_is_told(run: Callable) -> None:
    ran = run("retention", *HOLD, "--traveller", "6", *FOR, *WITH)
    assert (ran.status, "no traveller is held here under 6" in ran.err) == (2, True)
