"""An act and its entry stand or fall together, and entries are read in order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.db import DataError, connection, transaction

from gatehouse.audit import log
from gatehouse.audit.errors import EntryError
from gatehouse.screening.watchlists.models import WatchList
from stored_log import behind_the_back, entries, grow, now

pytestmark = pytest.mark.usefixtures("database")


def test_the_act_and_its_entry_commit_together() -> None:
    with transaction.atomic():
        WatchList.objects.create(name="A")
        log.record(entries(1))
    assert (WatchList.objects.count(), log.size()) == (1, 1)


def act_that_fails(number: int) -> None:
    """Record an entry, then fail."""
    with transaction.atomic():
        log.record(entries(1, first=number))
        raise ZeroDivisionError


def act_with_bytes_that_are_no_entry() -> None:
    """Add a list, and write past `record`."""
    with transaction.atomic(), connection.cursor() as cursor:
        WatchList.objects.create(name="A")
        cursor.execute("INSERT INTO audit_waiting (bodies) VALUES (ARRAY['no entry'])")


def test_an_act_that_fails_leaves_no_entry() -> None:
    with pytest.raises(ZeroDivisionError):
        act_that_fails(1)
    assert log.size() == 0


def test_a_part_that_is_undone_takes_its_entries_along() -> None:
    with transaction.atomic():
        log.record(entries(1))
        with pytest.raises(ZeroDivisionError):
            act_that_fails(7)
        log.record(entries(1, first=8))
    assert [leaf.count(b"traveller:8") for _, leaf in log.leaves(0, 9)] == [0, 1]


def test_an_entry_that_cannot_be_written_undoes_the_act() -> None:
    with pytest.raises(DataError, match="json"):
        act_with_bytes_that_are_no_entry()
    assert (WatchList.objects.count(), log.size()) == (0, 0)


def test_outside_a_transaction_nothing_is_recorded() -> None:
    with pytest.raises(EntryError, match="atomic"):
        log.record(entries(1))
    assert log.size() == 0


@pytest.mark.parametrize("shift", [-log.AGE_MAX - dt.timedelta(seconds=5), log.AHEAD_MAX + dt.timedelta(seconds=5)])
def test_an_entry_is_made_when_the_act_is_done(shift: dt.timedelta) -> None:
    (one,) = entries(1)
    with pytest.raises(EntryError, match="about now"), transaction.atomic():
        log.record([one, replace(one, at=now() + shift)])
    assert log.size() == 0


def test_entries_are_read_in_their_order_over_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "PAGE", 4)
    monkeypatch.setattr(log, "ENTRIES_AT_ONCE", 3)
    made = entries(13)
    with transaction.atomic():
        log.record(made)
    assert list(log.leaves(0, 99)) == list(enumerate(one.encoded() for one in made))
    assert [number for number, _ in log.leaves(4, 8)] == [4, 5, 6, 7]
    assert list(log.leaves(13, 99)) == []


def test_entries_about_a_subject_are_found_by_an_index() -> None:
    grow(5)
    grow(5)
    assert log.numbers_about("traveller:3", 10) == [3, 8]
    assert log.numbers_about("traveller:3", 1) == [3]
    assert log.numbers_about("traveller:77", 10) == []
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN " + log.ABOUT, ["traveller:3", 10])
        assert "audit_entry_subject" in " ".join(line for (line,) in cursor.fetchall())


def test_entries_left_without_a_number_are_counted() -> None:
    grow(1)
    assert log.left_waiting() == 0
    behind_the_back("INSERT INTO audit_waiting (bodies) VALUES (ARRAY['a', 'b'])")
    assert (log.left_waiting(), log.size()) == (2, 1)
