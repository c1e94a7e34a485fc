"""Changes to the name: what clerks, systems and alphabets make of it. Each answers None where it cannot apply."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from gatehouse.simulation.listed import Listed
from gatehouse.simulation.persons import Spelling, latin, latin_in_full, name_for, respelled
from gatehouse.simulation.romanise import bare_form, document_form, vowel_variant
from gatehouse.simulation.told import Told, with_name

NAME_FIELD_LENGTH = 39
"""Characters of the name field of a passport's machine-readable zone (ICAO Doc 9303-4 section 4.2.2)."""

UNKNOWN_GIVEN_NAME = "FNU"
KEYBOARD = ("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")
TITLES = {"M": ("MR", "DR", "MSTR"), "F": ("MRS", "MS", "MISS", "DR")}
PARTICLES = re.compile(r"^(AL|EL|BIN|IBN|BEN|VAN DER|VAN DEN|VAN DE|VAN|DER|DEN|DE|TER|TEN) (?=\w)")
ALTERNATIVES = {"AL": ("EL ", "AL", "EL", ""), "EL": ("AL ", "AL", ""), "BIN": ("IBN ", "BEN ", "")}
LETTERS_FOR_TYPOS = 4
"""A word is mistyped only when longer than this; shorter ones would become another name."""


def _named(told: Told, spelled: Spelling) -> Told:
    return replace(told, surname=document_form(spelled.surname), given_names=document_form(spelled.given_names))


def exact(listed: Listed, told: Told, _dice: Random) -> Told | None:
    """The spelling of the list, every name of it."""
    return _named(told, listed.spelled) if listed.spelled else None


def word_order(_listed: Listed, told: Told, _dice: Random) -> Told | None:
    """Surname for given names and the reverse."""
    if not told.given_names or not told.surname:
        return None
    return replace(told, surname=told.given_names, given_names=told.surname)


def glued(_listed: Listed, told: Told, dice: Random) -> Told | None:
    """The parts of one field run together, as hosts without blanks do."""
    fields = [field for field in ("surname", "given_names") if " " in getattr(told, field)]
    if not fields:
        return None
    field = dice.choice(fields)
    return with_name(told, field, getattr(told, field).replace(" ", ""))


def title_glued(_listed: Listed, told: Told, dice: Random) -> Told | None:
    """A title at the end of the given names, without a blank."""
    if not told.given_names:
        return None
    # Without a blank, as reservation hosts run MR and MRS on to the given name.
    return replace(told, given_names=told.given_names + dice.choice(TITLES[told.sex or "M"]))


def extra_given(listed: Listed, told: Told, _dice: Random) -> Told | None:
    """One given name more."""
    spare = document_form(listed.person.spare.latin[0])
    # A spare that is in the name already would add a word and no difference.
    if not told.given_names or spare in told.given_names:
        return None
    return replace(told, given_names=f"{told.given_names} {spare}")


def dropped_given(listed: Listed, told: Told, dice: Random) -> Told | None:
    """One given name fewer, of those that the list has."""
    # Taken from the list's names: a passport that leaves out a father's name anyway would prove nothing.
    words = document_form(listed.spelled.given_names).split() if listed.spelled else []
    if len(words) < 2:
        return None
    # Never the first: that is the name a person is called by, and nobody leaves it out.
    del words[dice.randrange(1, len(words))]
    return replace(told, given_names=" ".join(words))


def initial(_listed: Listed, told: Told, _dice: Random) -> Told | None:
    """Initials for the given names."""
    if not told.given_names or not told.surname:
        return None
    return replace(told, given_names=" ".join(word[0] for word in told.given_names.split()))


def truncated(listed: Listed, told: Told, _dice: Random) -> Told | None:
    """The full name, cut where the passport's line ends; only for names that are too long for it."""
    # Few names are too long as they are; one given name more makes the cut common enough to be measured.
    full = _named(told, latin_in_full(listed.person.name))
    # Two fillers part surname and given names in the zone.
    room = NAME_FIELD_LENGTH - len(full.surname) - 2
    if room < 1 or len(full.given_names) <= room:
        full = replace(full, given_names=f"{full.given_names} {document_form(listed.person.spare.latin[0])}")
    if room < 1 or len(full.given_names) <= room:
        return None
    return replace(full, given_names=full.given_names[:room].strip())


def _typo(edit: Callable[[str, int, Random], str]) -> Callable[[Listed, Told, Random], Told | None]:
    """A change that edits one letter of one longer word; never the first letter, which typists rarely miss."""

    def change(_listed: Listed, told: Told, dice: Random) -> Told | None:
        places = [
            (field, found.start())
            for field in ("surname", "given_names")
            for found in re.finditer(r"\w+", getattr(told, field))
            if len(found[0]) > LETTERS_FOR_TYPOS
        ]
        if not places:
            return None
        field, begins = dice.choice(places)
        text = getattr(told, field)
        word = text[begins:].split()[0]
        edited = edit(text, begins + dice.randrange(1, len(word) - 1), dice)
        return with_name(told, field, edited) if edited != text else None

    return change


def _neighbour(text: str, at: int, dice: Random) -> str:
    row = next(row for row in KEYBOARD if text[at] in row)
    near = [row[i] for i in (row.index(text[at]) - 1, row.index(text[at]) + 1) if 0 <= i < len(row)]
    return text[:at] + dice.choice(near) + text[at + 1 :]


typo_substitution = _typo(_neighbour)
typo_insertion = _typo(lambda text, at, _dice: text[:at] + text[at] + text[at:])
typo_deletion = _typo(lambda text, at, _dice: text[:at] + text[at + 1 :])
typo_transposition = _typo(lambda text, at, _dice: text[:at] + text[at + 1] + text[at] + text[at + 2 :])


def vowels(_listed: Listed, told: Told, dice: Random) -> Told | None:
    """One word spelled by another habit: Mohamed for Mohammed, Hussain for Hussein."""
    field = dice.choice(("surname", "given_names"))
    changed = vowel_variant(getattr(told, field), dice)
    return with_name(told, field, changed) if changed else None


def particle(listed: Listed, told: Told, dice: Random) -> Told | None:
    """A particle written otherwise, glued or left out; `bin` put before a father's name."""
    found = PARTICLES.match(told.surname)
    if found:
        rest = told.surname[found.end() :]
        glued_particle = found[1].replace(" ", "")
        options = ALTERNATIVES.get(found[1], (glued_particle, ""))
        return replace(told, surname=dice.choice(options) + rest)
    if listed.person.culture.shape == "arabic" and " " in told.given_names:
        first, _, fathers = told.given_names.partition(" ")
        return replace(told, given_names=f"{first} {dice.choice(('BIN', 'IBN', 'BEN'))} {fathers}")
    return None


def marks(listed: Listed, told: Told, _dice: Random) -> Told | None:
    """MULLER for Müller, where a document prints MUELLER; only for names in which the two differ."""
    spelled = latin(listed.person.name)
    bare = Spelling(bare_form(spelled.surname), bare_form(spelled.given_names))
    if bare == told.spelling:
        return None
    return replace(told, surname=bare.surname, given_names=bare.given_names)


def respelling(listed: Listed, told: Told, dice: Random) -> Told | None:
    """Another usual romanisation than any that the list has."""
    spelled = respelled(listed.person.name, dice)
    if not spelled:
        return None
    # Compared as a carrier would print them: two spellings that a document folds into one are no other romanisation.
    known = {document_form(name.full) for name in listed.entry.names}
    changed = _named(told, spelled)
    return None if changed.spelling.full in known or changed == told else changed


def own_script(listed: Listed, told: Told, dice: Random) -> Told | None:
    """The list has no Latin spelling: told as the passport or as another habit romanises it."""
    if listed.spelled:
        return None
    spelled = respelled(listed.person.name, dice) if dice.random() < 0.3 else None
    return _named(told, spelled) if spelled else told


def alias(listed: Listed, told: Told, dice: Random) -> Told | None:
    """Another identity that the entry names."""
    return _named(told, dice.choice(listed.aliases)) if listed.aliases else None


def double_surname(listed: Listed, told: Told, dice: Random) -> Told | None:
    """One surname of two, or one more, as after a marriage."""
    if len(listed.person.name.family) > 1:
        single = replace(listed.person.name, family=listed.person.name.family[:1])
        return _named(told, latin(single))
    if listed.person.culture.shape not in ("western", "iberian", "dutch") or not told.surname:
        return None
    # The one person in some hundreds who is drawn without a surname has none to add.
    other = document_form(latin(name_for(listed.person.culture, listed.person.sex, dice)).surname)
    return replace(told, surname=f"{told.surname} {other}") if other else None


def first_name_unknown(_listed: Listed, told: Told, _dice: Random) -> Told | None:
    """Every name in the surname field and FNU for the given name, as hosts do that insist on both."""
    return replace(told, surname=told.spelling.full, given_names=UNKNOWN_GIVEN_NAME)
