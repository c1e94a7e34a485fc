"""What was disclosed to others, as redress needs to know it; the register of `cooperation.disclosures` answers.

Redress asks whom data of a traveller was given to, and leaves a notice for each, so that word of a correction or an
erasure follows the data. Without a register nothing was disclosed and there is nobody to tell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Disclosed(NamedTuple):
    """One disclosure: its reference in the log, the recipient's code in the law profile, when, under which reference,
    and which parts of the data.
    """

    reference: str
    recipient: str
    at: dt.datetime
    under: str = ""
    parts: tuple[str, ...] = ()


class Disclosures(Protocol):
    """A register of disclosures."""

    def about(self, travellers: Sequence[int]) -> list[Disclosed]:
        """What was disclosed about any of these travellers, oldest first."""


class NothingDisclosed:
    """The register of an installation that discloses nothing."""

    def about(self, travellers: Sequence[int]) -> list[Disclosed]:
        """Nothing."""
        del travellers
        return []


_REGISTER: list[Disclosures] = [NothingDisclosed()]


def kept_by(register: Disclosures) -> None:
    """From now on this register answers. Called once for each process, by the room that keeps it."""
    _REGISTER[:] = [register]


def about(travellers: Sequence[int]) -> list[Disclosed]:
    """What was disclosed about these travellers."""
    return _REGISTER[0].about(travellers)
