"""An empty database with one list entry in force, and messages to send through the flow."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewing import Screening, listed


@pytest.fixture
def screening(database: object, paxlst: Callable[..., bytes], person: type, sent: Callable[..., object]) -> Screening:
    """The flow beside one entry."""
    del database
    listed()
    return Screening(paxlst, person, sent)
