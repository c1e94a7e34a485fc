"""The page of a traveller: the journey, the booking and its versions, and links that carry nothing over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.travellers.models import Booking, Traveller
from signed_in import entries

Browser = Callable[..., Client]


def test_it_shows_the_journey_and_the_booking(browser: Browser, ann: int) -> None:
    page = browser(Role.ANALYST, purpose="screening").get(f"/travellers/{ann}/").content.decode()
    for told in ("ANN ROE", "ZZ123 CDG → LHR", "ZZ9 LHR → JFK", "ABC123", "•••• 1111", "JOE DOE", "The same booking"):
        assert told in page
    assert "411111" not in page
    assert "1 MAIN STREET" in page
    assert len(page) < 150_000


def test_who_travels_with_a_hit_is_told_nothing_of_it(browser: Browser, ann: int) -> None:
    assert Hit.objects.filter(traveller_id=ann).exists()
    joe = Traveller.objects.get(surname="DOE").id
    analyst = browser(Role.ANALYST, purpose="screening")
    for traveller in (joe, ann):
        page = analyst.get(f"/travellers/{traveller}/").content.decode()
        assert "/hits/1" not in page
        assert "TEST" not in page
        assert "0.9" not in page


def test_each_look_is_an_entry_of_the_person_and_of_the_booking(browser: Browser, ann: int) -> None:
    browser(Role.ANALYST, purpose="screening").get(f"/travellers/{ann}/")
    assert [entry.subject for entry in entries("traveller.opened")] == [f"traveller:{ann}"]
    assert [entry.subject for entry in entries("booking.opened")] == [f"booking:{Booking.objects.get().id}"]


def test_the_segments_are_of_this_traveller_only(browser: Browser, ann: int) -> None:
    analyst = browser(Role.ANALYST, purpose="screening")
    page = analyst.get(f"/travellers/{ann}/").content.decode()
    link = next(part.split('"')[0] for part in page.split('href="') if "/segments/" in part)
    behind = analyst.get(link).content.decode()
    assert "TIF+ROE+ANN" in behind
    assert "DOE" not in behind
    other = Traveller.objects.get(surname="DOE").id
    assert "TIF+" not in analyst.get(link.replace(f"/{ann}/", f"/{other}/")).content.decode()


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.BORDER_OFFICER, Role.ADMINISTRATOR, Role.CRITERIA_AUTHOR])
def test_who_may_not_look_sees_no_name(browser: Browser, ann: int, role: Role) -> None:
    answer = browser(role).get(f"/travellers/{ann}/")
    assert answer.status_code == 403
    assert "ROE" not in answer.content.decode()


def test_nobody_is_a_page_that_is_not_there(browser: Browser, ann: int) -> None:
    assert browser(Role.ANALYST, purpose="screening").get(f"/travellers/{ann + 9}/").status_code == 404
