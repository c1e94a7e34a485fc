"""One region, played once for all tests of reports: the demonstration, rolled back at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.assessment.demonstration.story import Played, play


@pytest.fixture
def played(database: Path) -> Played:
    """The demonstration in an empty database."""
    del database
    return play(7, [].append)
