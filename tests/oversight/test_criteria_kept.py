"""The register and the kept monthly reports are seen by those who supervise, each look by an entry."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from django.conf import settings

from gatehouse.oversight.criteria_kept import disparity, register
from gatehouse.oversight.errors import OversightError
from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from signed_in import entries

TODAY = dt.date(2026, 11, 30)
SAID = b'{"identifier": "no-bags", "version": 1}'


@pytest.fixture
def folder(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register's folder with a report of two months."""
    del database
    monkeypatch.setattr(settings, "CRITERIA_FOLDER", tmp_path, raising=False)
    (tmp_path / "reports").mkdir()
    for month in ("2026-09", "2026-10"):
        (tmp_path / "reports" / f"month-{month}-no-bags-1.json").write_bytes(SAID)
    (tmp_path / "reports" / "trial-no-bags-1.json").write_bytes(b"{}")
    return tmp_path


def test_a_month_is_shown_as_it_was_kept(folder: Path, supervisor) -> None:
    del folder
    [one] = disparity(supervisor(), "2026-10")
    assert one == (
        "month-2026-10-no-bags-1.json",
        hashlib.sha256(SAID).hexdigest(),
        {"identifier": "no-bags", "version": 1},
    )
    assert len(disparity(supervisor(), "")) == 2
    assert disparity(supervisor(), "2026-08") == []
    assert [one.subject for one in entries("criterion.viewed")] == ["store:criteria"] * 3


@pytest.mark.parametrize("month", ["2026-13", "2026", "*", "../2026-10", "2026-10/"])
def test_what_is_no_month_is_refused(folder: Path, supervisor, month: str) -> None:
    del folder
    with pytest.raises(OversightError, match="no month"):
        disparity(supervisor(), month)


def test_a_report_that_was_changed_into_none_is_told(folder: Path, supervisor) -> None:
    (folder / "reports" / "month-2026-10-no-bags-1.json").write_bytes(b"{")
    with pytest.raises(OversightError, match="not as it was written"):
        disparity(supervisor(), "2026-10")


def test_an_empty_register_is_one(folder: Path, supervisor) -> None:
    assert register(supervisor(), TODAY) == []
    (folder / "reports").rename(folder / "elsewhere")
    assert disparity(supervisor(), "") == []


def test_a_border_officer_sees_neither(folder: Path) -> None:
    del folder
    who = Visit(Actor("account:7", Role.BORDER_OFFICER), "oversight")
    for look in (lambda: register(who, TODAY), lambda: disparity(who, "")):
        with pytest.raises(RefusedError):
            look()
