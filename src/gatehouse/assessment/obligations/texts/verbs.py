"""Verbs: how a paragraph or clause begins, what act that is, and with how much force (`verbs.csv`).

Force falls in this order: binding, mandate, urge, call, encourage, remind, declare. A Council decision is binding when
the resolution acts under Chapter VII of the Charter (articles 25 and 48 of the Charter; the usual reading), else a
mandate; a request is a mandate to a body of the United Nations and a call to anybody else.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from gatehouse.assessment.obligations.texts.tables import of_language


class Force(StrEnum):
    """How much a verb obliges, strongest first."""

    BINDING = "binding"
    MANDATE = "mandate"
    URGE = "urge"
    CALL = "call"
    ENCOURAGE = "encourage"
    REMIND = "remind"
    DECLARE = "declare"


REQUEST = "request"
"""In `verbs.csv`: the force hangs on who is asked."""
DIRECTIVE = frozenset({"binding", "mandate", "urge", "call", "encourage"})


class Verb(NamedTuple):
    """A verb as a text writes it (`form`) and what the table says of it; `begin` and `end` are places in the text."""

    form: str
    act: str
    force: str
    chapter_vii: str
    begin: int
    end: int


@lru_cache(maxsize=8)
def _table(language: str, is_preamble: bool) -> dict[str, tuple[str, str, str]]:
    verbs = {r["form"]: (r["act"], r["force"], r["chapter_vii"]) for r in of_language("verbs", language)}
    forces = {act: force for act, force, _ in verbs.values()}
    if not is_preamble:
        return verbs
    openers = {r["form"]: (r["act"], forces.get(r["act"], "declare"), "") for r in of_language("openers", language)}
    return openers if language == "en" else verbs | openers


def _alternatives(forms: list[str], language: str) -> str:
    longest = sorted(forms, key=len, reverse=True)
    if language == "en":
        return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest)
    return "|".join(r"\s?".join(map(re.escape, form)) for form in longest)


@lru_cache(maxsize=8)
def _leading(language: str, is_preamble: bool) -> re.Pattern[str]:
    adverbs = _alternatives([r["form"] for r in of_language("adverbs", language)], language)
    verbs = _alternatives(list(_table(language, is_preamble)), language)
    if language == "en":
        return re.compile(
            rf"\[?(?:Acting\s(?:under|pursuant\sto)[^,;]{{1,120}},\s+)?(?:(?:{adverbs}|and|but),?\s+){{0,6}}(?P<verb>{verbs})(?![\w-])",
            re.IGNORECASE,
        )
    # As few adverbs as can be: 特别 is one, and the beginning of the verb 特别指出.
    return re.compile(rf"\[?(?:(?:{adverbs})[,，]?\s?){{0,5}}?(?P<verb>{verbs})(?!地)")


_ABOUT = re.compile(r"对[^,，;；。]{2,600}?(?:表示|感到|深感|深为)")
"""`对…表示关切`: what a paragraph is about stands before its verb."""
_WITHIN_MAX = 600


def leading(shadow: str, language: str, is_preamble: bool = False) -> Verb | None:
    """The verb that a paragraph or clause begins with; None when the table does not know it."""
    found = _leading(language, is_preamble).match(shadow)
    if found is None and language == "zh" and (about := _ABOUT.match(shadow[:_WITHIN_MAX])):
        return Verb("表示", "express", "declare", "", about.end() - 2, about.end())
    return None if found is None else verb_of(found, language, is_preamble)


def verb_of(found: re.Match[str], language: str, is_preamble: bool = False) -> Verb:
    """The verb that a match of a pattern with a group `verb` names."""
    text = " ".join(found["verb"].lower().split()) if language == "en" else found["verb"].replace(" ", "")
    act, force, chapter_vii = _table(language, is_preamble)[text]
    return Verb(text, act, force, chapter_vii, found.start("verb"), found.end("verb"))


@lru_cache(maxsize=2)
def _within(language: str) -> dict[str, str]:
    return {row["form"]: row["within"] for row in of_language("verbs", language)}


def within(form: str, language: str) -> str:
    """Where a verb may begin a clause in the midst of a paragraph.

    Anywhere (empty), behind an adverb (`marked`), that or behind a semicolon (`marked-or-after-semicolon`), before
    somebody who is addressed (`addressed`), or nowhere (`never`): many forms are as often something else.
    """
    return _within(language)[form]


def forms(language: str) -> list[str]:
    """The forms of operative verbs of a language."""
    return list(_table(language, False))


def adverb_forms(language: str) -> list[str]:
    """The forms of adverbs of a language."""
    return [row["form"] for row in of_language("adverbs", language)]


def alternatives(texts: list[str], language: str) -> str:
    """A pattern that matches any of the texts, the longest first."""
    return _alternatives(texts, language)
