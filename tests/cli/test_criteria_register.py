"""Where the register is, and what the command line permits."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.app.home import HOME_VARIABLE
from gatehouse.cli.console import Unavailable
from gatehouse.cli.criteria_register import folder_of, permitted
from gatehouse.screening.criteria.protected import Permitted


def test_the_register_is_in_the_home_directory_unless_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert folder_of(None) == tmp_path / "criteria"
    assert folder_of(tmp_path / "x") == tmp_path / "x"


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "file" / "home"))
    with pytest.raises(Unavailable):
        folder_of(None)


def test_without_a_law_profile_nothing_is_permitted() -> None:
    assert permitted() == Permitted(None, None, None)
