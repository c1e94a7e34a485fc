"""A criterion is a value: it has a name, and cannot be changed after it was read."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest


def test_its_name_is_what_hits_say(criterion_of: Callable) -> None:
    assert criterion_of(("version = 1", "version = 12")).name == "cash-only 12"


def test_it_cannot_be_changed(criterion_of: Callable) -> None:
    criterion = criterion_of()
    with pytest.raises(dataclasses.FrozenInstanceError):
        criterion.condition = None
    assert criterion == criterion_of()
