"""A log in memory, verified after each way of being untrue."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from gatehouse.audit.checkpoint import Checkpoint
from gatehouse.audit.export import Export, read, write
from gatehouse.audit.signing import PrivateKey
from gatehouse.audit.verify import FINDINGS_MAX, Report, severities, verified, verified_export

if TYPE_CHECKING:
    from conftest import Held

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def report(held: Held, now: dt.datetime = NOON, grace: dt.timedelta = 7 * DAY) -> Report:
    return verified(enumerate(held.leaves), held.notes, held.signers.keys, now, grace)


def codes(found: Report) -> list[str]:
    return [finding.code for finding in found.findings]


def test_a_true_log_is_true(held: Held) -> None:
    found = report(held)
    assert (found.is_true, found.findings) == (True, [])
    assert (found.size, found.checkpoints, found.signed, found.countersigned) == (15, 2, 15, 15)
    assert (found.root, found.open, found.open_since) == (held.edge().root(), 0, None)


def test_entries_that_nobody_vouches_for_are_counted_with_their_age(held: Held) -> None:
    held.grow(2, NOON + HOUR)
    held.sign(NOON + HOUR, countersign=False)
    held.grow(3, NOON + 2 * HOUR)
    found = report(held, NOON + 3 * HOUR)
    assert found.is_true
    assert (found.unsigned, found.open, found.open_since) == (3, 5, NOON + HOUR)


def _alter(held: Held) -> None:
    held.leaves[4] = held.leaves[4].replace(b"analyst", b"officer")


def _scribble(held: Held) -> None:
    held.leaves[4] = b"nothing"


def _delete(held: Held) -> None:
    del held.leaves[4]


def _exchange(held: Held) -> None:
    held.leaves[4], held.leaves[5] = held.leaves[5], held.leaves[4]


def _truncate(held: Held) -> None:
    del held.leaves[12:]


def _insert(held: Held) -> None:
    held.leaves.insert(4, held.leaves[4])


def _forge_signature(held: Held) -> None:
    held.notes[0] = held.notes[0].replace("\n10\n", "\n9\n")


def _forge_checkpoint(held: Held) -> None:
    stranger = PrivateKey.made(held.signers.log.name)
    held.notes.append(str(Checkpoint(stranger.name, 12, held.edge(12).root(), NOON).signed(stranger)))


def _another_log(held: Held) -> None:
    other = held.signers.log
    held.notes.append(str(Checkpoint("other.example", 12, held.edge(12).root(), NOON).signed(other)))


def _sign_a_lie(held: Held) -> None:
    log = held.signers.log
    held.notes.append(str(Checkpoint(log.name, 12, bytes(32), NOON).signed(log)))


def _blot(held: Held) -> None:
    held.notes[0] = "illegible"


TAMPERED: dict[Callable[[Held], None], set[str]] = {
    _alter: {"root-differs"},
    _scribble: {"root-differs", "entry-altered"},
    _delete: {"root-differs", "log-shortened"},
    _exchange: {"root-differs"},
    _truncate: {"log-shortened"},
    _insert: {"root-differs"},
    _forge_signature: {"checkpoint-forged"},
    _forge_checkpoint: {"checkpoint-unsigned"},
    _another_log: {"checkpoint-of-another-log"},
    _sign_a_lie: {"root-differs"},
    _blot: {"checkpoint-unreadable"},
}


@pytest.mark.parametrize("tamper", TAMPERED, ids=lambda tamper: tamper.__name__.strip("_"))
def test_each_way_of_tampering_is_found(held: Held, tamper: Callable[[Held], None]) -> None:
    tamper(held)
    found = report(held)
    assert not found.is_true
    assert set(codes(found)) == TAMPERED[tamper]


def test_a_difference_is_placed_between_two_checkpoints(held: Held) -> None:
    held.leaves[11] = held.leaves[10]
    (finding,) = report(held).findings
    assert (finding.code, finding.number) == ("root-differs", 15)
    assert "entries 10 to 14" in finding.text
    assert report(held).countersigned == 10


def test_a_missing_number_is_named(held: Held) -> None:
    numbered = [(number, leaf) for number, leaf in enumerate(held.leaves) if number not in (4, 5)]
    found = verified(numbered, held.notes, held.signers.keys, NOON)
    (finding,) = [one for one in found.findings if one.code == "entry-missing"]
    assert (finding.number, finding.text) == (4, "entries 4 to 5 are missing")


def _rewritten(held: Held, at: dt.datetime = NOON) -> str:
    """The whole log made anew with the log's own key; the note that the overseer kept from before."""
    kept = held.notes[0]
    # Without the first entry: what it told of is gone.
    held.leaves, held.notes = [held.leaves[1]], []
    held.grow(2, at)
    held.sign(at, countersign=False)
    return kept


def test_a_rewritten_log_lacks_the_countersignature(held: Held) -> None:
    _rewritten(held)
    assert report(held).is_true, "within the grace period it could be a young log"
    assert codes(report(held, NOON + 8 * DAY)) == ["not-countersigned"]
    assert codes(report(held, NOON + HOUR, grace=dt.timedelta(0))) == ["not-countersigned"]


def test_a_rewritten_log_does_not_agree_with_a_note_kept_elsewhere(held: Held) -> None:
    kept = _rewritten(held)
    held.notes.append(kept)
    assert codes(report(held)) == ["log-shortened"]
    held.grow(20)
    assert codes(report(held)) == ["root-differs"]


def test_without_any_checkpoint_and_overseer_it_says_so(held: Held) -> None:
    held.notes = []
    found = verified(enumerate(held.leaves), [], held.signers.keys._replace(oversight=()), NOON)
    assert (found.is_true, codes(found)) == (True, ["never-signed", "oversight-unknown"])


def test_times_that_do_not_fit_their_checkpoints_are_told(held: Held) -> None:
    held.grow(1, NOON + DAY)
    held.sign(NOON + HOUR)
    held.grow(1, NOON - 2 * DAY)
    held.sign(NOON + 2 * DAY)
    found = report(held, NOON + 2 * DAY)
    assert found.is_true
    assert [(one.code, one.number) for one in found.findings] == [
        ("time-after-checkpoint", 15),
        ("time-before-checkpoint", 16),
    ]


def test_an_empty_log_with_its_checkpoint_is_true(held: Held) -> None:
    held.leaves, held.notes = [], []
    held.sign()
    assert (report(held).checkpoints, report(held).findings) == (1, [])


def test_findings_are_bounded(held: Held) -> None:
    found = verified(((number, b"") for number in range(FINDINGS_MAX + 50)), [], held.signers.keys, NOON)
    assert len(found.findings) == FINDINGS_MAX + 1
    assert found.findings[-1].code == "findings-left-out"
    assert found.size == FINDINGS_MAX + 50


def test_every_code_of_the_table_is_used() -> None:
    from pathlib import Path

    from gatehouse import audit, cli

    folders = (Path(str(audit.__file__)).parent, Path(str(cli.__file__)).parent)
    source = "".join(path.read_text() for folder in folders for path in folder.glob("*.py"))
    assert [code for code in severities() if f'"{code}"' not in source] == []


def _exported(held: Held, size: int) -> Export:
    out = io.BytesIO()
    write(out, Export("a", size, tuple(held.notes), iter(enumerate(held.leaves))))
    return read(io.BytesIO(out.getvalue()))


def test_an_export_is_verified_as_the_log_is(held: Held) -> None:
    keys = held.signers.keys
    assert verified_export(_exported(held, 15), [], keys, NOON) == report(held)
    assert codes(verified_export(_exported(held, 16), [], keys, NOON)) == ["size-differs"]
    kept = _rewritten(held)
    assert codes(verified_export(_exported(held, 3), [kept], keys, NOON)) == ["log-shortened"]
