"""Where thresholds come from, and in which order they are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.app.home import HOME_VARIABLE
from gatehouse.app.thresholds import THRESHOLDS_FILE, THRESHOLDS_VARIABLE, Chosen, chosen
from gatehouse.screening.matching.operating import AS_SHIPPED, OperatingError, Thresholds


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.delenv(THRESHOLDS_VARIABLE, raising=False)
    return tmp_path / "home" / THRESHOLDS_FILE


def _file(path: Path, threshold: float) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"default = {threshold}\n", encoding="utf-8")
    return path


def test_without_any_the_shipped_ones_hold_and_no_home_is_made(at_home: Path) -> None:
    assert chosen(None) == Chosen(AS_SHIPPED)
    assert not at_home.parent.exists()


def test_the_command_line_comes_before_the_environment_and_that_before_the_home(
    at_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _file(at_home, 0.6)
    assert chosen(None) == Chosen(Thresholds(0.6, {}), str(at_home))
    monkeypatch.setenv(THRESHOLDS_VARIABLE, str(_file(tmp_path / "e.toml", 0.7)))
    assert chosen(None).thresholds.default == 0.7
    assert THRESHOLDS_VARIABLE in chosen(None).source
    assert chosen(str(_file(tmp_path / "c.toml", 0.8))).thresholds.default == 0.8
    assert chosen("0.9").thresholds == Thresholds(0.9, {})


@pytest.mark.parametrize("said", ["1.5", "-0.1", "nan", "inf", "absent.toml"])
@pytest.mark.usefixtures("at_home")
def test_what_is_no_threshold_is_refused(said: str) -> None:
    with pytest.raises(OperatingError, match=said):
        chosen(said)


@pytest.mark.usefixtures("at_home")
def test_a_file_that_is_named_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(THRESHOLDS_VARIABLE, "absent.toml")
    with pytest.raises(OperatingError, match=r"absent\.toml: cannot be read: No such file"):
        chosen(None)
