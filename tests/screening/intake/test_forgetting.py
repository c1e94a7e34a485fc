"""A forgotten file: no bytes, no name, no words, no hash that could be tried; and it is known when it comes again."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.screening.intake import forgetting
from gatehouse.screening.intake.models import RawChunk, StoredMessage, Transmission
from kept_people import message

pytestmark = pytest.mark.usefixtures("database")


def test_nothing_is_left_but_that_a_file_came() -> None:
    told = message("2026-05-01", "ROE")
    before = told.transmission.sha256
    done = forgetting.forget([told.transmission_id])
    assert done == ([told.transmission_id], 1)
    row = Transmission.objects.get()
    assert (row.name, row.sha256) == ("", forgetting.tombstone(before))
    assert row.sha256 != before
    assert not RawChunk.objects.exists()
    assert StoredMessage.objects.get().findings[0]["text"] == ""


def test_what_was_never_read_to_its_end_is_not_read_later() -> None:
    told = message("2026-05-01", "ROE")
    Transmission.objects.update(state="received")
    forgetting.forget([told.transmission_id])
    row = Transmission.objects.get()
    assert (row.state, row.error) == ("quarantined", forgetting.UNREAD)


def test_files_are_due_by_the_day_they_came_until_they_are_forgotten() -> None:
    old, young = message("2026-05-01", "ROE"), message("2026-05-02", "DOE")
    assert forgetting.due(dt.date(2026, 5, 1), 0, 10) == [(old.transmission_id, dt.date(2026, 5, 1))]
    assert len(forgetting.due(dt.date(2026, 5, 2), 0, 10)) == 2
    forgetting.forget([old.transmission_id, young.transmission_id])
    assert forgetting.due(dt.date(2026, 5, 2), 0, 10) == []


def test_keys_are_idle_when_no_bytes_are_left_that_they_seal() -> None:
    told = message("2026-05-01", "ROE")
    assert forgetting.idle_keys(dt.date(2026, 5, 1)) == []
    forgetting.forget([told.transmission_id])
    assert len(forgetting.idle_keys(dt.date(2026, 5, 1))) == 1
    assert forgetting.idle_keys(dt.date(2026, 4, 30)) == []
