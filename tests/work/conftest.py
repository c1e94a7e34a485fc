"""Jobs are served by an event loop of their own, beside a browser's that an earlier test may have left running."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _no_other_loop() -> Iterator[None]:
    """A browser that other tests share keeps its loop set in this thread; the programs that serve have none."""
    others = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(others)
