"""Whether a criterion may be used: protected attributes, its dates, its two persons, its notes, and its test cases.

Pure: the day and what the law permits are given. The form of the file has been checked by its reading; what is asked
here is asked again before every activation, because a day passes and a law changes.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from gatehouse.screening.criteria.condition import each_test
from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.screening.criteria.evaluation import verdict
from gatehouse.screening.criteria.protected import Permitted, refusals, rests_on_protected_alone, spoken_of_in
from gatehouse.screening.criteria.thresholds import Thresholds, thresholds


class Weight(StrEnum):
    """`refused`: the criterion may not be used; `warning`: somebody should read it again."""

    REFUSED = "refused"
    WARNING = "warning"


class Fault(NamedTuple):
    """What is wrong with a criterion, under a code, and why."""

    weight: Weight
    code: str
    text: str


def check(criterion: Criterion, permitted: Permitted, today: dt.date) -> tuple[Fault, ...]:
    """Everything that speaks against the criterion on that day, refusals first; empty when nothing does."""
    limits = thresholds()
    found = [
        *_protected(criterion, permitted),
        *_persons(criterion),
        *_dates(criterion, today, limits),
        *_notes(criterion),
        *_cases(criterion, limits),
    ]
    return tuple(sorted(found, key=lambda fault: fault.weight is Weight.WARNING))


def is_refused(faults: tuple[Fault, ...]) -> bool:
    """Whether any of the faults forbids the use."""
    return any(fault.weight is Weight.REFUSED for fault in faults)


def _refused(code: str, text: str) -> Fault:
    return Fault(Weight.REFUSED, code, text)


def _protected(criterion: Criterion, permitted: Permitted) -> Iterator[Fault]:
    """The condition may not touch protected attributes; what exculpates may not single groups out either."""
    conditions = [criterion.condition, *(one.condition for one in criterion.exculpating)]
    for condition in conditions:
        for refusal in refusals(each_test(condition), permitted):
            yield _refused("protected-attribute", str(refusal))
    if rests_on_protected_alone(criterion.condition):
        text = "can be met by nationality, sex or age alone; add a test of what the traveller did, in every branch"
        yield _refused("protected-alone", text)
    prose = (criterion.title, criterion.purpose, criterion.triage, *criterion.blind_to)
    for attribute in spoken_of_in(" ".join(prose)):
        text = f"title, purpose, gaps or triage note speak of {attribute.name}; nobody may look for it: rephrase"
        yield Fault(Weight.WARNING, "protected-prose", text)


def same_person(one: str, other: str) -> bool:
    """Whether two names are written for one person: case, accents, order of writing marks and blanks aside."""
    return _person(one) == _person(other)


def _person(name: str) -> str:
    bare = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "".join(c for c in "".join(bare).casefold() if c.isalnum())


def _persons(criterion: Criterion) -> Iterator[Fault]:
    if same_person(criterion.author, criterion.approver):
        yield _refused("own-approval", "author and approver are one person; have another person approve it")


def _dates(criterion: Criterion, today: dt.date, limits: Thresholds) -> Iterator[Fault]:
    if not criterion.written <= criterion.review_by <= criterion.sunset:
        yield _refused("dates-out-of-order", "written, review_by and sunset do not follow each other; correct them")
    if criterion.written > today:
        yield _refused("written-ahead", f"was written on {criterion.written}, which is still to come; correct it")
    if (criterion.review_by - criterion.written).days > limits.review_days_max:
        yield _refused("review-too-late", f"is reviewed later than {limits.review_days_max} days after writing")
    if (criterion.sunset - criterion.written).days > limits.sunset_days_max:
        yield _refused("sunset-too-late", f"ends later than {limits.sunset_days_max} days after writing")
    if criterion.review_by < today:
        yield _refused("review-lapsed", f"was to be reviewed by {criterion.review_by}; review it in a new version")
    if criterion.sunset < today:
        yield _refused("sunset-passed", f"ended on {criterion.sunset}; write it anew if it is still needed")
    if criterion.retirement:
        yield _refused("retired", f"is retired since {criterion.retirement.on}")


def _notes(criterion: Criterion) -> Iterator[Fault]:
    if not any(text.strip() for text in criterion.blind_to):
        yield _refused("no-known-gaps", "says of nothing that it is blind to it; name at least one known gap")
    if not criterion.exculpating and not (criterion.no_exculpating_reason or "").strip():
        text = "has no exculpating condition and no reason why there is none (C-817/19: criteria weigh both ways [K])"
        yield _refused("nothing-exculpates", text)


def _cases(criterion: Criterion, limits: Thresholds) -> Iterator[Fault]:
    expected = [case.expected for case in criterion.cases]
    if expected.count(True) < limits.yes_min or expected.count(False) < limits.no_min:
        text = f"needs {limits.yes_min} case that should match and {limits.no_min} that should not, or more"
        yield _refused("too-few-cases", text)
    for case in criterion.cases:
        said = verdict(criterion, case.journey)
        if said.is_match != case.expected:
            why = "; ".join(map(str, said.condition.outcomes)) + (" (silenced)" if said.is_silenced else "")
            wanted = "should match and does not" if case.expected else "should not match and does"
            yield _refused("case-failed", f"case {case.name!r} {wanted}: {why}")
    silenced = [verdict(criterion, case.journey).is_silenced for case in criterion.cases]
    if criterion.exculpating and not any(silenced):
        yield Fault(Weight.WARNING, "exculpation-untried", "no case shows that an exculpating condition silences it")
