"""A part gives what screening the file gives."""

from __future__ import annotations

import io
from collections.abc import Callable

import orjson
import pytest

from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.spread import parts
from gatehouse.screening.spread.asked import answered, json_line, rows_asked
from gatehouse.screening.spread.parts import Part, parts_of
from gatehouse.screening.spread.screening import screened


def test_parts_together_are_the_whole(
    cut: Callable, table: Callable, entries: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, screener = table(20), Screener(entries)
    whole = b"".join(
        json_line(*one) for one in answered(rows_asked(io.BytesIO(content), "file", cut(content)[0].sha256), screener)
    )
    monkeypatch.setattr(parts, "PART_ROWS", 3)
    answers = [screened(part, screener) for part in parts_of(cut(content))]
    assert b"".join(answer.lines for answer in answers) == whole
    assert [answer.travellers for answer in answers] == [3, 3, 3, 3, 3, 3, 2]
    assert any(line["candidates"] for line in map(orjson.loads, whole.splitlines()))


def test_a_file_that_cannot_be_read_does_not_stop_the_others_of_its_part(
    cut: Callable, table: Callable, entries: list
) -> None:
    good, bad = cut(table(2)), cut(b"full_name\nA,B\n")
    answer = screened(Part(7, (*bad, *good)), Screener(entries))
    assert (answer.number, answer.travellers) == (7, 2)
    ((file, cause),) = answer.refusals
    assert file == "file"
    assert "line 2" in cause
