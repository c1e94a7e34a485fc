"""Checkpoints in their one form, and a countersigner that lets no rewritten log pass."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.audit.checkpoint import (
    PROOF_HASHES_MAX,
    Checkpoint,
    Request,
    checkpoint_from,
    countersigned,
    request_from,
)
from gatehouse.audit.errors import NoteError
from gatehouse.audit.merkle import Edge, Prover, consistency_proof, leaf_hash
from gatehouse.audit.signing import Note, PrivateKey, signers

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
LOG = PrivateKey("test.example/audit", bytes(range(32)))
OVERSEER = PrivateKey("dpa.example", bytes(range(1, 33)))
KEYS = [LOG.public()]
LEAVES = [bytes([number]) for number in range(20)]
POINT = Checkpoint("test.example/audit", 5, bytes(32), NOON)
TEXT = POINT.text()


def edge(size: int, leaves: list[bytes] = LEAVES) -> Edge:
    grown = Edge()
    for leaf in leaves[:size]:
        grown.append(leaf_hash(leaf))
    return grown


def note(size: int, leaves: list[bytes] = LEAVES, time: dt.datetime = NOON, key: PrivateKey = LOG) -> Note:
    return Checkpoint(key.name, size, edge(size, leaves).root(), time).signed(key)


def request(old: int, new: int, leaves: list[bytes] = LEAVES) -> Request:
    before = edge(old, leaves)
    prover = Prover([old - 1], before.size, before.nodes)
    for leaf in leaves[old:new]:
        prover.append(leaf_hash(leaf))
    return Request(old, consistency_proof(before, prover.paths().get(old - 1, ())), note(new, leaves))


def test_the_text_is_that_of_the_standard_with_the_time_behind_it() -> None:
    assert TEXT.splitlines() == ["test.example/audit", "5", "A" * 43 + "=", "time 2026-03-01T12:00:00Z"]
    assert checkpoint_from(Note(TEXT, ())) == POINT


OTHER_FORMS = {
    "no time": TEXT.rpartition("time")[0],
    "a line more": TEXT + "x\n",
    "a size with a nought before it": TEXT.replace("\n5\n", "\n05\n"),
    "a negative size": TEXT.replace("\n5\n", "\n-5\n"),
    "a size beyond the longest log": TEXT.replace("\n5\n", "\n9999999999999999999\n"),
    "a size of many digits": TEXT.replace("\n5\n", f"\n{'9' * 5000}\n"),
    "a size in other digits": TEXT.replace("\n5\n", "\n٥\n"),
    "a short root": TEXT.replace("A" * 43 + "=", "AAAA"),
    "a root that is none": TEXT.replace("A" * 43, "!" * 43),
    "a time without a zone": TEXT.replace("Z", ""),
    "a time in another zone": TEXT.replace("Z", "+03:00"),
    "a time of another age": TEXT.replace("2026", "0001"),
    "another line end": TEXT.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("fault", OTHER_FORMS)
def test_another_form_is_no_checkpoint(fault: str) -> None:
    with pytest.raises(NoteError):
        checkpoint_from(Note(OTHER_FORMS[fault], ()))


def test_a_request_is_read_as_it_was_written() -> None:
    asked = request(5, 13)
    assert asked.proof
    assert request_from(str(asked)) == asked
    assert request_from(str(note(5))) == Request(0, (), note(5))


@pytest.mark.parametrize(
    "head",
    ["old x\n\n", "old 05\n\n", "old \n\n", "old 5\nxx\n\n", "old 5\n" + "AAAA\n" * (PROOF_HASHES_MAX + 1) + "\n"],
)
def test_what_is_no_request_is_refused(head: str) -> None:
    with pytest.raises(NoteError):
        request_from(head + str(note(5)))


def test_the_first_note_is_countersigned_on_trust() -> None:
    signed = countersigned(Request(0, (), note(5)), OVERSEER, KEYS, None)
    assert signers(signed, [LOG.public(), OVERSEER.public()]) == {LOG.public(), OVERSEER.public()}


@pytest.mark.parametrize(("old", "new"), [(0, 0), (0, 7), (1, 2), (4, 9), (5, 13), (8, 8), (7, 20)])
def test_a_log_that_grew_is_countersigned(old: int, new: int) -> None:
    assert countersigned(request(old, new), OVERSEER, KEYS, note(old)).text == note(new).text


def test_a_rewritten_log_is_refused_whatever_it_proves() -> None:
    rewritten = [b"altered", *LEAVES[1:]]
    for asked in (request(5, 13, rewritten), Request(5, request(5, 13).proof, note(13, rewritten))):
        with pytest.raises(NoteError, match="did not grow"):
            countersigned(asked, OVERSEER, KEYS, note(5))


def test_another_tree_of_the_same_size_is_refused() -> None:
    with pytest.raises(NoteError, match="did not grow"):
        countersigned(Request(0, (), note(5, [b"altered", *LEAVES[1:]])), OVERSEER, KEYS, note(5))


REFUSED = {
    "nothing proved": (Request(0, (), note(13)), note(5), "nothing proves"),
    "proved from another size": (request(4, 13), note(5), "nothing proves"),
    "shorter than before": (request(3, 4), note(5), "shorter"),
    "older than before": (Request(0, (), note(5)), note(5, time=NOON + dt.timedelta(days=1)), "older"),
    "another log's note": (Request(0, (), note(5)), note(5, key=OVERSEER), "another log"),
    "signed by somebody else": (Request(0, (), note(5, key=OVERSEER)), None, "did not sign"),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_a_request_with_a_fault_is_refused(fault: str) -> None:
    asked, seen, cause = REFUSED[fault]
    with pytest.raises(NoteError, match=cause):
        countersigned(asked, OVERSEER, KEYS, seen)
