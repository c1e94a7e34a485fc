"""How a listed person may come to be told in a message: the kinds of variation, each with its weight.

A variation takes the listed person, what an honest passport would tell, and the dice; it answers what is told
instead, or None where the kind does not apply to this person (no particle to vary, no document on the entry). Every
kind is applied to an entry that gives a Latin spelling, except `own-script`, whose point is that it does not. The
birth date is true in every kind but the `birth-` ones; the document is one that the list does not know, except in
the `document-` kinds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import NamedTuple

from gatehouse.simulation import name_changes as names
from gatehouse.simulation import other_changes as others
from gatehouse.simulation.listed import Listed
from gatehouse.simulation.persons import latin
from gatehouse.simulation.romanise import document_form
from gatehouse.simulation.told import Told, told
from gatehouse.terms.entry import Handling

Change = Callable[[Listed, Told, Random], Told | None]


class Variation(NamedTuple):
    """One kind: its name in `truth.csv`, its weight, what it does in words, and the doing.

    A kind that few persons qualify for has a larger weight than its share of the planted.
    """

    kind: str
    weight: float
    meaning: str
    change: Change


def _compound(listed: Listed, plain: Told, dice: Random) -> Told | None:
    first = dice.choice((names.word_order, names.vowels, names.dropped_given, names.typo_substitution))
    second = dice.choice((others.birth_day_month, others.birth_year, others.birth_digit, names.glued))
    named = first(listed, plain, dice)
    changed = second(listed, named, dice) if named else None
    if named is None or changed is None or second is names.glued:
        return changed
    # A wrong birth date alone is told with the list's own spelling; here the changed name must stay.
    return replace(changed, surname=named.surname, given_names=named.given_names)


VARIATIONS: tuple[Variation, ...] = (
    Variation("exact", 8, "the list's own Latin spelling and birth date", names.exact),
    Variation("document-other-name", 5, "a listed document under another spelling", others.document_other_name),
    Variation("document-ocr-error", 3, "a listed document with one look-alike character", others.document_misread),
    Variation("word-order", 6, "surname and given names changed places", names.word_order),
    Variation("glued", 6, "parts of the name run together", names.glued),
    Variation("title-glued", 3, "a title run on to the given names", names.title_glued),
    Variation("extra-given-name", 4, "a given name that the list does not know", names.extra_given),
    Variation("dropped-given-name", 4, "one of the listed given names missing", names.dropped_given),
    Variation("initial", 2, "given names cut to their initials", names.initial),
    Variation("truncated-39", 20, "the name cut to the 39 characters of a passport's line", names.truncated),
    Variation("typo-substitution", 2, "one letter for its neighbour on the keyboard", names.typo_substitution),
    Variation("typo-insertion", 2, "one letter struck twice", names.typo_insertion),
    Variation("typo-deletion", 2, "one letter missing", names.typo_deletion),
    Variation("typo-transposition", 2, "two neighbouring letters changed places", names.typo_transposition),
    Variation("vowel-variant", 6, "one word with other usual vowels or doubled consonants", names.vowels),
    Variation("particle-variant", 14, "al-, el-, bin, van de … written otherwise or left out", names.particle),
    Variation("diacritics", 20, "marks dropped where a document would spell them out, or the reverse", names.marks),
    Variation("other-romanisation", 9, "another usual Latin spelling of the same native name", names.respelling),
    Variation("own-script", 8, "the list has the name in its own script only", names.own_script),
    Variation("alias", 9, "travels under a listed alias", names.alias),
    Variation("double-surname", 3, "one of two surnames missing, or a second one added", names.double_surname),
    Variation("birth-partial-on-list", 4, "the list has a year or month only", others.birth_partial),
    Variation("birth-day-month-swapped", 6, "day and month of birth changed places", others.birth_day_month),
    Variation("birth-one-digit", 2, "one digit of the birth date wrong", others.birth_digit),
    Variation("birth-year-off", 2, "born a year earlier or later", others.birth_year),
    Variation("birth-missing", 3, "no birth date told", others.birth_missing),
    Variation("one-name-fnu", 2, "all names in the surname field, FNU for the given name", names.first_name_unknown),
    Variation("two-changes", 4, "a changed name with another change to name or birth date", _compound),
)


def _plain(listed: Listed) -> Told:
    """What an honest passport tells; for an entry with fathers' names those are told as a passport has them."""
    return told(listed.person, latin(listed.person.name))


def _allowed(kind: str, listed: Listed) -> bool:
    """Whether the entry's handling lets a person told in this way become a candidate at all."""
    handling = listed.entry.handling
    if handling is Handling.DOCUMENT_ONLY:
        return kind.startswith("document-")
    return handling is not Handling.EXACT_NAME or kind in ("exact", "birth-partial-on-list")


def vary(listed: Listed, dice: Random) -> tuple[str, Told] | None:
    """A kind of variation for this person and what is told; None where no kind applies.

    Kinds are tried in weighted random order, so that a kind with narrow conditions is still met.
    """
    # Efraimidis and Spirakis: a weighted order in one pass, without drawing again and again.
    order = sorted(VARIATIONS, key=lambda variation: dice.random() ** (1 / variation.weight), reverse=True)
    plain = _plain(listed)
    for variation in order:
        if (listed.spelled is None) != (variation.kind == "own-script") and not variation.kind.startswith("document-"):
            continue
        if not _allowed(variation.kind, listed):
            continue
        changed = variation.change(listed, plain, dice)
        if changed and (changed.surname or changed.given_names):
            return variation.kind, _tidy(changed)
    return None


def _tidy(changed: Told) -> Told:
    if changed.surname:
        return changed
    # A carrier's form wants a surname: a single name goes there.
    return replace(changed, surname=document_form(changed.given_names), given_names="")
