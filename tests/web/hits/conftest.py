"""A hit in the database, and browsers of those who decide."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.screening.hits.models import Hit
from manifest import Person, paxlst
from reviewing import Screening, listed


@pytest.fixture
def screening(database: Path, tmp_path: Path) -> Screening:
    """The flow beside one entry."""
    del database
    listed()

    def sent(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return Screening(paxlst, Person, sent)


@pytest.fixture
def hit(screening: Screening) -> int:
    """A hit that waits."""
    screening.fly(screening.person("DOE/JOE", "700101", locator="ABC123", reference="U0"), screening.ann())
    return Hit.objects.get().id
