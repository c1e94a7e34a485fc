"""`gatehouse retention run`, `due`: the clocks from the command line, on what `ingest` stored, to the last byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from gatehouse.screening.held_travellers import HeldTravellers
from gatehouse.screening.travellers.models import Traveller
from kept_people import everything_stored

VALUES = ("OSEI", "AMA", "900101", "1990-01-01", "GHA")


def _told(run: Callable, *arguments: str) -> str:
    ran = run("retention", *arguments)
    assert ran.status == 0, ran.err
    return ran.out


def test_after_the_clock_no_value_is_left_in_database_home_or_output(
    run: Callable, incoming: Path, database: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    held = database / "held_names"
    monkeypatch.setattr(settings, "HELD_FOLDER", held)
    assert run("ingest", incoming).status == 0
    assert "OSEI" in everything_stored()
    HeldTravellers(held).extend(lambda _: None)
    assert any(held.rglob("*"))
    due = _told(run, "due", "--on", "2027-12-01")
    assert due.splitlines()[1].split()[:2] == ["mask", "2"]
    ran = run("retention", "run", "--on", "2027-12-01")
    assert ran.status == 0, ran.err
    assert not held.exists()
    stored = everything_stored()
    files = [path for path in database.rglob("*") if path.is_file() and "pg" not in path.relative_to(database).parts]
    on_disk = b"".join(path.read_bytes() for path in files).decode("latin-1")
    for value in VALUES:
        assert value not in stored
        assert value not in on_disk
        assert value not in ran.out + ran.err
    assert tmp_path


def test_who_has_an_open_hit_is_kept_and_told(run: Callable, incoming: Path) -> None:
    run("ingest", incoming)
    out = _told(run, "run", "--on", "2027-12-01")
    assert "1 travellers, 0 bookings (1 kept)" in " ".join(out.split())
    assert list(Traveller.objects.values_list("surname", flat=True)) == ["KARIM"]


def test_nothing_due_is_nothing_done(run: Callable, database: Path) -> None:
    assert database
    assert "0 travellers" in _told(run, "run")


def test_another_day_is_for_demonstrations(run: Callable, monkeypatch: pytest.MonkeyPatch, database: Path) -> None:
    import gatehouse.cli.retention as command

    assert database
    real = command.law()
    monkeypatch.setattr(command, "law", lambda: type(real)("live", real.profile))
    ran = run("retention", "run", "--on", "2030-01-01")
    assert (ran.status, "demo mode" in ran.err) == (2, True)


def test_the_inventory_is_the_page(run: Callable, database: Path) -> None:
    assert database
    assert "## travellers.Traveller" in _told(run, "inventory")
