"""A candidate: the machine's claim that a traveller may be a listed person, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from gatehouse.terms.dates import PartialDate


class Reason(NamedTuple):
    """One compared feature: both sides' values, how they were compared, and what it added to the score.

    `outcome` is a word (`same`, `equivalent`, `close`, `compatible`, `missing`, `different` …); `weight` is the
    contribution in the scorer's own units, negative when it speaks against. `how` names the comparison in words.
    """

    feature: str
    traveller: str | None
    entry: str | None
    outcome: str
    weight: float
    how: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A traveller beside a list entry. `score` is in [0, 1]; `explanation` is complete and ordered by weight.

    `threshold` is the one that `above_threshold` was decided by, None where nobody said.
    A candidate has no effect on anybody: it waits for a person.
    """

    list: str
    entry_id: str
    entry_name: str
    score: float
    above_threshold: bool
    explanation: tuple[Reason, ...]
    engine: str = ""
    threshold: float | None = None


class LeftOut(StrEnum):
    """Something that a search did not look at, or did not give, because a limit was reached."""

    NARROWED = "narrowed"
    """Very many names were alike: only near spellings were looked at."""
    CUT = "cut"
    """Not even all of those were looked at."""
    NOT_COMPARED = "not-compared"
    """More entries could reach the reporting floor than are compared in full; the likeliest were."""
    NOT_REPORTED = "not-reported"
    """More candidates were found than are given; the strongest are."""
    NAMES = "names"
    """The traveller has more names, or more readings of them, than are searched for."""


class Found(NamedTuple):
    """What a search found: candidates, best first, and what it left out, each once, in the order of `LeftOut`."""

    candidates: list[Candidate]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether only near spellings were looked at."""
        return LeftOut.NARROWED in self.left_out

    @property
    def cut(self) -> bool:
        """Whether not even all near spellings were looked at."""
        return LeftOut.CUT in self.left_out


@dataclass(frozen=True, slots=True)
class Subject:
    """The side of a traveller that is screened: every name they go by and what else is stated.

    `names` are full names in given-then-surname order where the order is known; `surname` and `given_names` repeat
    the first one in parts. `documents` are (number, issuer alpha-3 or None); `contacts` are their telephone numbers and
    e-mail addresses as stated.
    """

    names: tuple[str, ...]
    surname: str | None = None
    given_names: str | None = None
    birth_date: PartialDate | None = None
    sex: str | None = None
    nationalities: tuple[str, ...] = ()
    birth_place: str | None = None
    documents: tuple[tuple[str, str | None], ...] = ()
    contacts: tuple[str, ...] = ()
