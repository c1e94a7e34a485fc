"""`gatehouse law new` and `law show`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.app.law import LAW_VARIABLE, MODE_VARIABLE
from gatehouse.safeguards.shipped import shipped


def test_a_template_is_written_and_never_over_a_file(run: Callable, tmp_path: Path) -> None:
    file = tmp_path / "law.toml"
    assert run("law", "new", "eu-2016-681", file).status == 0
    assert file.read_bytes() == shipped("eu-2016-681")
    again = run("law", "new", "demo", file)
    assert again.status == 2
    assert "is there already" in again.err
    assert file.read_bytes() == shipped("eu-2016-681")


def test_a_template_that_is_not_there_is_refused_with_those_that_are(run: Callable, tmp_path: Path) -> None:
    result = run("law", "new", "../demo", tmp_path / "law.toml")
    assert result.status == 2
    assert "eu-2016-681, icao-annex-9" in result.err


def test_a_profile_is_shown_by_name_by_file_and_as_it_is_in_force(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = run("law", "show", "eu-2016-681").out
    assert "mask_after: P6M" in shown
    assert "public_key: (missing)" in shown
    assert "nationality_provision: (none)" in shown
    assert "Demonstration Act" in run("law", "show").out
    file = tmp_path / "law.toml"
    file.write_bytes(shipped("icao-annex-9"))
    monkeypatch.setenv(MODE_VARIABLE, "live")
    monkeypatch.setenv(LAW_VARIABLE, str(file))
    assert run("law", "show").out == run("law", "show", file).out
    assert "ICAO Annex 9" in run("law", "show").out


def test_what_cannot_be_shown_is_told(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "law.toml"
    broken.write_text("a = ")
    assert run("law", "show", broken).status == 2
    assert run("law", "show", tmp_path / "nothing.toml").status == 2
    monkeypatch.setenv(MODE_VARIABLE, "perhaps")
    result = run("law", "show")
    assert (result.status, result.out) == (1, "")
    assert "GATEHOUSE_MODE" in result.err
