"""Lists compiled ahead, from files and from what is stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening.matching.index import layout
from gatehouse.screening.matching.screener import Screener
from gatehouse.terms.candidate import Subject


def _file(folder: Path, content: str) -> Path:
    path = folder / "list.csv"
    path.write_text(content, encoding="utf-8")
    return path


def test_files_are_compiled_into_a_folder(run: Callable, list_csv: str, tmp_path: Path) -> None:
    result = run("lists", "build", "--list", _file(tmp_path, list_csv), "--index", tmp_path / "index")
    assert result.status == 0
    assert "entries" in result.out
    folder = layout.in_use(tmp_path / "index")
    assert folder
    entry = Screener.open(folder).entries[0]
    assert Screener.open(folder).screen(Subject((entry.primary_name,)))[0].entry_id == entry.entry_id


@pytest.mark.parametrize(
    ("content", "arguments"),
    [
        pytest.param("x", ("--index", "there"), id="no-list-file"),
        pytest.param("entry_id,name\nE1,Ilse Varga\n", (), id="no-folder"),
    ],
)
def test_what_cannot_be_compiled_is_refused(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("lists", "build", "--list", _file(tmp_path, content), *arguments)
    assert result.status == 2
    assert not any(path.name.startswith("lists-") for path in tmp_path.rglob("*"))


@pytest.mark.usefixtures("database")
def test_the_stored_lists_are_compiled(run: Callable, list_csv: str, tmp_path: Path) -> None:
    assert run("lists", "add", _file(tmp_path, list_csv)).status == 0
    assert run("lists", "build", "--index", tmp_path / "index").status == 0
    folder = layout.in_use(tmp_path / "index")
    assert folder
    assert len(Screener.open(folder).by_identifier)
