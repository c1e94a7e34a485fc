"""Each task of upkeep does its work, and nothing when there is none; an approved listing screens who is stored."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from gatehouse.app import tasks
from gatehouse.app.law import Law
from gatehouse.app.tasks import upkeep
from gatehouse.audit import keeping, key_files
from gatehouse.audit.checkpoint import checkpoint_from
from gatehouse.audit.signing import note_from, signers
from gatehouse.safeguards.standing import standing
from gatehouse.screening import flow
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.lists_in_force import ListsInForce
from gatehouse.screening.watchlists.kept_list import change, kept_list
from gatehouse.screening.watchlists.listing import Kind
from gatehouse.terms.candidate import Found
from gatehouse.terms.entry import ListedName, ListEntry
from gatehouse.work.putting import waiting_count
from gatehouse.work.trying import NotNowError
from manifest import Person, paxlst
from stored_log import grow

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize("name", sorted(upkeep()))
def test_a_task_may_be_done_at_any_time_and_again(name: str, tmp_path: Path) -> None:
    with override_settings(HELD_FOLDER=tmp_path):
        upkeep()[name].act(None)
        upkeep()[name].act(None)


def test_a_listing_that_is_approved_screens_who_is_stored(tmp_path: Path) -> None:
    (tmp_path / "m.edi").write_bytes(paxlst([Person("FIKTIVOV/BORIS", "800101", "P1")]))
    flow.ingest([tmp_path], lambda _: None, ListsInForce(lambda subjects: [Found([]) for _ in subjects]))
    assert not Hit.objects.exists()
    entry = ListEntry("NAT", "N-1", (ListedName("Boris Fiktivov"),))
    change(kept_list("NAT"), Kind.ADD, entry, dt.date(2026, 1, 1))
    assert waiting_count(["rescreen"]) == 1
    upkeep()["rescreen"].act(1)
    assert Hit.objects.get().entry_id == "N-1"
    assert waiting_count(["rescreen"]) == 0


def test_where_nobody_may_be_screened_a_rescreening_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Law, "standing", lambda self: standing(self.profile, dt.date(2199, 1, 1)))
    with pytest.raises(NotNowError) as put_off:
        upkeep()["rescreen"].act(1)
    assert put_off.value.wait_seconds == tasks.LAPSED_WAIT_SECONDS
    assert settings.LISTS_FOLDER is None


def test_the_log_is_signed_by_the_clock_where_there_is_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEHOUSE_AUDIT_KEYS", str(tmp_path))
    upkeep()["checkpoint"].act(None)
    assert keeping.notes() == []
    key_files.make(tmp_path / key_files.PRIVATE_FILE, tmp_path / key_files.PUBLIC_FILE, "test.example/audit")
    grow(3)
    for _ in range(2):
        upkeep()["checkpoint"].act(None)
    [note] = keeping.notes()
    assert checkpoint_from(note_from(note)).size == 3
    assert signers(note_from(note), key_files.keys_in(tmp_path).log)
