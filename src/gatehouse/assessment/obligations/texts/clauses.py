"""Clauses: one paragraph may welcome, then urge, then ask. Each begins with a verb of its own.

A clause begins behind a comma, a semicolon or `and` with a verb of the table; a word that is as often a noun
(`requests`, `calls`) begins one only where somebody is addressed. Chapter VII of the Charter makes a decision binding.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gatehouse.assessment.obligations.texts.addressees import Addressee, addressees_in, as_written
from gatehouse.assessment.obligations.texts.deadlines import Deadline, deadlines_in
from gatehouse.assessment.obligations.texts.tables import of_language
from gatehouse.assessment.obligations.texts.verbs import (
    REQUEST,
    Force,
    Verb,
    adverb_forms,
    alternatives,
    forms,
    leading,
    verb_of,
    within,
)

CLAUSES_MAX = 60
ADDRESSING = frozenset(
    {"demand", "direct", "authorize", "request", "urge", "call upon", "appeal", "encourage", "invite", "remind"}
)
"""Acts whose verb is followed by somebody."""
NEAR_CHARS = 40
"""So near behind its verb somebody has to stand to be addressed."""
_SEIZED = re.compile(r"(?:处理此案|处理此事项|审议此案|remain (?:actively )?seized)", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"\s+(?:upon|on|for|the|that|all|its|Member|States|in this|once|again|also|with|every|each|both|those|relevant|"
    r"[A-Z]{3,8})\b"
)


class Clause(NamedTuple):
    """One clause: its verb and force, whom it addresses, by when, under which reservations; places in the text."""

    verb: Verb
    force: str
    addressees: list[Addressee]
    deadlines: list[Deadline]
    qualifiers: list[str]
    begin: int
    end: int


@lru_cache(maxsize=2)
def _inner(language: str) -> re.Pattern[str]:
    verbs, adverbs = alternatives(forms(language), language), alternatives(adverb_forms(language), language)
    if language == "en":
        return re.compile(
            rf"(?P<before>[,;:]\s+(?:and\s+|but\s+)?|\band\s+)(?P<adverbs>(?:(?:{adverbs}),?\s+){{0,4}})(?P<verb>{verbs})(?![\w-])"
        )
    return re.compile(rf"(?P<before>[,，;；]\s?)(?P<adverbs>(?:(?:{adverbs})[,，]?\s?){{0,4}}?)(?P<verb>{verbs})(?!地)")


def clauses_of(text: str, shadow: str, language: str, chapter_vii: bool) -> list[Clause]:
    """The clauses of an operative paragraph, the leading one first; empty when its verb is not known."""
    first = leading(shadow, language)
    if first is None:
        return []
    verbs = [(0, first), *_further(shadow, first.end, language)]
    found = []
    for place, (begin, verb) in enumerate(verbs[:CLAUSES_MAX]):
        end = verbs[place + 1][0] if place + 1 < len(verbs) else len(text)
        addressees = addressees_in(shadow[:end], verb.end, language)
        if verb.act in ADDRESSING:
            addressees = as_written(shadow[:end], verb.end, language, addressees)
        part, said = shadow[begin:end], text[begin:end]
        force = force_of(verb, addressees, chapter_vii, part)
        qualifiers = _qualifiers(part, language)
        found.append(Clause(verb, force, addressees, deadlines_in(part, said, language), qualifiers, begin, end))
    return found


def force_of(verb: Verb, addressees: list[Addressee], chapter_vii: bool, shadow: str) -> str:
    """The force of a verb where it stands: to remain seized of a matter obliges nobody, Chapter VII binds."""
    if verb.act == "decide" and _SEIZED.search(shadow):
        return Force.DECLARE
    if chapter_vii and verb.chapter_vii:
        return verb.chapter_vii
    if verb.force == REQUEST:
        return Force.MANDATE if addressees and addressees[0].kind == "un" else Force.CALL
    return verb.force


def _further(shadow: str, at: int, language: str) -> list[tuple[int, Verb]]:
    found = []
    for part in _inner(language).finditer(shadow, at):
        if _begins(part, shadow, language):
            found.append((part.start() + len(part["before"]), verb_of(part, language)))
    return found


def _begins(part: re.Match[str], shadow: str, language: str) -> bool:
    """Whether the verb of a match begins a clause there (column `within` of `verbs.csv`)."""
    verb = verb_of(part, language)
    where = within(verb.form, language)
    if language == "en":
        is_linked = part["before"].strip() == "and" and " " not in verb.form
        return not (where or is_linked) or bool(_ADDRESSED.match(shadow, part.end()))
    if where == "addressed":
        return bool(addressees_in(shadow[: part.end() + NEAR_CHARS], part.end(), language))
    is_marked = bool(part["adverbs"].strip())
    after_semicolon = where == "marked-or-after-semicolon" and part["before"][0] in ";；"
    return not where or (where != "never" and (is_marked or after_semicolon))


@lru_cache(maxsize=2)
def _reservations(language: str) -> tuple[tuple[str, str], ...]:
    return tuple((row["form"].lower(), row["meaning"]) for row in of_language("qualifiers", language))


def _qualifiers(shadow: str, language: str) -> list[str]:
    lowered = shadow.lower()
    return list(dict.fromkeys(meaning for form, meaning in _reservations(language) if form in lowered))
