"""Values of an entry as people read them, and how two entries differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from gatehouse.screening.watchlists.difference import changed_fields
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry
from gatehouse.web.lists.words import FIELDS, HANDLING, QUALITIES, SEXES
from gatehouse.web.templatetags.reading import country, span, stated


def _document(document: ListedDocument) -> str:
    parts = (document.number, document.type, country(document.issuer), document.note)
    return " · ".join(part for part in parts if part)


def _name(name: ListedName) -> str:
    return f"{name.full} ({QUALITIES[name.quality]})"


WORDS: dict[str, Callable[[Any], str]] = {
    "names": _name,
    "documents": _document,
    "birth_dates": span,
    "birth_countries": country,
    "nationalities": country,
    "sex": lambda code: str(SEXES.get(code, code)),
    "handling": lambda code: str(HANDLING[code]),
    "listed_on": stated,
    "updated_on": stated,
    "expires_on": stated,
}
"""How a value of a field is said; one that is not here is said as it is."""


class Changed(NamedTuple):
    """A field in which two entries differ: each side's values, and whether the other side has the value as well."""

    label: object
    before: list[tuple[str, bool]]
    after: list[tuple[str, bool]]


def in_words(entry: ListEntry, field: str) -> list[str]:
    """The values of a field as people read them."""
    value = getattr(entry, field)
    each = value if isinstance(value, tuple) else (value,) if value else ()
    return [WORDS.get(field, str)(one) for one in each]


def differences(before: ListEntry, after: ListEntry) -> list[Changed]:
    """The fields in which two entries differ, with what went and what came."""
    found = []
    for field in changed_fields(before, after):
        old, new = in_words(before, field), in_words(after, field)
        sides = ([(value, value in other) for value in values] for values, other in ((old, new), (new, old)))
        found.append(Changed(FIELDS[field], *sides))
    return found
