"""How a room declares what it keeps: each column of its tables, whether it is about a person, and what masking does.

Declarations stand in the `keeps.py` of each room that stores; retention acts on them, and a test refuses a column that
nobody declared. Elements are those of Directive (EU) 2016/681, Annex I, by the codes of `safeguards.vocabulary`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Clock(StrEnum):
    """When the rows of a table go. The periods are the law profile's `[retention]`."""

    NONE = "none"
    """Nobody's data: counts, flights, versions of lists, the run of the machine."""
    TRAVELLER = "traveller"
    """Masked after `mask_after`; erased after `unmatched_erase_after`, or with their case."""
    RECEIPT = "receipt"
    """A file as it came: its bytes are erased after `mask_after` from receipt, its row keeps no name and no hash."""
    LISTED = "listed"
    """A listed person's entry: erased `erase_after` after it ceased to stand."""
    LOG = "log"
    """The audit log, which refers to people and never holds them: `log_erase_after`."""
    ROOM = "room"
    """The room itself erases; `says` of the table tells when."""


class Masking(StrEnum):
    """What masking does to a value when the law profile masks its element."""

    STAYS = "stays"
    CLEARED = "cleared"
    """Null takes its place."""
    BLANKED = "blanked"
    """An empty text takes its place."""
    NUMBERED = "numbered"
    """`masked:` and the row's own number take its place, where it must be there and unique."""
    MEMBERS = "members"
    """JSON: members that are declared and not masked stay, all others go."""


NO_MEMBERS: Mapping[str, str | None] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it says, and whether it is personal.

    `element` is what it holds of a booking, None where it is none of those. `members` are the members of a JSON value
    with the element of each (None: it tells nothing of anybody), those of the items of a list as `list.member`.
    `whole` is (column, value, element): where that column has that value, all of this one is that element.
    """

    says: str
    personal: bool = False
    element: str | None = None
    masking: Masking = Masking.STAYS
    members: Mapping[str, str | None] = field(default_factory=lambda: NO_MEMBERS, hash=False)
    whole: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Keep:
    """One table. `model` is `app.Model` as Django names it; `purpose` the class of purpose that it is kept for.

    `owner` says whose rows they are on the clock (`traveller`, `booking`), and `via` the columns that lead there: one
    of this table, then, while that is not yet the owner's number, one of the table that it refers to.
    """

    model: str
    says: str
    purpose: str
    clock: Clock
    columns: Mapping[str, Column] = field(hash=False)
    owner: str | None = None
    via: tuple[str, ...] = ()


def thing(says: str) -> Column:
    """A column that tells nothing of anybody by itself: a number, a state, a time."""
    return Column(says)


def personal(says: str, element: str | None = None, masking: Masking = Masking.STAYS) -> Column:
    """A column that is about a person."""
    return Column(says, personal=True, element=element, masking=masking)


def document(says: str, members: Mapping[str, str | None], whole: tuple[str, str, str] | None = None) -> Column:
    """A JSON column about a person, with what its members are."""
    return Column(says, personal=True, masking=Masking.MEMBERS, members=MappingProxyType(dict(members)), whole=whole)
