"""Two listed persons and tables of travellers, among whom they are."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable

import pytest

from gatehouse.screening.spread.parts import Piece, pieces_of
from gatehouse.terms.entry import ListedName, ListEntry

NAMES = ("Yusuf Karim", "Ama Osei", "Boris Fiktivov", "Éloïse Dupré", "Nobody Known")


def _entry(entry_id: str, name: str) -> ListEntry:
    return ListEntry(list="TEST", entry_id=entry_id, names=(ListedName(name),))


@pytest.fixture(scope="session")
def entries() -> list[ListEntry]:
    return [_entry("E1", "Yousef al-Karim"), _entry("E2", "Boris Fiktivov")]


@pytest.fixture(scope="session")
def table() -> Callable[[int], bytes]:
    """A CSV of so many travellers, some of whose cells hold line breaks, quotes and letters of two bytes."""

    def make(rows: int) -> bytes:
        lines = ["full_name,birth_place"]
        for number in range(rows):
            place = '"Port\r\n""New"", Isle"' if number % 7 == 0 else "Zürich"
            lines.append(f"{NAMES[number % len(NAMES)]},{place}")
        return ("\n".join(lines) + "\n").encode()

    return make


@pytest.fixture(scope="session")
def cut() -> Callable[[bytes], list[Piece]]:
    """The pieces of a file of these bytes."""

    def pieces(content: bytes) -> list[Piece]:
        return list(pieces_of(io.BytesIO(content), "file", hashlib.sha256(content).hexdigest()))

    return pieces
