"""The law that the door asks under. `app` says which; nothing is opened before it did."""

from __future__ import annotations

from typing import Protocol

from gatehouse.records.errors import RecordsError
from gatehouse.safeguards.profile import Profile
from gatehouse.safeguards.standing import Standing


class LawInForce(Protocol):
    """A law profile and how it stands today."""

    @property
    def profile(self) -> Profile:
        """The profile of this deployment."""

    def standing(self) -> Standing:
        """How it stands today."""


_IN_FORCE: list[LawInForce] = []


def put_in_force(law_in_force: LawInForce) -> None:
    """From now on the door asks under this law. Called once for each process, by `app`."""
    _IN_FORCE[:] = [law_in_force]


def law() -> LawInForce:
    """The law in force. RecordsError where none was named: without law nothing is opened."""
    if not _IN_FORCE:
        raise RecordsError("no law is in force in this process", "call `gatehouse.app.settings.setup` first")
    return _IN_FORCE[0]
