"""Lists by the API: versions, and the entries in force."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gatehouse.safeguards.vocabulary import Role

pytestmark = pytest.mark.usefixtures("stored_day")


def test_versions_and_entries_in_force(caller: Callable[..., Any]) -> None:
    manager = caller(Role.LIST_MANAGER)
    (held,) = manager("get", "/lists").json()
    assert (held["list"], [version["entries"] for version in held["versions"]]) == ("DEMO", [1])
    page = manager("get", "/lists/DEMO/entries").json()
    assert [entry["entry_id"] for entry in page["entries"]] == ["D-1"]
    assert manager("get", "/lists/NONE/entries").status_code == 404


def test_without_a_reference_a_list_manager_sees_none(caller: Callable[..., Any]) -> None:
    answer = caller(Role.LIST_MANAGER)("get", "/lists", reference="")
    assert (answer.status_code, answer.json()["code"]) == (403, "refused")
