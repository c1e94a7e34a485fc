"""The pages of an access export, in each language."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.printing.html_page import html
from gatehouse.safeguards.shipped import demo_profile
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.held_pages import document

HELD = {
    "case": "RR-2026-000042",
    "person": {"names": "AMINA EXAMPLE", "birth_date": "1991-03-02", "documents": [["X1", "UTO"]]},
    "journeys": [
        {
            "flight": "ZZ1 CDG-LHR",
            "departs": "2026-01-01T10:00",
            "state": "listed",
            "statements": [
                {"source": "api", "type": "PAXLST", "received": "2026-01-01", "superseded": False,
                 "data": {"surname": "<i>EXAMPLE</i>", "documents": [{"type": "P", "number": "X1"}], "sex": None}}
            ],
            "bookings": [{"locator": "ABC123", "others_withheld": True}],
            "comparisons": [{"list": "DEMO", "state": "open", "at": "2026-01-01", "score": "0.97"}],
        }
    ],
    "requests": [{"case": "RR-2026-000042", "kind": "access", "received": "2026-01-01", "state": "identified",
                  "outcome": None, "says": "x", "redress_number": None}],
    "held": [{"about": "hold", "at": "2026-01-02", "until": "2027-05-06", "ended": ""}],
    "disclosures": [{"recipient": "neighbour", "at": "2026-01-01"}],
    "looked_at": [{"at": "2026-01-01", "act": "traveller.opened", "role": "analyst", "purpose": "screening"}],
    "withheld": ["others", "raw", "comparisons", "masked"],
    "more": True,
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_everything_is_on_the_pages_as_text(language: str) -> None:
    page = html(document(HELD, language, dt.date(2026, 11, 30), demo_profile()))
    for said in (
        "&lt;i&gt;EXAMPLE&lt;/i&gt;",
        "ABC123",
        "DEMO",
        "neighbour",
        "traveller.opened",
        "number X1",
        "2027-05-06",
    ):
        assert said in page
    assert "{oversight" not in page


def test_a_person_of_whom_nothing_is_held_is_told_so() -> None:
    empty = {
        **HELD,
        "journeys": [],
        "requests": [],
        "held": [],
        "disclosures": [],
        "looked_at": [],
        "withheld": [],
        "more": False,
    }
    assert "We hold nothing about you" in html(document(empty, "en", dt.date(2026, 11, 30), demo_profile()))


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(RedressError):
        document(HELD, "fr", dt.date(2026, 11, 30), demo_profile())
