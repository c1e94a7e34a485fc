"""The folder of held names follows the database, in whole segments, and a rescreening by it loses nobody."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from gatehouse.screening import flow, held_travellers, rescreening
from gatehouse.screening.held_travellers import HeldTravellers
from gatehouse.screening.hits.store import open_count
from gatehouse.screening.matching import held_names
from gatehouse.screening.watchlists import store
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry

pytestmark = pytest.mark.usefixtures("database")

PEOPLE = [("QUILLFEATHER/ANNABEL", "800101"), ("THISTLEWOOD/JOCELYN", "810202"), ("ZZYZX/BARTHOLOMEW", "500505")]


@pytest.fixture
def travel(paxlst, person, sent):
    """Lets people travel, each in a message of their own."""

    def go(first: int, last: int) -> None:
        for number in range(first, last):
            name, born = PEOPLE[number]
            flow.ingest([sent(f"{number}.edi", paxlst([person(name, born)], control=f"C{number}"))], lambda _: None)

    return go


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the names are held."""
    return tmp_path / "held"


def _segments(folder: Path) -> list[list[int]]:
    return [held.records.tolist() for held in HeldTravellers(folder).held(lambda _: None)]


def _records(folder: Path) -> list[int]:
    return [number for segment in _segments(folder) for number in segment]


def _stored() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM travellers_travellerrecord ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def test_what_is_stored_is_held_and_what_comes_later_is_added(travel, folder: Path) -> None:
    travel(0, 2)
    assert _records(folder) == _stored()
    travel(2, 3)
    assert _records(folder) == _stored()


def test_nothing_new_reads_nothing(travel, folder: Path) -> None:
    travel(0, 2)
    _records(folder)
    told: list[int] = []
    HeldTravellers(folder).extend(told.append)
    assert told == []


def test_segments_span_no_more_than_they_may(travel, folder: Path, monkeypatch) -> None:
    monkeypatch.setattr(held_travellers, "SEGMENT_STATEMENTS", 1)
    travel(0, 3)
    assert _segments(folder) == [[number] for number in _stored()]


def test_a_segment_that_was_cut_off_or_is_of_another_database_is_made_again(travel, folder: Path) -> None:
    travel(0, 2)
    _records(folder)
    (mark,) = folder.rglob(held_travellers.MARK_FILE)
    mark.write_text("another", encoding="ascii")
    (folder / "names-1-of-old").mkdir()
    assert _records(folder) == _stored()
    assert not (folder / "names-1-of-old").exists()


def test_names_are_read_in_ahead_once(travel, folder: Path, monkeypatch) -> None:
    monkeypatch.setattr(settings, "HELD_FOLDER", folder)
    travel(0, 2)
    assert held_travellers.names_ahead(lambda _: None) == len(_stored())
    assert held_travellers.names_ahead(lambda _: None) == 0
    assert _records(folder) == _stored()


def test_two_at_once_take_nothing_from_each_other(travel, folder: Path, monkeypatch) -> None:
    travel(0, 3)
    slow = threading.Event()
    whole = held_names.write

    def slowly(held, place: Path) -> None:
        slow.wait(0.3)
        whole(held, place)

    monkeypatch.setattr(held_names, "write", slowly)

    def read(_: int) -> list[int]:
        try:
            return _records(folder)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as threads:
        found = list(threads.map(read, range(3)))
    assert found == [_stored()] * 3


def test_forgetting_erases_the_folder(travel, folder: Path) -> None:
    travel(0, 1)
    _records(folder)
    HeldTravellers(folder).forget()
    assert not folder.exists()


@pytest.mark.parametrize("in_folder", [True, False], ids=["folder", "memory"])
def test_a_rescreening_by_held_names_finds_what_screening_everybody_finds(
    travel, folder: Path, monkeypatch, settings_held, in_folder: bool
) -> None:
    travel(0, 3)
    if in_folder:
        settings_held(folder)
    monkeypatch.setattr(rescreening, "EVERYBODY_STATEMENTS_MAX", 0)
    found = ListEntry("T", "1", (ListedName("Annabelle Quillfeather"),), birth_dates=(DateSpan.exact("1980-01-01"),))
    path = folder.parent / "list"
    path.write_text("1", encoding="utf-8")
    store.add_list(ListReading("T", "own", "2026-01-01", (found,), (), 0, 0), path)
    summary = flow.rescreen(lambda _: None)
    assert (summary.travellers, summary.hits, open_count()) == (3, 1, 1)
    assert flow.rescreen(lambda _: None).travellers == 0


@pytest.fixture
def settings_held(monkeypatch):
    """Sets the folder that the installation holds names in."""
    from django.conf import settings

    return lambda folder: monkeypatch.setattr(settings, "HELD_FOLDER", folder, raising=False)
