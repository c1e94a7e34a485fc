"""`gatehouse audit verify`, from the database and from an export, and the family's help."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from stored_log import behind_the_back, grow

CONTRACT = Path(__file__).parents[2] / "docs" / "contracts" / "audit.md"
Ceremony = Callable[[], Path]


@pytest.mark.usefixtures("database")
class TestVerify:
    def test_a_true_log_is_told_so_and_no_more(self, run: Callable, ceremony: Ceremony) -> None:
        grow(5)
        ceremony()
        grow(2)
        ran = run("audit", "verify")
        assert ran.status == 0
        assert "true up to 5, countersigned up to 5" in ran.out
        assert "2 entries since" in ran.out
        assert "vouches for 2 of 7 entries" in ran.out

    def test_an_altered_row_is_exit_status_2(self, run: Callable, ceremony: Ceremony) -> None:
        grow(5)
        ceremony()
        behind_the_back("UPDATE audit_entry SET body = replace(body, 'allowed', 'refused') WHERE number = 3")
        ran = run("audit", "verify")
        assert ran.status == 2
        assert "root-differs at 5" in ran.out
        assert "the log is not true" in ran.out

    def test_entries_without_a_number_are_found(self, run: Callable, ceremony: Ceremony) -> None:
        ceremony()
        behind_the_back("INSERT INTO audit_waiting (bodies) VALUES (ARRAY['a'])")
        ran = run("audit", "verify")
        assert (ran.status, "entries-left-waiting" in ran.out) == (2, True)

    def test_json_keeps_the_contract(self, run: Callable, ceremony: Ceremony) -> None:
        grow(1)
        ceremony()
        (report,) = run("audit", "verify", "--json").json()
        assert list(report) == re.findall(r"^\| `(\w+)`", CONTRACT.read_text(encoding="utf-8"), re.MULTILINE)
        assert (report["is_true"], report["size"], report["origin"]) == (True, 1, "test.example/audit")

    def test_an_export_is_verified_elsewhere_without_a_database(
        self, run: Callable, ceremony: Ceremony, keys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        grow(5)
        note = ceremony()
        export = tmp_path / "log.jsonl"
        assert run("audit", "export", export).status == 0
        monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
        monkeypatch.setenv("GATEHOUSE_AUDIT_KEYS", str(tmp_path / "none"))
        known = ("--log-key", keys / "log.pub", "--oversight-key", tmp_path / "o.key.pub", "--note", note)
        assert "vouches for 0 of 5" in run("audit", "verify", "--export", export, *known).out
        export.write_bytes(export.read_bytes().replace(b"traveller:3", b"traveller:4"))
        assert run("audit", "verify", "--export", export, *known).status == 2
        assert run("audit", "verify", "--export", export).status == 2, "keys are never taken from the export"

    def test_a_note_kept_from_before_has_to_agree(self, run: Callable, ceremony: Ceremony) -> None:
        grow(5)
        kept = ceremony()
        behind_the_back("TRUNCATE audit_entry", "TRUNCATE audit_checkpoint")
        assert run("audit", "verify").status == 0
        ran = run("audit", "verify", "--note", kept)
        assert (ran.status, "log-shortened" in ran.out) == (2, True)


@pytest.mark.parametrize("command", ["keys", "checkpoint", "countersign", "take", "verify", "export", "prove", "check"])
def test_every_command_shows_an_example(run: Callable, command: str) -> None:
    shown = run("audit", command, "--help")
    assert shown.status == 0
    assert f"gatehouse audit {command}" in shown.out
    assert "Example" in shown.out


def test_an_empty_home_is_not_made_by_verifying(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEHOUSE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("GATEHOUSE_AUDIT_KEYS", raising=False)
    ran = run("audit", "verify", "--export", os.devnull)
    assert (ran.status, (tmp_path / "home").exists()) == (2, False)
    assert "log.pub cannot be opened" in ran.err
