"""How good carriers' messages were over a span of days: sums, days and faults, from the counts that are kept."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import NamedTuple

from gatehouse.screening.counts.counting import Span
from gatehouse.screening.counts.fault_kinds import FaultKind, kind_of, meanings
from gatehouse.screening.counts.models import CarrierDay
from gatehouse.screening.counts.timing import BANDS, LATE
from gatehouse.terms.finding import Severity


class Quality(NamedTuple):
    """Sums over messages: how many came, and how many of them have a fault of each kind or came late.

    `timed` are those of which it is known how long before departure they came. Shares are of messages that are no
    exact repeats.
    """

    messages: int
    travellers: int
    repeats: int
    missing: int
    syntax: int
    lost: int
    content: int
    timed: int
    late: int

    def share(self, name: str) -> float | None:
        """The share of messages with this fault; None where there is no message to have one."""
        whole = self.timed if name == LATE else self.messages - self.repeats
        return getattr(self, name) / whole if whole else None


NOTHING = Quality(*(0 for _ in Quality._fields))


class CarrierQuality(NamedTuple):
    """A carrier's sums, and its share of messages with any of the faults that are its own to mend."""

    carrier: str
    sums: Quality


class Fault(NamedTuple):
    """A fault by its code: its kind, what it means (English), and in how many messages it was found."""

    code: str
    kind: FaultKind
    meaning: str
    messages: int


def by_carrier(span: Span) -> list[CarrierQuality]:
    """Every carrier of the span, those that sent most first."""
    sums: dict[str, Quality] = {}
    for row in _rows(span):
        sums[row.carrier] = _added(sums.get(row.carrier, NOTHING), row)
    return sorted((CarrierQuality(*one) for one in sums.items()), key=lambda one: (-one.sums.messages, one.carrier))


def by_day(span: Span, carrier: str | None = None) -> dict[tuple[dt.date, str], Quality]:
    """The sums of each day and carrier; of one carrier alone where it is named."""
    found: dict[tuple[dt.date, str], Quality] = {}
    for row in _rows(span, carrier):
        key = (row.day, row.carrier)
        found[key] = _added(found.get(key, NOTHING), row)
    return found


def by_type(span: Span, carrier: str) -> dict[str, Quality]:
    """The sums of each type of message of one carrier."""
    found: dict[str, Quality] = {}
    for row in _rows(span, carrier):
        found[row.type] = _added(found.get(row.type, NOTHING), row)
    return dict(sorted(found.items()))


def timing(span: Span, carrier: str) -> dict[str, dict[str, int]]:
    """For each type of message, how many came in each band before departure."""
    found: dict[str, Counter[str]] = {}
    for row in _rows(span, carrier):
        found.setdefault(row.type, Counter()).update(row.timing)
    return {kind: {band: counts[band] for band in BANDS} for kind, counts in sorted(found.items())}


def faults(span: Span, carrier: str) -> list[Fault]:
    """The faults of one carrier, those found in most messages first."""
    counts: Counter[str] = Counter()
    for row in _rows(span, carrier):
        counts.update(row.codes)
    known = meanings()
    # Only faults are counted by code, so that their severity was none of `info`.
    told = [(code, kind_of(code, Severity.WARNING), count) for code, count in counts.most_common()]
    return [Fault(code, kind, known.get(code, code), count) for code, kind, count in told if kind]


def last_counted() -> dt.datetime | None:
    """When anything was counted last."""
    return CarrierDay.objects.order_by("-counted_at").values_list("counted_at", flat=True).first()


def kept(span: Span, carrier: str) -> list[CarrierDay]:
    """The kept counts of one carrier as they are, by day and type."""
    return _rows(span, carrier)


def _rows(span: Span, carrier: str | None = None) -> list[CarrierDay]:
    rows = CarrierDay.objects.filter(day__gte=span.first, day__lt=span.end).order_by("day", "carrier", "type")
    return list(rows if carrier is None else rows.filter(carrier=carrier))


def _added(sums: Quality, row: CarrierDay) -> Quality:
    told = Quality(
        row.messages,
        row.travellers,
        row.repeats,
        row.missing,
        row.syntax,
        row.lost,
        row.content,
        sum(row.timing.values()),
        row.timing.get(LATE, 0),
    )
    return Quality(*(one + other for one, other in zip(sums, told, strict=True)))
