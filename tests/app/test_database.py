"""Which database is used, and what is said when it is not there."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from gatehouse.app import database as room
from gatehouse.app import embedded
from gatehouse.app.errors import DatabaseUnavailableError

NOBODY = "postgresql://somebody:hush@127.0.0.1:1/nothing"


def test_a_given_url_is_used_and_nothing_embedded_is_started(
    server: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    url = embedded.start(server)
    monkeypatch.setenv(room.URL_VARIABLE, url)
    assert room.database_url(tmp_path) == url
    assert list(tmp_path.iterdir()) == []


def test_a_given_url_that_fails_does_not_start_the_embedded_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(room.URL_VARIABLE, NOBODY)
    with pytest.raises(DatabaseUnavailableError):
        room.database_url(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_said_holds_no_password() -> None:
    with pytest.raises(DatabaseUnavailableError) as caught:
        room.check(NOBODY)
    assert "hush" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_an_old_server_is_refused(server: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "OLDEST_VERSION", 990000)
    with pytest.raises(DatabaseUnavailableError, match="16 or newer"):
        room.check(embedded.start(server))


def test_a_url_becomes_what_django_wants() -> None:
    found = room.django_database("postgresql://ann:pw@db.example:5433/gate?sslmode=require")
    assert found["NAME"] == "gate"
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("ann", "pw", "db.example", "5433")
    assert found["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize("text", ["mysql://a/b", "what is this"])
def test_what_is_no_url_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(DatabaseUnavailableError) as caught:
        room.django_database(text)
    assert text not in str(caught.value)


def test_the_url_of_the_embedded_server_can_be_connected_to(server: Path) -> None:
    with psycopg.connect(embedded.start(server)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
