"""Flights and their legs, as a message names them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_DESIGNATOR = re.compile(r"([A-Z]{3}|[A-Z][A-Z0-9]|[0-9][A-Z])0*(\d{1,4})([A-Z]?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Leg:
    """One hop: IATA airport codes and ISO 8601 local times (airport's own clock), each `None` when not stated.

    `is_border` is true where the message itself marks the leg that crosses the receiving State's border (PAXLST
    LOC+125 and LOC+87); it is what the message says about the leg and no part of it.
    """

    origin: str | None
    destination: str | None
    departs: str | None = None
    arrives: str | None = None
    is_border: bool | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Flight:
    """A flight number and the legs a message gives for it.

    `number` has no leading zeros and no suffix. `operating` is the operating carrier's designator (`KL8734`) when a
    code-share names one. `booking_class`, `status` and `equipment` are kept where a PNR states them.
    """

    carrier: str | None
    number: str | None
    suffix: str | None = None
    legs: tuple[Leg, ...] = ()
    operating: str | None = None
    booking_class: str | None = None
    status: str | None = None
    equipment: str | None = None
    segment: int | None = None

    @property
    def designator(self) -> str:
        """Carrier, number and suffix run together, `?` for what is unknown: `SQ602`."""
        return f"{self.carrier or '?'}{self.number or '?'}{self.suffix or ''}"


def split_designator(text: str) -> tuple[str | None, str | None, str | None]:
    """Carrier, number (no leading zeros) and suffix of a flight identification such as `ZZ0123A`.

    Carrier is a 2-character IATA or 3-letter ICAO designator (IATA Resolution 762). Text of another shape gives the
    whole text as number, so that it is still evidence.
    """
    compact = "".join(text.split()).upper()
    found = _DESIGNATOR.fullmatch(compact)
    if found:
        return found[1], found[2], found[3] or None
    return None, compact or None, None


def split_number(text: str) -> tuple[str | None, str | None]:
    """Number (no leading zeros) and suffix of a flight number given apart from its carrier: `0006`, `123A`."""
    compact = text.strip().upper()
    if compact and compact[-1].isalpha() and compact[:-1].isdigit():
        return compact[:-1].lstrip("0") or "0", compact[-1]
    if compact.isdigit():
        return compact.lstrip("0") or "0", None
    return compact or None, None
