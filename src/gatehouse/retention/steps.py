"""One step of a run: a transaction that does something to rows, writes down what, and tells the log; or nothing.

The kernel is asked before a run whether the machine may mask and erase what is past its clock; its rule is the reason
of every entry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.records.law import law
from gatehouse.retention.errors import RetentionError
from gatehouse.retention.models import Run, Step
from gatehouse.safeguards.decision import Actor, Allow, Context, Subject
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass

MACHINE = Actor("machine:retention", Role.MACHINE)
ENTRY_OF = {"mask": "retention.masked", "erase": "retention.erased", "skip": "retention.skipped"}


@dataclass(slots=True)
class Tally:
    """What a run has done so far, told after each step.

    `kept` and `unmasked` are travellers whom a hit or a case keeps from being erased, and from being masked.
    """

    masked: int = 0
    erased: int = 0
    kept: int = 0
    unmasked: int = 0
    bookings: int = 0
    files: int = 0
    keys: int = 0
    entries: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    doing: str = ""

    def add(self, rows: Mapping[str, int]) -> None:
        """Count rows by table."""
        for table, count in rows.items():
            self.rows[table] = self.rows.get(table, 0) + count


Progress = Callable[[Tally], None]


@dataclass(slots=True)
class Notebook:
    """Where the steps of one run are written down, in the transaction of each."""

    run: Run
    purpose: str
    rules: Mapping[Act, str]

    @classmethod
    def of(cls, run: Run) -> Notebook:
        """A notebook for a run that the law lets the machine do. Raises `RetentionError` where it does not."""
        in_force = law()
        profile = in_force.profile
        purpose = next((one.code for one in profile.purposes if one.kind is PurposeClass.UPKEEP), "")
        context = Context(profile, timezone.now(), in_force.standing().level)
        rules = {}
        for act in (Act.MASK, Act.ERASE):
            answer = may(MACHINE, act, Subject(SubjectClass.TRAVELLER, clock_has_run_out=True), purpose, context)
            if not isinstance(answer, Allow):
                raise RetentionError(
                    f"the law in force does not let the machine {act}: {answer.reason}",
                    "name a purpose of kind `upkeep` in the law profile",
                )
            rules[act] = answer.rule
        return cls(run, purpose, rules)

    def write(self, act: str, day: dt.date | None, counts: Mapping[str, int], references: str) -> None:
        """Write a step down and tell the log. `references` says whose data it was (`references_of`)."""
        Step.objects.create(run=self.run, act=act, day=day, counts=dict(counts), references=references)
        Run.objects.filter(id=self.run.id).update(forget_due=True)
        details = {name: counts[model] for model, name in _DETAILS.items() if model in counts}
        log.record([self._entry(act, day, details)])

    def skip(self, day: dt.date, held: int) -> None:
        """Tell the log that data past their clock stay for a hold or a case."""
        log.record([self._entry("skip", day, {"held": held})])

    def _entry(self, act: str, day: dt.date | None, details: Mapping[str, int]) -> Entry:
        rule = self.rules[Act.MASK if act == "mask" else Act.ERASE]
        subject = f"day:{day}" if day else "store:retention"
        return Entry(
            MACHINE.id, Role.MACHINE, ENTRY_OF[act], subject, self.purpose, Decision.DUE, rule, timezone.now(), details
        )


TRAVELLERS, BOOKINGS, MESSAGES, KEYS = "travellers", "bookings", "messages", "keys"
_DETAILS = {name: name for name in (TRAVELLERS, BOOKINGS, MESSAGES, KEYS)}


def references_of(kind: str, numbers: Iterable[int]) -> str:
    """Numbers as ranges under their kind: `traveller:1-500,502`. Nothing for no numbers."""
    ranges: list[list[int]] = []
    for number in sorted(set(numbers)):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    told = ",".join(f"{first}-{last}" if last > first else str(first) for first, last in ranges)
    return f"{kind}:{told}" if told else ""
