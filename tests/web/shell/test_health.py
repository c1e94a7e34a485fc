"""Whether the service lives, and whether it can serve."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection
from django.test import Client


def test_it_lives_and_is_ready(client_of_nobody: Client) -> None:
    assert client_of_nobody.get("/health/").json() == {"alive": True}
    assert client_of_nobody.get("/ready/").json() == {"ready": True, "database": True, "tables": True, "law": True}


def test_without_a_database_it_lives_and_is_not_ready(
    client_of_nobody: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> None:
        raise OperationalError("SECRET host")

    monkeypatch.setattr(connection, "ensure_connection", gone)
    answer = client_of_nobody.get("/ready/")
    assert (answer.status_code, answer.json()["database"]) == (503, False)
    assert "SECRET" not in answer.content.decode()
    assert client_of_nobody.get("/health/").status_code == 200
