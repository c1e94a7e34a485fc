"""A step waits for who places travellers, and who places waits for it."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from gatehouse.retention.undisturbed import undisturbed
from gatehouse.screening.bulk import only_one

pytestmark = pytest.mark.usefixtures("database")


def test_placing_and_retention_take_turns() -> None:
    order: list[str] = []
    begun = threading.Event()

    def place() -> None:
        begun.set()
        with only_one():
            order.append("placed")
        connection.close()

    thread = threading.Thread(target=place)
    with undisturbed():
        thread.start()
        begun.wait()
        order.append("masked")
    thread.join()
    assert order == ["masked", "placed"]
