"""Who is on a flight: a search, with a reference, from the board."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.travellers.models import FlightLeg
from signed_in import entries

Browser = Callable[..., Client]


def test_it_names_who_is_on_board_and_is_recorded_with_their_number(browser: Browser, ann: int) -> None:
    leg = FlightLeg.objects.get(number="123").id
    analyst = browser(Role.ANALYST, purpose="screening", reference="C-1")
    page = analyst.get(f"/travellers/flight/{leg}/").content.decode()
    assert page.index("DOE") < page.index("ROE")
    assert f"/travellers/{ann}/" in page
    entry = entries("traveller.searched")[-1]
    assert (entry.subject, dict(entry.details)["shown"]) == (f"flight:{leg}", 2)


def test_without_a_reference_nobody_is_named(browser: Browser, ann: int) -> None:
    del ann
    leg = FlightLeg.objects.get(number="123").id
    answer = browser(Role.ANALYST, purpose="screening").get(f"/travellers/flight/{leg}/")
    assert answer.status_code == 403
    assert "ROE" not in answer.content.decode()


def test_a_flight_that_is_not_there(browser: Browser, ann: int) -> None:
    del ann
    analyst = browser(Role.ANALYST, purpose="screening", reference="C-1")
    assert analyst.get("/travellers/flight/99999/").status_code == 404
