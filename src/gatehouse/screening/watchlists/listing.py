"""A listing on a list that is kept here: who is to be listed, changed or taken off, on what ground, until when.

Refused where the ground is not whole: without a legal basis, a criterion of inclusion, a reference to the evidence, a
reason and a day of review nobody is listed (S/RES/2396 (2017) op 13, with its demand that lists respect human rights).
A listing that is not reviewed in time stops matching by itself: its last day is the earlier of review and expiry.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from gatehouse.screening.watchlists.errors import Fault
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.saying import Saying

REVIEW_DAYS_MAX = 366
"""A review is due within a year at the latest: what nobody looks at again is no longer known to be true."""
TEXT_CHARS_MAX = 4000
TEXTS = ("legal_basis", "criterion", "evidence_ref", "reason")
ADULT_YEARS = 18
"""Convention on the Rights of the Child, article 1."""


class Kind(StrEnum):
    """What a listing does. The first three are against a person and want two people; the last two are not."""

    ADD = "add"
    AMEND = "amend"
    REINSTATE = "reinstate"
    SUSPEND = "suspend"
    REMOVE = "remove"

    @property
    def wants_approval(self) -> bool:
        """Whether another person has to approve it."""
        return self not in (Kind.SUSPEND, Kind.REMOVE)


@dataclass(frozen=True, slots=True)
class Ground:
    """Why: legal basis, criterion of inclusion, where the evidence is, the reason in words, and the dates.

    `best_interests_ref` refers to the recorded decision on the best interests of a child.
    """

    legal_basis: str
    criterion: str
    evidence_ref: str
    reason: str
    review_on: dt.date | None = None
    expires_on: dt.date | None = None
    best_interests_ref: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A change of one entry of a list that is kept here. `entry` is the person as they are to be listed."""

    kind: Kind
    entry: ListEntry
    ground: Ground

    def faults(self, today: dt.date) -> tuple[Fault, ...]:
        """What is missing or contradicts itself, field by field; empty where the listing may be proposed."""
        said = self.ground
        against = self.kind.wants_approval
        wanted = TEXTS if against else ("legal_basis", "reason")
        found = [Fault(name, Saying("say it")) for name in wanted if not getattr(said, name).strip()]
        too_long = Saying("at most %(most)s characters", most=TEXT_CHARS_MAX)
        found += [Fault(name, too_long) for name in TEXTS if len(getattr(said, name)) > TEXT_CHARS_MAX]
        found += _faults_of_dates(said, today, against)
        if against and not any(name.full.strip() for name in self.entry.names):
            found.append(Fault("names", Saying("a listing needs a name")))
        return tuple(found)

    def as_matched(self) -> ListEntry:
        """The entry as it is compared: its last day is the earlier of review and expiry, its basis the ground's."""
        days = [day for day in (self.ground.review_on, self.ground.expires_on) if day is not None]
        last = min(days).isoformat() if days else self.entry.expires_on
        return replace(self.entry, expires_on=last, legal_basis=self.ground.legal_basis)


def _faults_of_dates(said: Ground, today: dt.date, against: bool) -> list[Fault]:
    found = []
    past = Saying("this day is not in the future")
    if said.review_on is None:
        found += [Fault("review_on", Saying("say when it is looked at again"))] if against else []
    elif said.review_on <= today:
        found.append(Fault("review_on", past))
    elif (said.review_on - today).days > REVIEW_DAYS_MAX:
        found.append(Fault("review_on", Saying("this day is more than %(most)s days away", most=REVIEW_DAYS_MAX)))
    if said.expires_on is not None and said.expires_on <= today:
        found.append(Fault("expires_on", past))
    return found


def may_be_child(births: tuple[DateSpan, ...], today: dt.date) -> bool:
    """Whether the person may be under eighteen today, by any of the birth dates; false where none is known.

    The latest day that a date allows counts: who may be a child is treated as one.
    """
    return any(_latest(span.latest) > _years_before(today, ADULT_YEARS) for span in births)


def _latest(partial: str) -> str:
    """The last day of a year or month; any text between it and the first of the next will do for comparing."""
    return partial + "-31" if len(partial) == len("2000-01") else partial + "-12-31" if len(partial) == 4 else partial


def _years_before(day: dt.date, years: int) -> str:
    return f"{day.year - years:04d}{day.isoformat()[4:]}"
