"""What a hostile administrator can do to the database, done to a real one behind the triggers' back, and found."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection

from gatehouse.audit import keeping, log
from gatehouse.audit.checkpoint import Checkpoint as Said
from gatehouse.audit.checkpoint import countersigned
from gatehouse.audit.errors import NoteError
from gatehouse.audit.merkle import Edge, leaf_hash
from gatehouse.audit.signing import PrivateKey, note_from
from stored_log import (
    KEYS,
    LOG,
    OVERSEER,
    behind_the_back,
    codes,
    countersign,
    entries,
    grow,
    now,
    report,
    sign,
    silent,
)

NOW_OR_NEVER = dt.timedelta(0)
EXCHANGE = (
    "UPDATE audit_entry SET number = 1000 WHERE number = 3",
    "UPDATE audit_entry SET number = 3 WHERE number = 6",
    "UPDATE audit_entry SET number = 6 WHERE number = 1000",
)
GAP_CLOSED = (
    "DELETE FROM audit_entry WHERE number = 3",
    "UPDATE audit_entry SET number = number - 1 + 1000 WHERE number > 3",
    "UPDATE audit_entry SET number = number - 1000 WHERE number > 900",
)
ALTERED = "UPDATE audit_entry SET body = replace(body, 'allowed', 'refused') WHERE number = 3"
ANOTHERS = "UPDATE audit_entry SET body = (SELECT body FROM audit_entry WHERE number = 4) WHERE number = 3"
SENTENCE = "UPDATE audit_entry SET body = replace(body, '\"rule\"', '\"he asked\"') WHERE number = 3"
SHORTENED = "UPDATE audit_checkpoint SET note = replace(note, E'\\n10\\n', E'\\n9\\n')"
TAMPERED = {
    "one letter altered": ((ALTERED,), {"root-differs"}),
    "an entry made another's": ((ANOTHERS,), {"root-differs"}),
    "a sentence written in": ((SENTENCE,), {"root-differs", "entry-altered"}),
    "a row deleted": (("DELETE FROM audit_entry WHERE number = 3",), {"entry-missing", "log-shortened"}),
    "a row deleted and the gap closed": (GAP_CLOSED, {"log-shortened"}),
    "two rows exchanged": (EXCHANGE, {"root-differs"}),
    "the tail cut off": (("DELETE FROM audit_entry WHERE number > 6",), {"log-shortened"}),
    "all of it deleted": (("TRUNCATE audit_entry",), {"log-shortened"}),
    "the size of a checkpoint altered": ((SHORTENED,), {"checkpoint-forged", "never-signed"}),
    "a checkpoint scribbled over": (
        ("UPDATE audit_checkpoint SET note = id::text",),
        {"checkpoint-unreadable", "never-signed"},
    ),
}


@pytest.fixture(autouse=True)
def ten_entries(database: object) -> str:
    """Ten entries under a countersigned checkpoint; the value is the overseer's own copy of it."""
    del database
    grow(10)
    return str(countersign(sign()))


@pytest.mark.parametrize("fault", TAMPERED)
def test_what_is_done_to_the_rows_is_found(fault: str) -> None:
    assert report().is_true
    statements, expected = TAMPERED[fault]
    behind_the_back(*statements)
    found = report()
    assert not found.is_true
    assert set(codes(found)) == expected


@pytest.mark.parametrize("fault", TAMPERED)
def test_the_overseers_own_note_finds_it_where_all_checkpoints_were_deleted(fault: str, ten_entries: str) -> None:
    statements, expected = TAMPERED[fault]
    behind_the_back(*statements, "TRUNCATE audit_checkpoint")
    if not any(code.startswith("checkpoint") for code in expected):
        assert set(codes(report([ten_entries]))) == expected
    assert codes(report(grace=NOW_OR_NEVER)), "without it, the missing countersignature is found after the grace period"


def rewrite(altered: str) -> None:
    """Alter the entries, drop every checkpoint, and sign the new log with the log's own, stolen, key."""
    behind_the_back(altered, "TRUNCATE audit_checkpoint")
    sign()


def test_a_log_rewritten_with_its_own_key_lacks_the_countersignature(ten_entries: str) -> None:
    rewrite(ALTERED)
    assert report().is_true, "the log's key vouches for it"
    assert codes(report(grace=NOW_OR_NEVER)) == ["not-countersigned"]
    assert codes(report([ten_entries])) == ["root-differs"]


def test_the_overseer_does_not_countersign_a_rewritten_log(ten_entries: str) -> None:
    rewrite(ALTERED)
    grow(5)
    for since in (None, 10):
        asked = keeping.request(sign(), since, KEYS, silent)
        with pytest.raises(NoteError, match=r"did not grow|nothing proves"):
            countersigned(asked, OVERSEER, KEYS.log, note_from(ten_entries))


def test_a_checkpoint_forged_with_another_key_is_found() -> None:
    thief = PrivateKey.made(LOG.name)
    edge = Edge()
    for _, leaf in log.leaves(0, 4):
        edge.append(leaf_hash(leaf))
    note = str(Said(LOG.name, 4, edge.root(), now()).signed(thief))
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO audit_checkpoint (size, note, edge) VALUES (4, %s, '')", [note])
    assert codes(report()) == ["checkpoint-unsigned"]


def test_a_countersignature_forged_by_the_logs_operator_is_found() -> None:
    grow(3)
    thief = PrivateKey(OVERSEER.name, LOG.seed)
    note = str(sign().signed_by(thief))
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO audit_checkpoint (size, note, edge) VALUES (13, %s, '')", [note])
    assert codes(report(grace=NOW_OR_NEVER)) == ["not-countersigned"]
    assert report().countersigned == 10


def test_an_entry_slipped_in_where_it_fits_is_found_by_the_root() -> None:
    (late,) = entries(1, first=77)
    behind_the_back(
        "UPDATE audit_entry SET number = number + 1001 WHERE number >= 5",
        "UPDATE audit_entry SET number = number - 1000 WHERE number > 900",
        f"INSERT INTO audit_entry (number, body) VALUES (5, '{late.encoded().decode()}')",
    )
    assert codes(report()) == ["root-differs"]


def test_the_limit_what_no_checkpoint_covers_can_be_deleted_unseen() -> None:
    """The limit that docs/audit.md states: between checkpoints nothing but the database vouches for an entry."""
    grow(3, first=10)
    behind_the_back("DELETE FROM audit_entry WHERE number >= 11")
    assert report().is_true
    assert report().open == 1


def test_numbering_switched_off_is_found() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_waiting DISABLE TRIGGER audit_number")
        grow(2, first=10)
        cursor.execute("ALTER TABLE audit_waiting ENABLE ALWAYS TRIGGER audit_number")
    assert (log.size(), log.left_waiting()) == (10, 2)
