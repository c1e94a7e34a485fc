"""The tables refuse to change, whoever asks, and give numbers in the order of commits."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from gatehouse.audit import log
from gatehouse.audit.models import Checkpoint, Entry, Waiting
from stored_log import countersign, grow, report, sign

pytestmark = pytest.mark.usefixtures("database")
WAITING = 'INSERT INTO audit_waiting (bodies) VALUES (ARRAY[\'{"subject":"x"}\'])'
REFUSED = [
    "UPDATE audit_entry SET body = '{}' WHERE number = 0",
    "UPDATE audit_entry SET number = number + 100",
    "DELETE FROM audit_entry WHERE number = 2",
    "DELETE FROM audit_entry WHERE false",
    "TRUNCATE audit_entry",
    "INSERT INTO audit_entry (number, body) VALUES (99, '{}')",
    "UPDATE audit_checkpoint SET size = 1",
    "DELETE FROM audit_checkpoint",
    "TRUNCATE audit_checkpoint",
    "DELETE FROM audit_waiting",
    "UPDATE audit_waiting SET bodies = '{}'",
    "TRUNCATE audit_waiting",
]


def run(*statements: str) -> None:
    """Run the statements in one transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.mark.parametrize("as_replica", [False, True], ids=["usual", "as a replica"])
@pytest.mark.parametrize("statement", REFUSED)
def test_what_would_change_the_log_is_refused_and_says_why(statement: str, as_replica: bool) -> None:
    grow(3)
    sign()
    role = f"SET LOCAL session_replication_role = {'replica' if as_replica else 'origin'}"
    with pytest.raises(ProgrammingError, match=r"the audit log is append-only: [A-Z]+ on audit_[a-z]+ is refused"):
        run(role, statement)
    assert (Entry.objects.count(), Checkpoint.objects.count()) == (3, 1)
    assert report().is_true


def test_the_models_refuse_too() -> None:
    grow(1)
    for act in (
        lambda: Entry.objects.all().delete(),
        lambda: Entry(number=5, body="{}").save(),
        Waiting.objects.all().delete,
    ):
        with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
            act()


def test_waiting_entries_cannot_be_taken_back_within_their_transaction() -> None:
    with pytest.raises(ProgrammingError, match="append-only"):
        run(WAITING, "DELETE FROM audit_waiting")
    assert log.size() == 0


@pytest.fixture
def others(database: object) -> Iterator[list[psycopg.Connection]]:
    """Two more sessions on the same database."""
    del database
    found = connection.get_connection_params()
    parameters = {key: found[key] for key in ("dbname", "user", "password", "host", "port") if found.get(key)}
    sessions = [psycopg.connect(**parameters) for _ in range(2)]
    yield sessions
    for session in sessions:
        session.close()


def test_numbers_follow_the_order_of_commits_without_a_gap(others: list[psycopg.Connection]) -> None:
    first, second = others
    first.execute(WAITING.replace("x", "first"))
    second.execute(WAITING.replace("x", "second"))
    assert log.size() == 0, "nothing has a number before it commits"
    second.commit()
    first.rollback()
    first.execute(WAITING.replace("x", "third"))
    first.commit()
    assert [body for _, body in log.leaves(0, 9)] == [b'{"subject":"second"}', b'{"subject":"third"}']
    assert [number for number, _ in log.leaves(0, 9)] == [0, 1]


def test_many_sessions_at_once_leave_no_gap() -> None:
    parameters = connection.get_connection_params()
    wanted = {key: parameters[key] for key in ("dbname", "user", "password", "host", "port") if parameters.get(key)}

    def write(name: str) -> None:
        with psycopg.connect(**wanted) as session:
            for turn in range(20):
                session.execute(WAITING.replace("x", f"{name}-{turn}"))
                session.rollback() if turn % 5 == 4 else session.commit()

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = list(log.leaves(0, 1000))
    assert [number for number, _ in found] == list(range(64))
    assert len({body for _, body in found}) == 64


def test_a_session_that_may_only_record_can_do_nothing_else(others: list[psycopg.Connection]) -> None:
    web = others[0]
    web.execute("DROP ROLE IF EXISTS audit_writer_test")
    web.execute("CREATE ROLE audit_writer_test")
    web.execute("GRANT INSERT ON audit_waiting TO audit_writer_test")
    web.commit()
    try:
        web.execute("SET ROLE audit_writer_test")
        web.execute(WAITING)
        web.commit()
        assert log.size() == 1
        for statement in ("SELECT * FROM audit_entry", "SELECT * FROM audit_waiting", *REFUSED):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                web.execute(statement)
            web.rollback()
    finally:
        web.rollback()
        web.execute("RESET ROLE")
        web.execute("DROP OWNED BY audit_writer_test")
        web.execute("DROP ROLE audit_writer_test")
        web.commit()


def test_a_transaction_of_a_stricter_isolation_that_meets_another_fails_whole(others: list[psycopg.Connection]) -> None:
    strict, other = others
    strict.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    strict.execute(WAITING)
    other.execute(WAITING)
    other.commit()
    with pytest.raises(psycopg.errors.UniqueViolation):
        strict.commit()
    assert log.size() == 1


def test_a_checkpoint_keeps_both_its_notes() -> None:
    grow(2)
    countersign(sign())
    assert list(Checkpoint.objects.values_list("size", flat=True)) == [2, 2]
