"""`gatehouse receive`: bytes are held, nothing is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening.intake.models import Replacement, StoredMessage, Transmission

pytestmark = pytest.mark.usefixtures("database")


def test_files_are_held_and_not_read(run: Callable, tmp_path: Path, paxlst: str) -> None:
    (tmp_path / "a.edi").write_text(paxlst)
    (tmp_path / "bad.edi").write_text("UNB+UNOA:4+A+B+210513:0900+1" + "A" * 300_000)
    result = run("receive", tmp_path)
    assert result.status == 0
    assert result.out.startswith("2 files, ")
    assert set(Transmission.objects.values_list("state", flat=True)) == {"received"}
    assert not StoredMessage.objects.exists()
    assert "(2 held before)" in run("receive", tmp_path).out


def test_a_path_that_is_not_there_is_refused(run: Callable, tmp_path: Path) -> None:
    result = run("receive", tmp_path / "none")
    assert (result.status, result.out) == (2, "")
    assert not Transmission.objects.exists()


def test_a_file_that_cannot_be_received_is_told(
    run: Callable, tmp_path: Path, paxlst: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.edi").write_text(paxlst)
    monkeypatch.setattr("gatehouse.screening.intake.receiving.FILE_BYTES_MAX", 10)
    result = run("receive", tmp_path)
    assert result.status == 2
    assert "a.edi: quarantined: the file is larger than 10 bytes" in result.err


def test_a_repaired_file_takes_the_place_of_one_that_could_not_be_read(
    run: Callable, tmp_path: Path, paxlst: str
) -> None:
    broken, repaired = tmp_path / "broken.edi", tmp_path / "repaired.edi"
    broken.write_text("no interchange")
    repaired.write_text(paxlst)
    assert run("receive", broken).status == 2
    number = Transmission.objects.get().pk
    for wrong in (("--replaces", number), ("--reason", "why"), ("--replaces", number + 1, "--reason", "none such")):
        assert run("receive", *wrong, repaired).status == 2
    assert run("receive", "--replaces", number, "--reason", "two files?", broken, repaired).status == 2
    same = run("receive", "--replaces", number, "--reason", "as it was", broken)
    assert (same.status, "the very bytes" in same.err) == (2, True)
    assert run("receive", "--replaces", number, "--reason", "not mine", "--as", "analyst", repaired).status == 2
    assert not Replacement.objects.exists()
    done = run("receive", "--replaces", number, "--reason", "the carrier sent it anew", repaired)
    made = Replacement.objects.get()
    assert (done.status, made.replaced_id, made.reason) == (0, number, "the carrier sent it anew")
    assert done.out.startswith(f"file {made.replacement_id} takes the place of file {number}")
