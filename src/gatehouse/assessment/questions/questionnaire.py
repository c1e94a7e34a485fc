"""A questionnaire: questions of the bank in sections, in a version; read strictly from a reviewed TOML file.

A file that is changed without a new version is refused where its version is locked (`versions.csv`): an answer says for
ever in which version it was given.
"""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from gatehouse.assessment.questions.bank import ID, bank
from gatehouse.assessment.questions.errors import QuestionnaireError
from gatehouse.assessment.questions.question import Question
from gatehouse.terms.saying import Saying

KINDS = ("survey", "overview", "self-assessment")
QUESTIONS_MAX = 400
MEMBERS = {"code", "version", "kind", "title", "introduction", "section"}
SECTION_MEMBERS = {"code", "title", "office", "questions"}


class Words(NamedTuple):
    """A text in both languages."""

    en: str
    zh: str

    def in_(self, language: str) -> str:
        """The text in a language; English where there is none in it."""
        return self.zh if language.startswith("zh") else self.en


class Section(NamedTuple):
    """Questions that one office can answer. `office` is which one it usually is."""

    code: str
    title: Words
    office: Words
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """One version of a questionnaire."""

    code: str
    version: int
    kind: str
    title: Words
    introduction: Words
    sections: tuple[Section, ...]

    @property
    def name(self) -> str:
        """How answers and workbooks refer to it."""
        return f"{self.code}/{self.version}"

    def questions(self) -> Iterator[Question]:
        """Every question in order."""
        for section in self.sections:
            yield from section.questions

    def section_of(self, question: str) -> Section:
        """The section that a question stands in. Raises `QuestionnaireError` for one of another questionnaire."""
        for section in self.sections:
            if any(each.id == question for each in section.questions):
                return section
        raise QuestionnaireError(Saying("%(name)s does not ask this question; see its file", name=self.name))


def asked_as(questionnaire: Questionnaire, question: str) -> Question:
    """The question of this id. Raises `QuestionnaireError` for one that is not asked."""
    section = questionnaire.section_of(question)
    return next(each for each in section.questions if each.id == question)


def read_questionnaire(text: str, questions: Mapping[str, Question]) -> Questionnaire:
    """The questionnaire that a file defines. Raises `QuestionnaireError` with what is wrong in it."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise QuestionnaireError(Saying("the questionnaire is no TOML: %(fault)s", fault=fault)) from None
    if set(told) != MEMBERS or not isinstance(told["section"], list):
        raise QuestionnaireError(Saying("a questionnaire has exactly %(choices)s", choices=", ".join(sorted(MEMBERS))))
    if told["kind"] not in KINDS or type(told["version"]) is not int or not ID.fullmatch(str(told["code"])):
        raise QuestionnaireError(
            Saying(
                "its code is a short code, its version a number, its kind one of %(choices)s", choices=", ".join(KINDS)
            )
        )
    sections = tuple(_section(each, questions) for each in told["section"])
    asked = [question.id for section in sections for question in section.questions]
    if not asked or len(asked) > QUESTIONS_MAX or len(asked) != len(set(asked)):
        raise QuestionnaireError(Saying("it asks each question once, and at most %(most)s", most=QUESTIONS_MAX))
    title, introduction = _words(told["title"]), _words(told["introduction"])
    return Questionnaire(told["code"], told["version"], told["kind"], title, introduction, sections)


def _section(told: Mapping[str, object], questions: Mapping[str, Question]) -> Section:
    if set(told) != SECTION_MEMBERS or not isinstance(told["questions"], list):
        raise QuestionnaireError(
            Saying("a section has exactly %(choices)s", choices=", ".join(sorted(SECTION_MEMBERS)))
        )
    unknown = [each for each in told["questions"] if each not in questions]
    if unknown:
        raise QuestionnaireError(
            Saying(
                "section %(code)s: not in the bank: %(choices)s",
                code=told["code"],
                choices=", ".join(map(str, unknown)),
            )
        )
    asked = tuple(questions[each] for each in told["questions"])
    return Section(str(told["code"]), _words(told["title"]), _words(told["office"]), asked)


def _words(told: object) -> Words:
    if not isinstance(told, dict) or set(told) != {"en", "zh"}:
        raise QuestionnaireError(Saying("titles and introductions are given in en and zh"))
    return Words(str(told["en"]), str(told["zh"]))


@lru_cache(maxsize=1)
def questionnaires() -> dict[str, Questionnaire]:
    """The shipped questionnaires by their codes. Raises `QuestionnaireError` for one that differs from its lock."""
    folder = resources.files(__package__).joinpath("questionnaires")
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.name.endswith(".toml")}
    found = [read_questionnaire(texts[name], bank()) for name in sorted(texts)]
    lock = _locked()
    for each in found:
        if lock.get(each.name) != digest(each):
            raise QuestionnaireError(
                Saying("%(name)s is not what versions.csv locks; raise its version and lock that", name=each.name)
            )
    return {each.code: each for each in found}


def digest(questionnaire: Questionnaire) -> str:
    """What a version asks, in which sections: 16 hexadecimal digits."""
    said = [f"{each.code} {question.fingerprint}" for each in questionnaire.sections for question in each.questions]
    return hashlib.sha256("\n".join((questionnaire.name, *said)).encode()).hexdigest()[:16]


def _locked() -> dict[str, str]:
    text = resources.files(__package__).joinpath("versions.csv").read_text(encoding="utf-8")
    return {row["questionnaire"]: row["sha256_16"] for row in csv.DictReader(text.splitlines())}


def questionnaire_of(code: str) -> Questionnaire:
    """The shipped questionnaire of this code. Raises `QuestionnaireError` where there is none."""
    try:
        return questionnaires()[code]
    except KeyError:
        raise QuestionnaireError(
            Saying("no such questionnaire; there are %(choices)s", choices=", ".join(sorted(questionnaires())))
        ) from None
