"""A booking without a birth date, and the passenger list of the same flight that states it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gatehouse.screening import flow
from gatehouse.screening.hits.models import Hit, HitVersion
from gatehouse.screening.hits.store import open_count, open_hits
from gatehouse.screening.lists_in_force import ListsInForce, of_entries
from gatehouse.screening.travellers.models import Traveller
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry

pytestmark = pytest.mark.usefixtures("database")

LISTS = of_entries(
    [ListEntry("TEST", "E1", (ListedName("Ann Marie Roe"),), birth_dates=(DateSpan.exact("1980-01-01"),))], {}
)
BOOKING = (
    "UNB+IATA:1+ZZ+GOV+260119:1000+P1'UNH+1+PNRGOV:15:1:IA'MSG+:22'ORG+ZZ'"
    "TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123'EQN+1'SRC'RCI+ZZ:ABC123::010126:1000'"
    "TIF+ROE+ANN MARIE:A:1'TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123:Y'RPI+1+HK'UNT+11+1'UNZ+1+P1'"
)


def _ingest(path: Path, lists: ListsInForce = LISTS) -> int:
    return flow.ingest([path], lambda _: None, lists).hits


def _manifest(paxlst: Callable[..., bytes], person: Callable[..., object], born: str) -> bytes:
    return paxlst([person("ROE/ANN MARIE", born, locator="ABC123")])


def test_a_namesake_is_weakened_when_the_list_of_the_flight_tells_the_birth_date(paxlst, person, sent) -> None:
    assert _ingest(sent("pnr.edi", BOOKING.encode())) == 1
    assert _ingest(sent("api.edi", _manifest(paxlst, person, "550630"))) == 0
    hit = Hit.objects.get()
    assert (hit.state, hit.version) == ("weakened", 2)
    assert HitVersion.objects.count() == 2
    assert open_count() == 0


def test_the_one_who_was_born_that_day_is_claimed_more_strongly(paxlst, person, sent) -> None:
    _ingest(sent("pnr.edi", BOOKING.encode()))
    before = Hit.objects.get().score
    _ingest(sent("api.edi", _manifest(paxlst, person, "800101")))
    hit = Hit.objects.get()
    assert (hit.state, hit.score > before) == ("open", True)


def test_a_booking_after_the_list_of_the_flight_claims_no_namesake(paxlst, person, sent) -> None:
    assert _ingest(sent("api.edi", _manifest(paxlst, person, "550630"))) == 0
    assert _ingest(sent("pnr.edi", BOOKING.encode())) == 0
    assert Hit.objects.count() == 0


def test_a_corrected_birth_date_renews_the_hit(paxlst, person, sent) -> None:
    correct = paxlst([person("ROE/ANN MARIE", "800101", reference="U1")])
    wrong = paxlst([person("ROE/ANN MARIE", "550630", reference="U1")], control="C2")
    assert _ingest(sent("a.edi", correct)) == 1
    _ingest(sent("b.edi", wrong))
    assert Hit.objects.get().state == "weakened"
    _ingest(sent("c.edi", paxlst([person("ROE/ANN MARIE", "800101", reference="U1")], control="C3")))
    hit = Hit.objects.get()
    assert (hit.state, hit.version) == ("open", 3)


def test_a_new_list_version_weighs_stored_travellers_with_all_they_told(paxlst, person, sent, tmp_path) -> None:
    from gatehouse.screening.watchlists.reader import read_list
    from gatehouse.screening.watchlists.store import add_list

    _ingest(sent("pnr.edi", BOOKING.encode()))
    _ingest(sent("api.edi", _manifest(paxlst, person, "550630")))
    Hit.objects.update(state="open")
    listed = tmp_path / "l.csv"
    listed.write_text("list,entry_id,name,birth_date\nOTHER,1,Ann Marie Roe,1980-01-01\n")
    add_list(read_list(listed), listed)
    assert flow.rescreen(lambda _: None).hits == 0
    assert not Hit.objects.filter(list="OTHER").exists()


def test_an_entry_past_its_own_expiry_makes_no_hit(paxlst, person, sent) -> None:
    expired = replace(LISTS.entries["TEST", "E1"], expires_on="2020-01-01")
    assert _ingest(sent("api.edi", _manifest(paxlst, person, "800101")), of_entries([expired], {})) == 0


def test_a_progressive_flight_and_a_booking_of_its_border_leg_are_one_traveller(paxlst, person, sent) -> None:
    listed = _manifest(paxlst, person, "800101")
    progressive = listed.replace(b"LOC+125+CDG", b"LOC+92+JFK'LOC+92+CDG'LOC+125+CDG")
    assert progressive != listed
    _ingest(sent("api.edi", progressive))
    _ingest(sent("pnr.edi", BOOKING.encode()))
    assert Traveller.objects.count() == 1
    assert Hit.objects.count() == 1


def test_a_hit_shows_on_what_evidence_api_and_pnr_were_joined(paxlst, person, sent) -> None:
    _ingest(sent("pnr.edi", BOOKING.encode()))
    (alone,) = open_hits(1)
    assert alone.joined_by == ()
    _ingest(sent("api.edi", _manifest(paxlst, person, "800101")))
    (joined,) = open_hits(1)
    assert {"locator", "name"} <= set(joined.joined_by)
    assert joined.conflicts == ()
