"""Entries that a question showed are proved, and the proof holds elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from signed_in import entries

pytestmark = pytest.mark.usefixtures("database")


def test_what_was_shown_is_proved_and_checked_elsewhere(
    run: Callable, ceremony: Callable[[], Path], keys: Path, tmp_path: Path
) -> None:
    run("redress", "open", "--name", "A. Example", "--kind", "access")
    run("oversight", "show", "redress")
    ceremony()
    numbers = [row["number"] for row in run("oversight", "search", "--json").json()][:2]
    out = tmp_path / "proof.json"
    told = run("oversight", "prove", *numbers, *numbers, "--out", out)
    assert told.status == 0, told.err
    assert "2 entries proved" in told.out
    assert [one.role for one in entries("log.exported")] == ["oversight-reader"]
    known = ("--log-key", keys / "log.pub", "--oversight-key", tmp_path / "o.key.pub")
    checked = run("audit", "check", out, *known)
    assert checked.status == 0, checked.err
    out.write_text(out.read_text().replace("redress.opened", "redress.closed"))
    assert run("audit", "check", out, *known).status != 0


def test_what_no_checkpoint_covers_is_told(run: Callable, keys: Path) -> None:
    del keys
    run("oversight", "show", "redress")
    result = run("oversight", "prove", "0")
    assert result.status == 2
    assert "no checkpoint covers" in result.err


def test_countersigning_is_found_here_too(run: Callable) -> None:
    assert "countersign" in run("oversight", "--help").out
    assert run("oversight", "countersign", "--help").status == 0
