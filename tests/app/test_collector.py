"""The collector is slowed down, never switched off."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from gatehouse.app.collector import unhurried


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_it_still_collects() -> None:
    unhurried()
    assert gc.isenabled()
    assert all(threshold > 0 for threshold in gc.get_threshold())


def test_it_looks_less_often_and_leaves_out_what_is_loaded() -> None:
    before = gc.get_threshold()
    unhurried()
    assert gc.get_threshold()[0] > before[0]
    assert gc.get_freeze_count() > 0
