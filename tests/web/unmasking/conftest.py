"""The demonstration's law is in force again after every test, and keys are forgotten with their database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gatehouse.app.law import Law, Mode
from gatehouse.records.law import put_in_force
from gatehouse.retention import data_keys
from gatehouse.safeguards.shipped import demo_profile


@pytest.fixture(autouse=True)
def _law() -> Iterator[None]:
    yield
    data_keys._remembered.clear()
    put_in_force(Law(Mode.DEMO, demo_profile()))
