"""A table that is cut says what it says whole; what cannot be read to its end is not cut."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.table import read_table
from gatehouse.screening.spread import parts
from gatehouse.screening.spread.asked import Kind
from gatehouse.screening.spread.parts import Piece, parts_of, pieces_of

MESSAGE = b"UNA:+.? 'UNB+UNOA:4+A+B+260101:0000+1'UNZ+0+1'"


def _rows(pieces: list[Piece]) -> list:
    return [row for piece in pieces for row in read_table(io.BytesIO(piece.content), piece.first)]


@pytest.mark.parametrize("rows", [0, 1, 2, 3, 7, 20])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_csv_is_cut_between_rows(
    cut: Callable, table: Callable, monkeypatch: pytest.MonkeyPatch, rows: int, mark: bytes
) -> None:
    monkeypatch.setattr(parts, "PART_ROWS", 3)
    content = mark + table(rows)
    pieces = cut(content)
    assert len(pieces) == -(-rows // 3)
    assert _rows(pieces) == list(read_table(io.BytesIO(content)))


def test_json_lines_are_cut_whatever_blank_lines_are_between(cut: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART_ROWS", 2)
    content = b'\xef\xbb\xbf{"full_name": "A"}\n\n{"full_name": "\xc3\xa9"}\n \n\xc2\xa0\n{"full_name": "C"}\n\n'
    pieces = cut(content)
    assert [piece.first for piece in pieces] == [1, 3]
    assert _rows(pieces) == list(read_table(io.BytesIO(content)))


@given(st.lists(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=8), max_size=12))
def test_any_cells_are_cut_as_they_are_read(cells: list[str]) -> None:
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells]
    content = "\n".join(["full_name", *quoted]).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "PART_ROWS", 2)
        pieces = list(pieces_of(io.BytesIO(content), "file", "0"))
    assert _rows(pieces) == list(read_table(io.BytesIO(content)))


@pytest.mark.parametrize(
    "content",
    [
        b"full_name\nA\nB\nC,D\nE\n",
        b'full_name\nA\nB\n"C\n',
        b"full_name,wrong\nA,B\n",
        b"full_name\nA\nB\n\xff\n",
        b'{"full_name": "A"}\n{"full_name": "B"}\nnot json\n',
        MESSAGE,
    ],
    ids=["too many cells", "open quote", "unknown column", "not UTF-8", "not JSON", "messages"],
)
def test_what_cannot_be_read_to_its_end_stays_whole(
    cut: Callable, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setattr(parts, "PART_ROWS", 1)
    (piece,) = cut(content)
    assert (piece.content, piece.first) == (content, 1)


def test_small_files_of_messages_share_a_part(cut: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART_BYTES", 2 * len(MESSAGE))
    (piece,) = cut(MESSAGE)
    assert piece.kind is Kind.MESSAGES
    assert [len(part.pieces) for part in parts_of([piece] * 5)] == [2, 2, 1]
    assert [part.number for part in parts_of([piece] * 5)] == [0, 1, 2]


def test_a_part_is_known_by_what_it_is_made_of(cut: Callable, table: Callable) -> None:
    (one,) = parts_of(cut(table(3)))
    (same,) = parts_of(cut(table(3)))
    (other,) = parts_of(cut(table(4)))
    assert one.digest == same.digest
    assert one.digest != other.digest
    assert one.digest != one._replace(pieces=(one.pieces[0]._replace(file="another"),)).digest
