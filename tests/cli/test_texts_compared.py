"""`gatehouse texts compare` shows what changed, and refuses what cannot be compared."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from resolutions import CHINESE, ENGLISH, Made, plain


def _written(folder: Path, made: Made, name: str, change: tuple[str, str] = ("", "")) -> Path:
    path = folder / name
    path.write_text(plain(made).replace(*change) if change[0] else plain(made), encoding="utf-8")
    return path


def test_words_that_changed_are_shown(run: Callable, tmp_path: Path) -> None:
    before = _written(tmp_path, ENGLISH, "a.txt")
    after = _written(
        tmp_path, ENGLISH, "b.txt", ("keeping such lists for no longer", "destroying these papers after no more")
    )
    shown = run("texts", "compare", before, after).out
    assert "4 carried, 1 amended" in shown
    assert "[-keeping-]{+destroying+}" in shown
    assert "[-keeping-]" not in run("texts", "compare", before, after, "--no-words").out
    assert json.loads(run("texts", "compare", before, after, "--json").out)["counts"]["amended"] == 1


def test_two_languages_are_not_compared(run: Callable, tmp_path: Path) -> None:
    done = run("texts", "compare", _written(tmp_path, ENGLISH, "a.txt"), _written(tmp_path, CHINESE, "b.txt"))
    assert done.status == 2
    assert "another language" in done.err


def test_a_file_that_is_none_is_refused(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("nothing")
    assert run("texts", "compare", _written(tmp_path, ENGLISH, "a.txt"), tmp_path / "b.txt").status == 2
