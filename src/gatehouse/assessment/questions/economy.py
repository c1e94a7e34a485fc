"""The economy of questions (2395/17): which are asked twice, tell nothing, or are told by others; with the numbers.

A report, no verdict: what is removable is shown with the reason, and a person decides. Answers of fewer than
`CASES_MIN` States and cycles say nothing yet.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.fuzz import token_set_ratio

from gatehouse.assessment.questions.economy_pairs import CASES_MIN, Coded, Derivable, coded, derivable
from gatehouse.assessment.questions.question import Question
from gatehouse.assessment.questions.questionnaire import Questionnaire

SAME_ANSWER_MIN = 0.97
"""From this share on of one and the same answer, a question tells States apart no longer."""
LINKS_ALIKE_MIN = 0.5
WORDS_ALIKE_MIN = 80.0
Answers = Mapping[str, Mapping[str, str]]
"""Codes by question, then by State and cycle."""


class Overlap(NamedTuple):
    """Two questions of one kind with common obligations: which, their share, and how alike the words are (0-100)."""

    one: str
    other: str
    shared: tuple[str, ...]
    links_alike: float
    words_alike: float


class Uninformative(NamedTuple):
    """`same` of `cases` answers are this code."""

    question: str
    code: str
    same: int
    cases: int


@dataclass(frozen=True, slots=True)
class Economy:
    """The whole report. `asked` counts a question once for each questionnaire, `distinct` once."""

    asked: int
    distinct: int
    links: int
    fills: Mapping[str, int]
    """For each obligation, how many questions speak to it; 0 is a gap."""
    overlaps: tuple[Overlap, ...]
    uninformative: tuple[Uninformative, ...]
    derivable: tuple[Derivable, ...]
    too_few: int
    """Coded questions with too few answers to judge."""

    @property
    def removable(self) -> frozenset[str]:
        """Questions that tell nothing or are told by another one which stays."""
        gone = {each.question for each in self.uninformative}
        kept: set[str] = set()
        for pair in self.derivable:
            if pair.question not in kept and pair.source not in gone:
                gone.add(pair.question)
                kept.add(pair.source)
        return frozenset(gone)

    @property
    def unasked(self) -> tuple[str, ...]:
        """Obligations that no question speaks to."""
        return tuple(code for code, count in self.fills.items() if not count)


def economy(questionnaires: Collection[Questionnaire], answers: Answers, obligations: Sequence[str] = ()) -> Economy:
    """The report on these questionnaires, with the answers of all States, and which of the obligations are asked."""
    asked = [question for each in questionnaires for question in each.questions()]
    distinct = list({question.id: question for question in asked}.values())
    order = sorted({key for by_state in answers.values() for key in by_state})
    judged = [
        coded(question.id, answers[question.id], order)
        for question in distinct
        if question.is_coded and len(answers.get(question.id, ())) >= CASES_MIN
    ]
    return Economy(
        asked=len(asked),
        distinct=len(distinct),
        links=sum(len(question.obligations) for question in distinct),
        fills=_fills(distinct, obligations),
        overlaps=tuple(_overlaps(distinct)),
        uninformative=tuple(_uninformative(judged, answers)),
        derivable=tuple(derivable(judged)),
        too_few=sum(question.is_coded for question in distinct) - len(judged),
    )


def _fills(questions: Sequence[Question], obligations: Sequence[str]) -> dict[str, int]:
    fills = dict.fromkeys(obligations, 0)
    for question in questions:
        for code in question.obligations:
            fills[code] = fills.get(code, 0) + 1
    return dict(sorted(fills.items()))


def _overlaps(questions: Sequence[Question]) -> list[Overlap]:
    found = []
    for one, other in combinations(questions, 2):
        shared = set(one.obligations) & set(other.obligations)
        if not shared or one.kind is not other.kind or _follows(one, other):
            continue
        links = len(shared) / len({*one.obligations, *other.obligations})
        words = token_set_ratio(one.en.lower(), other.en.lower())
        if links >= LINKS_ALIKE_MIN or words >= WORDS_ALIKE_MIN:
            found.append(Overlap(one.id, other.id, tuple(sorted(shared)), links, words))
    return sorted(found, key=lambda pair: (-pair.links_alike, -pair.words_alike, pair.one, pair.other))


def _follows(one: Question, other: Question) -> bool:
    """Whether the second is only asked after an answer to the first: asked further, not twice."""
    return any(condition.question == one.id for condition in other.conditions)


def _uninformative(judged: Sequence[Coded], answers: Answers) -> list[Uninformative]:
    found = []
    for each in judged:
        codes = list(answers[each.question].values())
        commonest = max(sorted(set(codes)), key=codes.count)
        same = codes.count(commonest)
        if same >= SAME_ANSWER_MIN * len(codes):
            found.append(Uninformative(each.question, commonest, same, len(codes)))
    return found
