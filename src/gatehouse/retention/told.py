"""What rooms hold about a person beside what carriers stated: asked of each room whose `keeps.py` has a `told_of`.

For the one who asks for what is held on them. A room answers by the travellers that were found to be the person, or,
where it holds somebody by name, by asking `is_theirs`. It names no other person and no account.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from gatehouse.retention.inventory import rooms
from gatehouse.terms.traveller import Traveller


class Asked(NamedTuple):
    """Who asks: the travellers who are the person, and whether a statement about a traveller is theirs."""

    travellers: tuple[int, ...]
    is_theirs: Callable[[Traveller], bool]


class Told(NamedTuple):
    """One thing that is held: what about (`decision`, `hold`, … of redress/labels.csv), and its words and codes."""

    about: str
    values: Mapping[str, str]


ToldOf = Callable[[Asked], Iterable[Told]]


def told_of(asked: Asked) -> list[Told]:
    """What every room holds about the person, room by room. To be called inside an opened door."""
    answers: list[Told] = []
    for room in rooms():
        asks: ToldOf | None = getattr(room, "told_of", None)
        answers += asks(asked) if asks else ()
    return answers
