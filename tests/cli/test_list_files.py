"""List files of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.cli.console import Refused
from gatehouse.cli.list_files import entries_in_force, entries_of, list_read

HEADER = "list,entry_id,name,expires_on\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "l.csv"
    path.write_text(f"{HEADER}DEMO,1,Ilse Varga,2001-01-01\nDEMO,2,Boris Fiktivov,\nDEMO,3,,\n")
    return path


def test_malformed_entries_are_counted(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [entry.entry_id for entry in entries_of([file, file])] == ["1", "2"] * 2
    assert capsys.readouterr().err.count("1 malformed entries skipped") == 2


def test_expired_entries_are_counted_and_left_out(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [entry.entry_id for entry in entries_in_force([file])] == ["2"]
    assert "1 entries have expired" in capsys.readouterr().err


def test_a_file_that_is_no_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"none\.csv"):
        list_read(tmp_path / "none.csv")
