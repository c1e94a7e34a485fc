"""Batches of messages over several files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening import batches
from gatehouse.screening.intake import receiving
from gatehouse.screening.intake.models import Transmission

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def take_in(sent: Callable[..., Path]) -> Callable[..., int]:
    """Receives bytes as a file; the transmission's key."""
    return lambda name, content: receiving.receive(sent(name, content), "file").transmission


def test_small_files_share_a_batch_and_each_ends_in_it(paxlst, person, take_in) -> None:
    files = [take_in(f"{n}.edi", paxlst([person("ROE/ANN")], control=f"C{n}")) for n in range(3)]
    (batch,) = batches.read_batches(files)
    assert [message.transmission for message in batch.messages] == files
    assert [ended.transmission for ended in batch.ended] == files
    assert len(batch.travellers) == 3


def test_a_batch_is_closed_when_it_is_large_enough(paxlst, person, take_in, monkeypatch) -> None:
    monkeypatch.setattr(batches, "BATCH_TRAVELLERS", 2)
    content = b"".join(paxlst([person("ROE/ANN")], control=f"C{n}") for n in range(5))
    found = list(batches.read_batches([take_in("a.edi", content)]))
    assert [len(batch.messages) for batch in found] == [2, 2, 1]
    assert [len(batch.ended) for batch in found] == [0, 0, 1]


def test_what_is_done_is_not_given_again(paxlst, person, take_in) -> None:
    file = take_in("a.edi", b"".join(paxlst([person("ROE/ANN")], control=f"C{n}") for n in range(3)))
    Transmission.objects.update(messages_done=2)
    (batch,) = batches.read_batches([file])
    assert [message.index for message in batch.messages] == [2]


def test_the_hash_is_of_the_messages_own_bytes(paxlst, person, take_in) -> None:
    content = paxlst([person("ROE/ANN")])
    (batch,) = batches.read_batches([take_in("a.edi", b"noise before\r\n" + content)])
    (message,) = batch.messages
    raw = content[content.index(b"UNH") : content.index(b"UNZ")]
    assert message.sha256 == hashlib.sha256(raw).hexdigest()


def test_a_file_that_cannot_be_read_ends_with_its_error(paxlst, person, take_in) -> None:
    bad, good = (
        take_in("a.edi", b"UNB+UNOA:4+A+B+210513:0900+1" + b"A" * 300_000),
        take_in("b.edi", paxlst([person("ROE/ANN")])),
    )
    (batch,) = batches.read_batches([bad, good])
    assert batch.failed == [bad]
    assert batch.ended[0].error
    assert len(batch.messages) == 1


def test_nothing_received_is_no_batch() -> None:
    assert list(batches.read_batches([])) == []
