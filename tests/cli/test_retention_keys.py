"""`gatehouse retention keys`: made once, shown by fingerprint, exchanged, the old one destroyed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from gatehouse.app.master_keys import FILE_VARIABLE, KEY_VARIABLE, master_keys, read_key
from gatehouse.retention import data_keys


@pytest.fixture
def key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A master key of this test's own, in force."""
    path = tmp_path / "own.key"
    monkeypatch.setenv(FILE_VARIABLE, str(path))
    monkeypatch.setattr(settings, "MASTER_KEYS", master_keys(tmp_path, make=True))
    data_keys._remembered.clear()
    return path


def test_a_key_is_made_once_and_not_shown(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "k"
    monkeypatch.setenv(FILE_VARIABLE, str(path))
    first, again = run("retention", "keys", "new"), run("retention", "keys", "new")
    assert (first.status, again.status) == (0, 0)
    assert "was there already" in again.out
    assert path.read_text().strip() not in first.out + again.out
    monkeypatch.setenv(KEY_VARIABLE, path.read_text())
    assert run("retention", "keys", "new").status == 2


@pytest.mark.usefixtures("database")
def test_the_master_key_is_exchanged_and_the_old_one_destroyed(run: Callable, key_file: Path) -> None:
    key = data_keys.of_flight_day(dt.date(2026, 5, 1))
    old = read_key(key_file)
    ran = run("retention", "keys", "rotate")
    assert (ran.status, "1 data keys" in ran.out) == (0, True), ran.err
    new = read_key(key_file)
    assert new != old
    assert new.fingerprint in run("retention", "keys", "show").out
    assert run("retention", "keys", "rotate").status == 2
    assert run("retention", "keys", "rotate", "--finish").status == 0
    assert not key_file.with_name("own.key.old").exists()
    data_keys._remembered.clear()
    settings.MASTER_KEYS.reload()
    assert data_keys.raw_of(key.id) == key.raw
    assert run("retention", "keys", "rotate", "--finish").status == 1
