"""The lists that are held, their versions, and what a version changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from stored_day import store_day


@pytest.mark.usefixtures("database")
def test_a_list_is_shown_with_its_versions_and_their_difference(tmp_path: Path, browser: Callable[..., Client]) -> None:
    store_day(tmp_path)
    manager = browser(Role.LIST_MANAGER, purpose="screening", reference="M-1")
    assert b"DEMO" in manager.get("/lists/").content
    assert [row.number for row in manager.get("/lists/DEMO/").context["slice"].rows] == [1]
    compared = manager.get("/lists/DEMO/0/1/")
    assert [entry.entry_id for entry in compared.context["found"].added] == ["D-1"]
    assert manager.get("/lists/DEMO/0/9/").status_code == 404
    assert manager.get("/lists/NONE/").status_code == 404
