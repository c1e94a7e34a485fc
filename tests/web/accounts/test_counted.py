"""What is counted of tries is counted by all processes together, in the database."""

from __future__ import annotations

from pathlib import Path

from django.core.cache import cache
from django.core.cache.backends.db import DatabaseCache

from gatehouse.web.accounts.models import Counted


def test_what_one_process_counts_another_knows(database: Path) -> None:
    del database
    cache.set("tries-of-one", [1.0, 2.0], 60)
    of_another_process = DatabaseCache("accounts_counted", {})
    assert of_another_process.get("tries-of-one") == [1.0, 2.0]
    assert Counted.objects.count() == 1
    assert not of_another_process.add("tries-of-one", [], 60)
