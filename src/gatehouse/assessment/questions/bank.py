"""The bank of questions (`bank.csv`), read strictly: a question without a link or a source is refused.

One row is one question. `answer` is a kind with its scale or unit (`scale implementation`, `number days`, `stage`);
`shown_if` is `question=code,code`, several of them divided by spaces and all to hold; only a question further up can be
referred to, so that no two wait for each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from gatehouse.assessment.questions.errors import QuestionnaireError
from gatehouse.assessment.questions.question import Condition, Kind, Question
from gatehouse.assessment.questions.scale import rows_of, scale_of, units
from gatehouse.terms.saying import Saying

ID = re.compile(r"[a-z][a-z0-9-]{2,47}", re.ASCII)
OBLIGATION = re.compile(r"[A-Z0-9]{2,10}-(PP)?[0-9]{1,3}[a-z]?", re.ASCII)
CITED = re.compile(r"[A-Z0-9]{2,10}-(draft|[0-9]{4})/(PP)?[0-9]{1,3}[a-z]?", re.ASCII)
"""A version of an instrument in the catalogue, and a paragraph of it."""
COLUMNS = {"id", "answer", "obligations", "cites", "shown_if", "en", "zh", "guidance_en", "guidance_zh"}
TEXT_CHARS_MAX = 600


@lru_cache(maxsize=1)
def bank() -> dict[str, Question]:
    """Every shipped question by its id."""
    return read_bank(rows_of("bank.csv"))


def read_bank(rows: Iterable[Mapping[str, str]]) -> dict[str, Question]:
    """The questions of the rows. Raises `QuestionnaireError` with the row that is wrong, counted from 1."""
    found: dict[str, Question] = {}
    for number, row in enumerate(rows, 1):
        try:
            question = _question(row, found)
        except QuestionnaireError as fault:
            raise QuestionnaireError(
                Saying("question %(number)s: %(fault)s", number=number, fault=fault.saying)
            ) from None
        found[question.id] = question
    return found


def asking() -> dict[str, tuple[str, ...]]:
    """The questions that speak to each obligation, by its code: what the catalogue's coverage asks for."""
    found: dict[str, tuple[str, ...]] = {}
    for question in bank().values():
        for code in question.obligations:
            found[code] = (*found.get(code, ()), question.id)
    return found


def _question(row: Mapping[str, str], before: Mapping[str, Question]) -> Question:
    if set(row) != COLUMNS:
        raise QuestionnaireError(Saying("its columns are not %(choices)s", choices=", ".join(sorted(COLUMNS))))
    if not ID.fullmatch(row["id"]) or row["id"] in before:
        raise QuestionnaireError(Saying("its id is no short code, or is used twice"))
    kind, of = _answer(row["answer"])
    obligations, cites = tuple(row["obligations"].split()), tuple(row["cites"].split())
    if not obligations or not all(OBLIGATION.fullmatch(code) for code in obligations):
        raise QuestionnaireError(Saying("it is linked to no obligation; give codes such as 2396-11a"))
    if not cites or not all(CITED.fullmatch(each) for each in cites):
        raise QuestionnaireError(Saying("it cites no paragraph; say where it comes from, such as 2396-draft/11"))
    texts = [row[column].strip() for column in ("en", "zh", "guidance_en", "guidance_zh")]
    if not texts[0] or not texts[1] or max(map(len, texts)) > TEXT_CHARS_MAX:
        raise QuestionnaireError(
            Saying("it needs English and Chinese wording, of at most %(most)s characters", most=TEXT_CHARS_MAX)
        )
    return Question(row["id"], kind, of, obligations, cites, _conditions(row["shown_if"], before), *texts)


def _answer(text: str) -> tuple[Kind, str]:
    name, _, of = text.partition(" ")
    if name not in Kind.__members__.values():
        raise QuestionnaireError(
            Saying("no kind of answer %(name)s; use one of %(choices)s", name=repr(name), choices=", ".join(Kind))
        )
    kind = Kind(name)
    if kind is Kind.SCALE:
        scale_of(of)
    elif kind is Kind.NUMBER:
        if of not in units():
            raise QuestionnaireError(Saying("no unit %(of)s; use one of units.csv, or add it there", of=repr(of)))
    elif of:
        raise QuestionnaireError(Saying("an answer of the kind %(kind)s has neither scale nor unit", kind=kind))
    return kind, of


def _conditions(text: str, before: Mapping[str, Question]) -> tuple[Condition, ...]:
    found = []
    for part in text.split():
        question, _, codes = part.partition("=")
        condition = Condition(question, frozenset(codes.split(",")))
        if question not in before:
            raise QuestionnaireError(Saying("it is shown after a question that does not stand further up"))
        if not condition.codes <= before[question].options.keys():
            raise QuestionnaireError(Saying("it is shown after an answer that its condition's question cannot have"))
        found.append(condition)
    return tuple(found)
