"""`gatehouse audit export`, `prove`, `check`: what leaves, and that its leaving is recorded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.audit import log
from stored_log import behind_the_back, grow

Ceremony = Callable[[], Path]
pytestmark = pytest.mark.usefixtures("database")


def last_entry() -> str:
    *_, (_, leaf) = log.leaves(0, log.size())
    return leaf.decode()


def test_an_export_is_whole_and_is_itself_recorded(run: Callable, ceremony: Ceremony, tmp_path: Path) -> None:
    grow(4)
    ceremony()
    out = tmp_path / "log.jsonl"
    assert "4 entries, 2 notes" in run("audit", "export", out).out
    assert len(out.read_bytes().splitlines()) == 1 + 2 + 4
    assert '"act":"log.exported"' in last_entry()
    assert '"details":{"entries":4}' in last_entry()


@pytest.mark.usefixtures("keys")
def test_an_export_of_a_log_with_a_gap_is_told(run: Callable, tmp_path: Path) -> None:
    grow(4)
    behind_the_back("DELETE FROM audit_entry WHERE number = 1")
    ran = run("audit", "export", tmp_path / "log.jsonl")
    assert (ran.status, "1 entries are missing" in ran.err) == (2, True)


@pytest.mark.parametrize(("what", "shown"), [("traveller:2", 2), ("1", 1)])
def test_entries_are_proved_and_checked(
    run: Callable, ceremony: Ceremony, tmp_path: Path, what: str, shown: int
) -> None:
    grow(4)
    grow(4)
    ceremony()
    proof = tmp_path / "proof.json"
    assert f"{shown} entries proved in a log of 8" in run("audit", "prove", what, "--out", proof).out
    assert '"act":"log.searched"' in last_entry()
    checked = run("audit", "check", proof)
    assert (checked.status, checked.out.count("traveller.opened")) == (0, shown)
    assert "signed and countersigned" in checked.out
    proof.write_bytes(proof.read_bytes().replace(b"traveller:", b"traveller:9"))
    assert run("audit", "check", proof).status == 2


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize("what", ["99", "traveller:77", "Ahmed Khan", "9" * 40, "1"])
def test_what_cannot_be_proved_is_refused(run: Callable, what: str) -> None:
    grow(4)
    ran = run("audit", "prove", what)
    assert (ran.status, ran.out) == (2, "")
