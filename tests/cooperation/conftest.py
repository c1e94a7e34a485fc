"""A hit, as it waits and confirmed by two."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewing import a_hit, confirmed_by_two


@pytest.fixture
def hit(database: Path, tmp_path: Path) -> int:
    """A hit that waits."""
    del database
    return a_hit(tmp_path)


@pytest.fixture
def confirmed(hit: int) -> int:
    """The hit, confirmed by two."""
    del hit
    return confirmed_by_two()
