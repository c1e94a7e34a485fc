"""A hit that two persons confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewing import a_hit, confirmed_by_two


@pytest.fixture
def confirmed(database: Path, tmp_path: Path) -> int:
    """The hit."""
    del database
    a_hit(tmp_path)
    return confirmed_by_two()
