"""A proof shows the entries asked for and no others, and proves nothing that is not so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
import pytest

from gatehouse.audit import proof
from gatehouse.audit.errors import AuditError, ProofError
from gatehouse.audit.signing import PrivateKey, to_base64

if TYPE_CHECKING:
    from conftest import Held


def made(held: Held, *numbers: int) -> bytes:
    return proof.made(enumerate(held.leaves), numbers, held.notes[-1])


def test_the_entries_asked_for_are_proved(held: Held) -> None:
    shown = proof.checked(made(held, 3, 14), held.signers.keys)
    assert [(one.number, one.entry.encoded()) for one in shown.entries] == [(3, held.leaves[3]), (14, held.leaves[14])]
    assert (shown.checkpoint.size, shown.is_countersigned) == (15, True)


def test_no_other_entry_is_shown(held: Held) -> None:
    written = made(held, 3)
    assert b'traveller:3\\"' in written
    assert b"traveller:4" not in written


def test_a_note_of_the_log_alone_says_so(held: Held) -> None:
    held.sign(countersign=False)
    assert not proof.checked(made(held, 3), held.signers.keys).is_countersigned


def test_what_no_checkpoint_covers_cannot_be_proved(held: Held) -> None:
    with pytest.raises(ProofError, match="covers entry 15"):
        made(held, 3, 15)


def test_a_log_that_is_not_the_one_signed_proves_nothing(held: Held) -> None:
    held.leaves[7] = held.leaves[6]
    with pytest.raises(ProofError, match="audit verify"):
        made(held, 3)


def test_too_many_at_once_are_refused(held: Held) -> None:
    with pytest.raises(ProofError, match="more than"):
        made(held, *range(proof.ENTRIES_MAX + 1))


def _altered(written: bytes, fault: str) -> bytes:
    members = orjson.loads(written)
    one = members["proofs"][0]
    changes = {
        "another entry": {"entry": one["entry"].replace("traveller:3", "traveller:4")},
        "another number": {"number": 4},
        "a number that is text": {"number": "3"},
        "a number that is true": {"number": True},
        "a path cut short": {"path": one["path"][:-1]},
        "a path of another": {"path": [to_base64(bytes(32)), *one["path"][1:]]},
        "a path that is none": {"path": 3},
        "a path of numbers": {"path": [1, 2]},
        "no entry": {"entry": None},
    }
    members["proofs"][0] = one | changes[fault]
    return orjson.dumps(members)


@pytest.mark.parametrize(
    "fault",
    [
        "another entry",
        "another number",
        "a number that is text",
        "a number that is true",
        "a path cut short",
        "a path of another",
        "a path that is none",
        "a path of numbers",
        "no entry",
    ],
)
def test_an_altered_proof_is_refused(held: Held, fault: str) -> None:
    with pytest.raises(ProofError, match="not proved"):
        proof.checked(_altered(made(held, 3), fault), held.signers.keys)


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"[]",
        b"{}",
        b'{"gatehouse-audit-proof":1,"note":"x"}',
        b'{"gatehouse-audit-proof":1,"note":"x","proofs":[]}',
    ],
)
def test_what_is_no_proof_is_refused(held: Held, written: bytes) -> None:
    with pytest.raises(AuditError):
        proof.checked(written, held.signers.keys)


def test_another_logs_proof_is_refused(held: Held) -> None:
    stranger = PrivateKey.made("test.example/audit").public()
    with pytest.raises(ProofError, match="did not sign"):
        proof.checked(made(held, 3), held.signers.keys._replace(log=(stranger,)))
