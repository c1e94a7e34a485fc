"""Checkpoints are signed from the last one on, never over a log that is false already."""

from __future__ import annotations

import pytest

from gatehouse.audit import keeping, log
from gatehouse.audit.checkpoint import Checkpoint, checkpoint_from, countersigned
from gatehouse.audit.errors import NoteError, ProofError
from gatehouse.audit.merkle import Edge, leaf_hash
from gatehouse.audit.signing import Note, PrivateKey, note_from
from stored_log import KEYS, LOG, OVERSEER, behind_the_back, countersign, grow, now, report, sign, silent

pytestmark = pytest.mark.usefixtures("database")


def naive_root(size: int) -> bytes:
    edge = Edge()
    for _, leaf in log.leaves(0, size):
        edge.append(leaf_hash(leaf))
    return edge.root()


def test_a_checkpoint_says_how_the_log_stands() -> None:
    for size in (0, 3, 10):
        grow(size - log.size())
        said = checkpoint_from(sign())
        assert (said.origin, said.size, said.root) == (LOG.name, size, naive_root(size))
    assert report().is_true


def test_without_news_the_last_note_is_given_again() -> None:
    grow(3)
    assert sign() == sign()
    both = countersign(sign())
    assert sign() == both


def test_only_what_is_new_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    grow(5)
    sign()
    grow(2)
    asked = []
    read = log.leaves
    monkeypatch.setattr(log, "leaves", lambda first, end: asked.append((first, end)) or read(first, end))
    sign()
    assert asked == [(5, 7)]


@pytest.mark.parametrize(("old", "new"), [(1, 2), (4, 9), (5, 13), (8, 11)])
def test_the_overseer_is_given_what_proves_growth(old: int, new: int) -> None:
    grow(old)
    seen = countersign(sign())
    grow(new - old)
    asked = keeping.request(sign(), None, KEYS, silent)
    assert asked.old == old
    assert checkpoint_from(countersigned(asked, OVERSEER, KEYS.log, seen)).size == new


def test_growth_is_proved_from_any_size_that_was_signed() -> None:
    for size in (3, 6, 9):
        grow(size - log.size())
        note = sign()
    assert keeping.request(note, 3, KEYS, silent).old == 3
    assert keeping.request(note, 9, KEYS, silent).proof == ()
    assert keeping.request(note, 0, KEYS, silent).proof == ()
    for never in (4, 12):
        with pytest.raises(ProofError, match="no checkpoint of size"):
            keeping.request(note, never, KEYS, silent)


FALSE = {
    "the edge was exchanged": ("UPDATE audit_checkpoint SET edge = sha256('x')", "is not that of its checkpoint"),
    "the edge was cut": ("UPDATE audit_checkpoint SET edge = ''", "is not that of its checkpoint"),
    "the size was changed": ("UPDATE audit_checkpoint SET size = 5", "not of this log's key"),
    "the note was forged": ("UPDATE audit_checkpoint SET note = replace(note, E'\\n4\\n', E'\\n5\\n')", "is false"),
    "the tail was cut": ("DELETE FROM audit_entry WHERE number > 1", "has 2 entries and its last checkpoint 4"),
    "a new entry was deleted": ("DELETE FROM audit_entry WHERE number = 5", "entry 5 is missing"),
}


@pytest.mark.parametrize("fault", FALSE)
def test_a_false_log_is_not_signed_again(fault: str) -> None:
    statement, cause = FALSE[fault]
    grow(4)
    sign()
    grow(3)
    behind_the_back(statement)
    with pytest.raises(NoteError, match=cause):
        sign()
    assert len(keeping.notes()) == 1


def test_another_key_does_not_go_on_with_the_log() -> None:
    grow(1)
    with pytest.raises(NoteError, match="one pair"):
        keeping.sign(OVERSEER, KEYS, now(), silent)


def test_a_new_key_of_the_log_goes_on_beside_the_old_one() -> None:
    grow(2)
    sign()
    grow(2)
    new = PrivateKey.made(LOG.name)
    keys = KEYS._replace(log=(new.public(), *KEYS.log))
    assert checkpoint_from(keeping.sign(new, keys, now(), silent)).size == 4


def test_only_our_own_note_countersigned_is_taken() -> None:
    grow(2)
    note = sign()
    never = Checkpoint(LOG.name, 2, bytes(32), now()).signed(LOG).signed_by(OVERSEER)
    stranger = note.signed_by(PrivateKey.made("stranger"))
    without_log = Note(note.text, (OVERSEER.signature_line(note.text),))
    for wrong, cause in ((note, "lacks"), (stranger, "lacks"), (without_log, "lacks"), (never, "never made")):
        with pytest.raises(NoteError, match=cause):
            keeping.take(wrong, KEYS)
    false = Note(note.text, (*note.signed_by(OVERSEER).lines, f"\u2014 {LOG.name} {'A' * 88}\n"))
    assert note_from(str(false)) == false
    assert keeping.countersigned_size(KEYS) == 0
    for _ in range(2):
        keeping.take(note.signed_by(OVERSEER), KEYS)
    assert (keeping.countersigned_size(KEYS), len(keeping.notes())) == (2, 2)


def test_the_note_to_prove_by_is_the_newest_countersigned_one_that_covers() -> None:
    assert keeping.best_note(KEYS, 0) is None
    grow(2)
    both = countersign(sign())
    grow(2)
    alone = sign()
    assert keeping.best_note(KEYS, 1) == str(both)
    assert keeping.best_note(KEYS, 2) == str(alone)
    assert keeping.best_note(KEYS, 4) is None
