"""Every command that screens asks first whether the law lets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.app.home import HOME_VARIABLE
from gatehouse.app.law import KEY_VARIABLE, LAW_VARIABLE, MODE_VARIABLE
from gatehouse.cli.console import Unavailable
from gatehouse.cli.lawful import DEMO_SAYS, REMEDY, law, lawful_screening, lawful_upkeep
from gatehouse.safeguards.signature import new_key_pair, sign
from law_files import live

PRIVATE, PUBLIC = new_key_pair()
LAPSED, NEAR = ("due_on = 2100-01-01", "due_on = 2020-02-01"), ("warn_days_before = 60", "warn_days_before = 50000")


@pytest.fixture
def under(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """A live installation under these bytes, signed."""

    def put(data: bytes) -> None:
        (tmp_path / "law.toml").write_bytes(data)
        (tmp_path / "law.toml.sig").write_bytes(sign(data, PRIVATE))
        (tmp_path / "reviewer.pub").write_bytes(PUBLIC)
        monkeypatch.setenv(MODE_VARIABLE, "live")
        monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
        monkeypatch.setenv(LAW_VARIABLE, str(tmp_path / "law.toml"))
        monkeypatch.setenv(KEY_VARIABLE, str(tmp_path / "reviewer.pub"))

    return put


@pytest.fixture
def commands(tmp_path: Path, paxlst: str, list_csv: str) -> dict[str, list[object]]:
    """Each command that screens, ready to run."""
    messages, listed = tmp_path / "m.edi", tmp_path / "l.csv"
    messages.write_text(paxlst)
    listed.write_text(list_csv)
    return {
        "screen": ["screen", "--list", listed, messages],
        "ingest": ["ingest", messages],
        "receive": ["receive", messages],
        "work": ["work", "--once"],
    }


@pytest.mark.parametrize("command", ["screen", "ingest", "receive", "work"])
@pytest.mark.parametrize("broken", ["lapsed", "unsigned"])
def test_without_law_nobody_is_screened(
    run: Callable, under: Callable, commands: dict[str, list[object]], command: str, broken: str, tmp_path: Path
) -> None:
    under(live(LAPSED))
    if broken == "unsigned":
        (tmp_path / "law.toml.sig").unlink()
    result = run(*commands[command])
    assert (result.status, result.out, result.err.count("\n")) == (1, "", 1)
    assert ("nobody is screened anew" if broken == "lapsed" else "not signed") in result.err


def test_a_list_is_stored_and_nobody_is_screened_again(
    database: Path, run: Callable, under: Callable, tmp_path: Path, list_csv: str
) -> None:
    del database  # it is emptied first
    under(live(LAPSED))
    (tmp_path / "l.csv").write_text(list_csv)
    result = run("lists", "add", tmp_path / "l.csv")
    assert result.status == 0
    assert "2 entries" in result.out
    assert "stored travellers wait" in result.out


def test_the_upkeep_goes_on_when_nobody_may_be_screened(under: Callable, capfd: pytest.CaptureFixture[str]) -> None:
    under(live(LAPSED))
    assert not lawful_upkeep().standing().may_screen
    assert "nobody is screened anew" in (told := capfd.readouterr().err)
    assert REMEDY in told


def test_a_review_that_is_near_warns_and_screens(
    run: Callable, under: Callable, commands: dict[str, list[object]]
) -> None:
    under(live(NEAR))
    result = run(*commands["screen"])
    assert result.status == 0
    assert "review is due on 2100-01-01" in result.err
    assert "YUSUF" in result.out


def test_under_a_law_in_force_nothing_is_said(under: Callable, capfd: pytest.CaptureFixture[str]) -> None:
    under(live())
    assert lawful_screening().mode == "live"
    assert capfd.readouterr().err == ""


def test_demo_mode_says_so(run: Callable, commands: dict[str, list[object]]) -> None:
    result = run(*commands["screen"])
    assert result.status == 0
    assert DEMO_SAYS in result.err


def test_no_demonstration_in_a_live_installation(run: Callable, under: Callable) -> None:
    under(live())
    result = run("demo")
    assert result.status == 2
    assert "live installation" in result.err


def test_a_mode_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MODE_VARIABLE, "production")
    with pytest.raises(Unavailable, match="GATEHOUSE_MODE"):
        law()
