"""The log forgets its own beginning up to a countersigned checkpoint, and what an administrator does then is found."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction

from gatehouse.audit import forgetting, keeping, log
from gatehouse.audit.checkpoint import countersigned
from gatehouse.audit.entry import decoded
from gatehouse.audit.signing import note_from, signers
from stored_log import KEYS, LOG, OVERSEER, behind_the_back, codes, countersign, grow, now, report, sign, silent

pytestmark = pytest.mark.usefixtures("database")
LAW = "0" * 64


def forget(past: dt.date | None = None) -> int:
    return forgetting.forget(LOG, KEYS, past or now().date(), LAW, "upkeep")


def numbers() -> list[int]:
    return [number for number, _ in log.leaves(0, log.size())]


@pytest.fixture
def forgotten() -> str:
    """Ten entries that were forgotten, five that a checkpoint covers, and more; the overseer's own note of the five."""
    grow(10)
    countersign(sign())
    grow(5)
    assert forget() == 10
    grow(3)
    return str(countersign(sign()))


def test_it_goes_up_to_a_countersigned_checkpoint_and_the_rest_stays_true(forgotten: str) -> None:
    assert numbers()[0] == 10
    assert log.size() == 19
    found = report([forgotten])
    assert (found.findings, found.forgotten, found.countersigned) == ([], 10, 19)
    [certificate] = forgetting.certificates()
    assert signers(note_from(certificate), KEYS.log)
    told = [decoded(leaf) for _, leaf in log.leaves(10, 19)]
    assert [(e.subject, e.details) for e in told if e.act == "log.forgotten"] == [("checkpoint:10", {"entries": 10})]
    grow(2)
    asked = keeping.request(sign(), None, KEYS, silent)
    assert countersigned(asked, OVERSEER, KEYS.log, note_from(forgotten))


def test_without_a_countersigned_checkpoint_of_that_age_nothing_is_forgotten() -> None:
    grow(4)
    sign()
    assert forget() == 0
    countersign(sign())
    assert forget(now().date() - dt.timedelta(days=1)) == 0
    assert forget() == 0, "the last entry stays"
    grow(1)
    assert forget() == 4
    assert numbers() == [4, 5]


def test_killed_before_the_entries_went_the_next_run_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    grow(10)
    countersign(sign())
    grow(1)

    def killed(_: int) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(forgetting, "_delete", killed)
        with pytest.raises(KeyboardInterrupt):
            forget()
    assert numbers()[0] == 0
    assert report().is_true
    monkeypatch.setattr(forgetting, "AT_ONCE", 4)
    assert forget() == 10
    assert numbers()[0] == 10
    assert report().findings == []


def test_the_tables_let_nothing_else_go(forgotten: str) -> None:
    del forgotten
    for statement in (
        "DELETE FROM audit_entry WHERE number = 12",
        "UPDATE audit_entry SET body = ''",
        "TRUNCATE audit_entry",
        "DELETE FROM audit_forgotten",
        "UPDATE audit_forgotten SET size = 15",
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


ALTERED = "UPDATE audit_entry SET body = replace(body, 'allowed', 'refused') WHERE number = 12"
TREE = "UPDATE audit_forgotten SET edge = set_byte(edge, 0, 255 - get_byte(edge, 0))"
MOVED = ("UPDATE audit_forgotten SET size = 12", "DELETE FROM audit_entry WHERE number < 12")
TAMPERED = {
    "an entry altered": ((ALTERED,), "root-differs"),
    "an entry deleted": (("DELETE FROM audit_entry WHERE number = 12",), "entry-missing"),
    "more cut off the beginning": (("DELETE FROM audit_entry WHERE number < 12",), "entry-missing"),
    "the tail cut off": (("DELETE FROM audit_entry WHERE number > 16",), "log-shortened"),
    "the kept tree altered": ((TREE,), "root-differs"),
    "the beginning moved": (MOVED, "beginning-unproved"),
}


@pytest.mark.parametrize("fault", TAMPERED)
def test_what_is_done_to_the_rest_is_found(fault: str, forgotten: str) -> None:
    statements, code = TAMPERED[fault]
    behind_the_back(*statements)
    assert code in codes(report([forgotten]))
