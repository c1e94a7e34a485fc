"""Entries about nobody, keys made for one run, and logs held in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

import pytest

from gatehouse.audit.checkpoint import Checkpoint
from gatehouse.audit.entry import Decision, Entry
from gatehouse.audit.key_files import Keys
from gatehouse.audit.merkle import Edge, leaf_hash
from gatehouse.audit.signing import Note, PrivateKey

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
MakeEntry = Callable[..., Entry]


class Signers(NamedTuple):
    """Both private keys, and the public ones as verifiers know them."""

    log: PrivateKey
    overseer: PrivateKey
    keys: Keys


@pytest.fixture(scope="session")
def signers() -> Signers:
    log, overseer = PrivateKey.made("test.example/audit"), PrivateKey.made("dpa.example")
    return Signers(log, overseer, Keys((log.public(),), (overseer.public(),)))


@pytest.fixture
def entry() -> MakeEntry:
    """`entry(subject="traveller:7")`: an officer's look at a traveller, with what the test wants otherwise."""

    def make(**given: object) -> Entry:
        usual = {
            "actor": "account:12",
            "role": "analyst",
            "act": "traveller.opened",
            "subject": "traveller:1",
            "purpose": "border-screening",
            "decision": Decision.ALLOWED,
            "reason": "annex-9/9.34",
            "at": NOON,
        }
        return Entry(**(usual | given))

    return make


class Held:
    """A log in memory: leaves, and notes signed wherever the test wants."""

    def __init__(self, signers: Signers, entry: MakeEntry) -> None:
        self.signers, self._entry = signers, entry
        self.leaves: list[bytes] = []
        self.notes: list[str] = []

    def grow(self, count: int, at: dt.datetime = NOON) -> None:
        """Append so many entries about travellers in turn."""
        for _ in range(count):
            self.leaves.append(self._entry(subject=f"traveller:{len(self.leaves)}", at=at).encoded())

    def edge(self, size: int | None = None) -> Edge:
        """The edge of the first leaves."""
        edge = Edge()
        for leaf in self.leaves[:size]:
            edge.append(leaf_hash(leaf))
        return edge

    def sign(self, at: dt.datetime = NOON, *, countersign: bool = True) -> Note:
        """Sign how the log stands."""
        edge = self.edge()
        note = Checkpoint(self.signers.log.name, edge.size, edge.root(), at).signed(self.signers.log)
        note = note.signed_by(self.signers.overseer) if countersign else note
        self.notes.append(str(note))
        return note


@pytest.fixture
def held(signers: Signers, entry: MakeEntry) -> Held:
    """Ten entries, a countersigned checkpoint, five entries, another one."""
    log = Held(signers, entry)
    log.grow(10)
    log.sign()
    log.grow(5)
    log.sign()
    return log
