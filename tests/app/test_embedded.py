"""The embedded server: tuned, private, and able to start after a kill."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from gatehouse.app import embedded
from gatehouse.app.errors import DatabaseUnavailableError


def _shown(url: str, name: str) -> str:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT current_setting(%s)", [name]).fetchone()
    assert row
    return str(row[0])


@pytest.mark.parametrize("name", ["shared_buffers", "synchronous_commit", "fsync", "max_wal_size", "jit"])
def test_it_runs_with_our_settings(server: Path, name: str) -> None:
    url = embedded.start(server)
    with psycopg.connect(url) as connection:
        told = "SELECT setting FROM pg_file_settings WHERE name = %s AND sourcefile LIKE %s"
        assert connection.execute(told, [name, f"%{embedded.TUNING_FILE}"]).fetchone() == (embedded.TUNING[name],)
    # The tests' own server does not wait for the disk (tests/conftest.py).
    assert name == "fsync" or _shown(url, name) == embedded.TUNING[name]


def test_its_log_has_no_statement(server: Path) -> None:
    word = "QWERZYX"
    with psycopg.connect(embedded.start(server)) as connection:
        with pytest.raises(psycopg.DataError, match=word):
            connection.execute(f"SELECT '{word}'::date")
        connection.rollback()
        connection.execute("CREATE TEMPORARY TABLE one (word text UNIQUE)")
        connection.execute("INSERT INTO one VALUES (%s)", [word])
        with pytest.raises(psycopg.IntegrityError, match=word):
            connection.execute("INSERT INTO one VALUES (%s)", [word])
    log = (server / "pg" / "log").read_text()
    assert "database system is ready" in log
    assert word not in log


def test_it_listens_nowhere_but_on_its_private_socket(server: Path) -> None:
    url = embedded.start(server)
    assert _shown(url, "listen_addresses") == ""
    assert _shown(url, "unix_socket_permissions") == "0700"


def test_starting_twice_is_starting_once(server: Path) -> None:
    assert embedded.start(server) == embedded.start(server)


@pytest.mark.parametrize(
    "number", [str(os.getpid()), "not a number", "999999999"], ids=["another program", "no number", "nobody"]
)
def test_a_number_that_is_no_postgres_keeps_no_server_down(tmp_path: Path, number: str) -> None:
    postmaster = tmp_path / embedded.POSTMASTER_FILE
    postmaster.write_text(f"{number}\n{tmp_path}\n")
    embedded._forget_another(tmp_path)
    assert not postmaster.exists()


USER = (
    "import sys; from pathlib import Path; from gatehouse.app import embedded;"
    "embedded.start(Path(sys.argv[1])); print('up', flush=True); sys.stdin.read()"
)


def _use(home: Path) -> subprocess.Popen[str]:
    """A program that uses the server in `home` until its input ends."""
    pipe = subprocess.PIPE
    user = subprocess.Popen([sys.executable, "-c", USER, str(home)], stdin=pipe, stdout=pipe, text=True)
    assert user.stdout
    assert user.stdout.readline() == "up\n"
    return user


def test_the_server_stops_with_its_last_user_even_after_a_kill(tmp_path: Path) -> None:
    postmaster = tmp_path / "pg" / embedded.POSTMASTER_FILE
    killed, first, last = _use(tmp_path), _use(tmp_path), _use(tmp_path)
    killed.kill()
    killed.communicate()
    assert first.communicate(timeout=60)
    assert postmaster.exists()
    last.communicate(timeout=60)
    assert not postmaster.exists()


def test_a_data_directory_that_is_not_one_is_explained(tmp_path: Path) -> None:
    data = tmp_path / "pg"
    data.mkdir(mode=0o700)
    (data / "PG_VERSION").write_text("18\n")
    (data / "postgresql.conf").write_text("nonsense\n")
    with pytest.raises(DatabaseUnavailableError) as caught:
        embedded.start(tmp_path)
    assert "did not start" in caught.value.cause
    assert "DATABASE_URL" in caught.value.remedy
