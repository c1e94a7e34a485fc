"""Evidence comes in with its chain, is seen by those who may, and says when it was touched."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction

from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.evidence import store
from gatehouse.assessment.evidence.errors import EvidenceError
from gatehouse.assessment.evidence.limits import FILE_BYTES_MAX
from gatehouse.assessment.evidence.models import Item
from gatehouse.assessment.evidence.store import Brought, kinds
from gatehouse.assessment.states import store as states
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.audit import log
from gatehouse.measures.live_number import live_number
from gatehouse.safeguards.decision import Actor

LAW = Brought("document", "Border Act", ("2396-2",), file_name="act.pdf", content=b"%PDF-1.7 text")
TALK = Brought("interview", "Border service", told="They check.", source="border service")


def behind_the_back(table: str, statement: str) -> None:
    """Change a table as somebody who owns it could."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER kept")
        cursor.execute(statement.format(table))
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER kept")


def test_a_document_comes_in_whole(focal: Actor, altona: State, cycle: Cycle) -> None:
    item = store.add(focal, altona, cycle, LAW)
    content, shown = store.open_file(focal, item)
    assert (content, shown.broken) == (LAW.content, ())
    assert [(event.deed, event.by) for event in shown.chain] == [("received", focal.id)]


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_an_item_of_each_kind_has_to_be_whole(assessor: Actor, altona: State, cycle: Cycle, kind: str) -> None:
    number = live_number("api-coverage", 98.5, dt.date(2026, 5, 1), "screening", 100)
    whole = Brought(kind, "x", told="x", source="x", reference="x", number=number, content=b"x")
    (shown,) = [store.shown(store.add(assessor, altona, cycle, whole))]
    assert shown.broken == ()
    with pytest.raises(EvidenceError, match="has to have"):
        store.add(assessor, altona, cycle, Brought(kind, "x"))


@pytest.mark.parametrize(
    "brought",
    [
        Brought("rumour", "x", told="x"),
        Brought("observation", " ", told="x"),
        Brought("observation", "x" * 201, told="x"),
        Brought("observation", "x", told="x" * 20_001),
        Brought("document", "x", content=b"x" * (FILE_BYTES_MAX + 1)),
    ],
    ids=["kind", "no title", "long title", "long words", "large file"],
)
def test_what_is_not_whole_is_refused(assessor: Actor, altona: State, cycle: Cycle, brought: Brought) -> None:
    with pytest.raises(EvidenceError):
        store.add(assessor, altona, cycle, brought)


def test_a_changed_file_is_said_and_still_shown(focal: Actor, altona: State, cycle: Cycle) -> None:
    item = store.add(focal, altona, cycle, LAW)
    behind_the_back("assessment_evidence_file", "UPDATE {} SET content = 'other'")
    content, shown = store.open_file(focal, item)
    assert content == b"other"
    assert [str(fault.text) for fault in shown.broken] == ["what was held then is not what is kept now"]
    with pytest.raises(EvidenceError, match="integrity is not shown"):
        store.check(focal, item)


def test_a_cut_chain_is_said(assessor: Actor, lead: Actor, altona: State, cycle: Cycle) -> None:
    item = store.add(assessor, altona, cycle, TALK)
    store.hand_over(assessor, item, lead.id)
    store.check(lead, item)
    behind_the_back("assessment_evidence_custodyevent", "DELETE FROM {} WHERE number = 2")
    (shown,) = store.open_items(lead, altona, cycle)
    assert shown.broken


def test_only_who_holds_an_item_hands_it_over(assessor: Actor, lead: Actor, altona: State, cycle: Cycle) -> None:
    item = store.add(assessor, altona, cycle, TALK)
    with pytest.raises(EvidenceError, match="somebody else holds"):
        store.hand_over(lead, item, lead.id)
    store.hand_over(assessor, item, lead.id)
    assert store.check(lead, item).number == 3
    for nobody in ("Ahmed Khan", "machine:x", ""):
        with pytest.raises(EvidenceError, match="account"):
            store.hand_over(lead, item, nobody)


def test_a_state_sees_what_it_brought_and_nobody_elses(
    focal: Actor, stranger: Actor, assessor: Actor, altona: State, cycle: Cycle
) -> None:
    store.add(focal, altona, cycle, LAW)
    store.add(assessor, altona, cycle, TALK)
    assert [shown.item.title for shown in store.open_items(focal, altona, cycle)] == ["Border Act"]
    assert len(store.open_items(assessor, altona, cycle)) == 2
    with pytest.raises(NotAllowedError):
        store.open_items(stranger, altona, cycle)
    with pytest.raises(NotAllowedError):
        store.add(stranger, altona, cycle, LAW)


def test_a_closed_cycle_takes_no_evidence(actor: Actor, focal: Actor, altona: State, cycle: Cycle) -> None:
    closed = states.move_cycle(actor, cycle, "close")
    with pytest.raises(EvidenceError, match="is closed"):
        store.add(focal, altona, closed, LAW)


def test_words_have_no_file(assessor: Actor, altona: State, cycle: Cycle) -> None:
    with pytest.raises(EvidenceError, match="no file"):
        store.open_file(assessor, store.add(assessor, altona, cycle, TALK))


def test_rows_stay_and_the_log_holds_no_words(assessor: Actor, altona: State, cycle: Cycle) -> None:
    store.add(assessor, altona, cycle, TALK)
    with pytest.raises(DatabaseError, match="evidence is kept"), transaction.atomic():
        Item.objects.update(title="x")
    assert b"They check" not in b"".join(body for _, body in log.leaves(0, log.size()))
