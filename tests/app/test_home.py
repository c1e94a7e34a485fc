"""The home directory and its secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.app.errors import SetupError
from gatehouse.app.home import HOME_VARIABLE, KEY_FILE, audit_keys, home, secret_key


def test_home_is_where_the_variable_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "deep" / "place"))
    assert home() == tmp_path / "deep" / "place"
    assert home().is_dir()


def test_home_is_a_hidden_folder_here_without_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    assert home() == tmp_path / ".gatehouse"


def test_an_empty_variable_is_no_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, "")
    monkeypatch.chdir(tmp_path)
    assert home() == tmp_path / ".gatehouse"


def test_the_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = secret_key(tmp_path)
    assert len(first) >= 50
    assert secret_key(tmp_path) == first
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_two_homes_have_two_secrets(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert secret_key(tmp_path / "a") != secret_key(tmp_path / "b")


def test_no_draft_of_the_secret_is_left_behind(tmp_path: Path) -> None:
    secret_key(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [KEY_FILE]


def test_a_home_that_cannot_be_made_says_which_variable_to_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("")
    for path in (occupied, occupied / "inside", tmp_path / ("n" * 300)):
        monkeypatch.setenv(HOME_VARIABLE, str(path))
        with pytest.raises(SetupError, match="set GATEHOUSE_HOME"):
            home()


def test_the_audit_keys_lie_in_the_home_unless_said_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEHOUSE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("GATEHOUSE_AUDIT_KEYS", raising=False)
    assert audit_keys() == tmp_path / "home" / "audit"
    monkeypatch.setenv("GATEHOUSE_AUDIT_KEYS", str(tmp_path / "elsewhere"))
    assert audit_keys() == tmp_path / "elsewhere"
    assert list(tmp_path.iterdir()) == []
