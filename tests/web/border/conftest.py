"""A stored day: two travellers, of whom one is on a list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gatehouse.screening.enquiries import at_hand
from stored_day import store_day


@pytest.fixture
def stored_day(database: Path, tmp_path: Path) -> Iterator[None]:
    """Everything is stored, and no process has lists of another database at hand."""
    assert database.exists()
    at_hand.forget()
    store_day(tmp_path)
    yield
    at_hand.forget()
