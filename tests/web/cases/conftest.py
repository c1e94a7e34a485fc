"""A hit that two persons confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.screening.review import decisions
from gatehouse.screening.review.acting import Said
from gatehouse.screening.review.answers import Answer
from manifest import Person, paxlst
from reviewing import ANALYST, BY_DOCUMENT, SENIOR, Screening, listed, look


@pytest.fixture
def confirmed(database: Path, tmp_path: Path) -> int:
    """The hit."""
    del database
    listed()

    def sent(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    screening = Screening(paxlst, Person, sent)
    screening.fly(screening.ann())
    decisions.decide(ANALYST, look(), Answer.SAME, BY_DOCUMENT)
    decisions.agree(SENIOR, look(), Said())
    return look().hit
