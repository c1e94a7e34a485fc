"""Name fields as carriers fill them: titles run on, fillers for unknown parts, everything in one component."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gatehouse.screening.messages.name_words import FILLERS, GLUED_TITLES, PARTED, TITLES
from gatehouse.screening.messages.paxlst.said import Fault

GIVEN_LETTERS_MIN = 2
"""A glued title is not taken off when fewer letters would remain: AMR and OMR are names."""

_TITLE_ENDINGS = tuple(sorted(TITLES))
_TITLES_BEHIND_SURNAME = tuple(f" {title}" for title in GLUED_TITLES)


class NameParts(NamedTuple):
    """Surname, given names and title as stated, `None` where a filler or nothing stands, and what was odd."""

    surname: str | None
    given_names: str | None
    title: str | None = None
    faults: tuple[Fault, ...] = ()

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What is known of the name, as facts of a person."""
        if self.surname and self.given_names and not self.title:
            return ("surname", self.surname), ("given_names", self.given_names)
        parts = zip(("surname", "given_names", "title"), self[:3], strict=True)
        return tuple((field, value) for field, value in parts if value)


def read_name(components: Sequence[str]) -> NameParts:
    """Names from surname, first and further given names (C080 3036), in the wire's own case.

    Given names are joined by a blank. A title at the end goes to `title`. One component with several words is taken
    whole as surname, because which word is which is not said, unless a slash or `<<` parts them.
    """
    surname, given, title = _tidy(components[0]), "", None
    # Never MS or DR: those are surnames, too.
    if " " in surname and surname.upper().endswith(_TITLES_BEHIND_SURNAME):
        surname, _, title = surname.rpartition(" ")
    if len(components) > 1:
        given = _tidy(components[1]) if len(components) == 2 else _tidy(" ".join(components[1:]))
        # Nine names in ten have no such ending and are spared the careful look.
        if given.upper().endswith(_TITLE_ENDINGS):
            given, own = split_title(given)
            title = own or title
    if surname and given and surname.upper() not in FILLERS and given.upper() not in FILLERS:
        return NameParts(surname, given, title)
    parted = None if given else PARTED.fullmatch(components[0].strip())
    if parted is None:
        return _incomplete(surname, given, title)
    name = read_name(parted.groups())
    return name._replace(faults=(Fault("name-in-one-field"), *name.faults))


def _incomplete(surname: str, given: str, title: str | None) -> NameParts:
    faults = []
    if surname.upper() in FILLERS or given.upper() in FILLERS:
        faults.append(Fault("name-filler"))
        surname, given = ("" if part.upper() in FILLERS else part for part in (surname, given))
    elif surname and not given:
        surname, title = (surname, title) if title else _split_apart(surname)
        faults.append(Fault("name-unstructured" if " " in surname or "/" in surname else "given-name-missing"))
    if not surname and not given:
        faults.append(Fault("name-missing"))
    return NameParts(surname or None, given or None, title, tuple(faults))


def _tidy(text: str) -> str:
    """Without fillers of the machine-readable zone and without blanks that say nothing."""
    # Desk readers pass the zone on as read.
    if "<" in text:
        text = text.replace("<", " ")
    text = text.strip()
    return " ".join(text.split()) if "  " in text else text


def _split_apart(text: str) -> tuple[str, str | None]:
    """`text` and the titles that stand as words of their own at its end."""
    words = text.split()
    kept = len(words)
    while kept > 1 and words[kept - 1].upper() in TITLES:
        kept -= 1
    return (" ".join(words[:kept]), " ".join(words[kept:])) if kept < len(words) else (text, None)


def split_title(given: str) -> tuple[str, str | None]:
    """Given names and title: `JOHN MR` and `JOHNMR` give (`JOHN`, `MR`), `AMR` stays, `MR` alone is no name.

    MS and DR are only taken off as words of their own: they end too many given names.
    """
    # A surname with a title and no given name, as waiting lists hold it.
    if given.upper() in TITLES:
        return "", given
    rest, title = _split_apart(given)
    if title:
        return rest, title
    front, _, last = given.rpartition(" ")
    for word in GLUED_TITLES:
        if last.upper().endswith(word) and len(last) - len(word) >= GIVEN_LETTERS_MIN:
            shortened = last[: -len(word)]
            return f"{front} {shortened}".strip(), last[-len(word) :]
    return given, None
