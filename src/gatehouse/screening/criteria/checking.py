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
from gatehouse.screening.criteria.evaluation import Verdict, verdict
from gatehouse.screening.criteria.file_lines import FIELD
from gatehouse.screening.criteria.protected import (
    Attribute,
    Permitted,
    refusals,
    rests_on_protected_alone,
    spoken_of_in,
)
from gatehouse.screening.criteria.thresholds import Thresholds, thresholds
from gatehouse.terms.saying import Saying, together


class Weight(StrEnum):
    """`refused`: the criterion may not be used; `warning`: somebody should read it again."""

    REFUSED = "refused"
    WARNING = "warning"


class Fault(NamedTuple):
    """What is wrong with a criterion, under a code, and why; `at` is where, as refusals of its file say it."""

    weight: Weight
    code: str
    text: Saying
    at: str = ""


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


def _refused(code: str, text: Saying, key: str) -> Fault:
    return Fault(Weight.REFUSED, code, text, f"criterion, {key}")


def _warning(code: str, text: Saying, key: str) -> Fault:
    return Fault(Weight.WARNING, code, text, f"criterion, {key}")


def _protected(criterion: Criterion, permitted: Permitted) -> Iterator[Fault]:
    """The condition may not touch protected attributes; what exculpates may not single groups out either."""
    conditions = [criterion.condition, *(one.condition for one in criterion.exculpating)]
    for condition in conditions:
        for refusal in refusals(each_test(condition), permitted):
            at = f"{FIELD}{refusal.test.field.name}"
            yield Fault(Weight.REFUSED, "protected-attribute", refusal.says, at)
    if rests_on_protected_alone(criterion.condition):
        text = Saying(
            "can be met by nationality, sex or age alone; add a test of what the traveller did, in every branch"
        )
        yield _refused("protected-alone", text, "condition")
    prose = (criterion.title, criterion.purpose, criterion.triage, *criterion.blind_to)
    for attribute in spoken_of_in(" ".join(prose)):
        text = Saying(
            "title, purpose, gaps or triage note speak of %(attribute)s; nobody may look for it: rephrase",
            attribute=Saying(attribute.name),
        )
        yield _warning("protected-prose", text, _prose_at(criterion, attribute))


def _prose_at(criterion: Criterion, attribute: Attribute) -> str:
    """The first of the texts that speaks of it."""
    texts = {
        "title": criterion.title,
        "purpose": criterion.purpose,
        "triage": criterion.triage,
        "blind_to": " ".join(criterion.blind_to),
    }
    return next(name for name, prose in texts.items() if attribute in spoken_of_in(prose))


def same_person(one: str, other: str) -> bool:
    """Whether two names are written for one person: case, accents, order of writing marks and blanks aside."""
    return _person(one) == _person(other)


def _person(name: str) -> str:
    bare = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "".join(c for c in "".join(bare).casefold() if c.isalnum())


def _persons(criterion: Criterion) -> Iterator[Fault]:
    if same_person(criterion.author, criterion.approver):
        text = Saying("author and approver are one person; have another person approve it")
        yield _refused("own-approval", text, "approver")


def _dates(criterion: Criterion, today: dt.date, limits: Thresholds) -> Iterator[Fault]:
    if not criterion.written <= criterion.review_by <= criterion.sunset:
        yield _refused(
            "dates-out-of-order",
            Saying("written, review_by and sunset do not follow each other; correct them"),
            "written",
        )
    if criterion.written > today:
        text = Saying("was written on %(day)s, which is still to come; correct it", day=criterion.written)
        yield _refused("written-ahead", text, "written")
    if (criterion.review_by - criterion.written).days > limits.review_days_max:
        text = Saying("is reviewed later than %(most)s days after writing", most=limits.review_days_max)
        yield _refused("review-too-late", text, "review_by")
    if (criterion.sunset - criterion.written).days > limits.sunset_days_max:
        text = Saying("ends later than %(most)s days after writing", most=limits.sunset_days_max)
        yield _refused("sunset-too-late", text, "sunset")
    if criterion.review_by < today:
        text = Saying("was to be reviewed by %(day)s; review it in a new version", day=criterion.review_by)
        yield _refused("review-lapsed", text, "review_by")
    if criterion.sunset < today:
        text = Saying("ended on %(day)s; write it anew if it is still needed", day=criterion.sunset)
        yield _refused("sunset-passed", text, "sunset")
    if criterion.retirement:
        yield _refused("retired", Saying("is retired since %(day)s", day=criterion.retirement.on), "retired")


def _notes(criterion: Criterion) -> Iterator[Fault]:
    if not any(text.strip() for text in criterion.blind_to):
        text = Saying("says of nothing that it is blind to it; name at least one known gap")
        yield _refused("no-known-gaps", text, "blind_to")
    if not criterion.exculpating and not (criterion.no_exculpating_reason or "").strip():
        text = Saying(
            "has no exculpating condition and no reason why there is none (C-817/19: criteria weigh both ways [K])"
        )
        yield _refused("nothing-exculpates", text, "no_exculpating_reason")


MATCHES = Saying("case “%(name)s” should not match and does: %(why)s")
MATCHES_NOT = Saying("case “%(name)s” should match and does not: %(why)s")


def _why(said: Verdict) -> Saying:
    """Every test with the value that it met, as the file writes tests."""
    outcomes = together(*(one.says for one in said.condition.outcomes))
    return Saying("%(outcomes)s (silenced)", outcomes=outcomes) if said.is_silenced else outcomes


def _cases(criterion: Criterion, limits: Thresholds) -> Iterator[Fault]:
    expected = [case.expected for case in criterion.cases]
    if expected.count(True) < limits.yes_min or expected.count(False) < limits.no_min:
        text = Saying(
            "needs %(yes)s case that should match and %(no)s that should not, or more",
            yes=limits.yes_min,
            no=limits.no_min,
        )
        yield _refused("too-few-cases", text, "case 1")
    for number, case in enumerate(criterion.cases, 1):
        said = verdict(criterion, case.journey)
        if said.is_match != case.expected:
            missed = MATCHES_NOT if case.expected else MATCHES
            yield _refused("case-failed", missed.about(name=case.name, why=_why(said)), f"case {number}")
    silenced = [verdict(criterion, case.journey).is_silenced for case in criterion.cases]
    if criterion.exculpating and not any(silenced):
        text = Saying("no case shows that an exculpating condition silences it")
        yield _warning("exculpation-untried", text, "exculpating 1")
