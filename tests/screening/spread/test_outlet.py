"""Answers in a folder: whole or not there, there once, and only those to the same question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from gatehouse.screening.spread.outlet import MANIFEST, Outlet, OutletError, part_name
from gatehouse.screening.spread.parts import Part, parts_of
from gatehouse.screening.spread.screening import Answer, Refusal

QUESTION = {"lists": "abc"}


@pytest.fixture
def part(cut: Callable, table: Callable) -> Part:
    (part,) = parts_of(cut(table(2)))
    return part


def test_what_was_written_is_finished_for_the_next_run(tmp_path: Path, part: Part) -> None:
    outlet = Outlet(tmp_path / "out", QUESTION)
    assert outlet.finished(part) is None
    outlet.write(part.digest, Answer(0, b"{}\n{}\n", 2, (Refusal("f", "why"),)))
    again = Outlet(tmp_path / "out", QUESTION).finished(part)
    assert again == (2, (Refusal("f", "why"),))
    assert (tmp_path / "out" / part_name(0)).read_bytes() == b"{}\n{}\n"


def test_another_input_is_not_finished(tmp_path: Path, part: Part, cut: Callable, table: Callable) -> None:
    outlet = Outlet(tmp_path, QUESTION)
    outlet.write(part.digest, Answer(0, b"{}\n", 1))
    (other,) = parts_of(cut(table(3)))
    assert outlet.finished(other) is None


@pytest.mark.parametrize("lost", [part_name(0), "part-000000.json"])
def test_half_of_a_part_is_not_finished(tmp_path: Path, part: Part, lost: str) -> None:
    outlet = Outlet(tmp_path, QUESTION)
    outlet.write(part.digest, Answer(0, b"{}\n", 1))
    (tmp_path / lost).unlink()
    assert outlet.finished(part) is None


def test_the_manifest_says_at_the_end_which_parts_there_are(tmp_path: Path, part: Part) -> None:
    outlet = Outlet(tmp_path, QUESTION)
    assert orjson.loads((tmp_path / MANIFEST).read_bytes())["parts"] is None
    for number in (0, 1):
        outlet.write(part.digest, Answer(number, b"{}\n", 1))
    outlet.close([part.digest])
    assert orjson.loads((tmp_path / MANIFEST).read_bytes())["parts"] == [part.digest]
    assert not (tmp_path / part_name(1)).exists(), "an input that has become shorter leaves nothing behind"


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    Outlet(tmp_path / "a", QUESTION)
    with pytest.raises(OutletError, match="another run"):
        Outlet(tmp_path / "a", {"lists": "other"})
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "mine.txt").write_text("keep")
    with pytest.raises(OutletError, match="not empty"):
        Outlet(tmp_path / "b", QUESTION)
    (tmp_path / "a" / MANIFEST).write_text("{")
    with pytest.raises(OutletError, match="cannot be read"):
        Outlet(tmp_path / "a", QUESTION)
