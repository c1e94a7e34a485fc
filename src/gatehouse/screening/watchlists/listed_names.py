"""Names as lists print them: several in one cell, in quotes, or beside another script in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gatehouse.names.script import LATIN, script_of
from gatehouse.terms.entry import ListedName, NameQuality

_BRACKETED = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*")
_SEPARATORS = re.compile(r";|\s+[a-z]\)\s+")
_LABELS = re.compile(r"^(?:original script|in original script|a\.?k\.?a\.?|f\.?k\.?a\.?)\s*:?\s+", re.IGNORECASE)
_QUOTES = (("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("«", "»"))
_ORDER = tuple(NameQuality)


def tidy(text: str | None) -> str:
    """The text with every run of white space as one blank, `""` for nothing."""
    return " ".join((text or "").split())


def unquoted(text: str) -> str:
    """A name without a pair of quotation marks around the whole of it; apostrophes inside stay."""
    for opening, closing in _QUOTES:
        inner = text[1:-1]
        if len(text) > 1 and text[0] == opening and text[-1] == closing and not {opening, closing} & set(inner):
            return inner.strip()
    return text


def listed_name(
    full: str, quality: NameQuality, surname: str | None = None, given_names: str | None = None
) -> ListedName:
    """A name with its script found from its letters (`Latn` when it has none)."""
    return ListedName(full, quality, script_of(full) or LATIN, surname or None, given_names or None)


def name_parts(cell: str) -> Iterator[str]:
    """The names of one cell: parted at semicolons and `b)`, and a bracket in another script told apart.

    `Amir (Амир; Амер)` gives three names; a bracket in the script of the name around it stays part of the name.
    """
    cell = tidy(cell)
    around = tidy(_BRACKETED.sub(" ", cell))
    inside = [_LABELS.sub("", text) for text in _BRACKETED.findall(cell)]
    foreign = [
        text for text in inside if script_of(text) and script_of(around) and script_of(text) != script_of(around)
    ]
    for text in [around, *foreign] if inside and len(foreign) == len(inside) else [cell]:
        for part in _SEPARATORS.split(text):
            if name := unquoted(_LABELS.sub("", part.strip(" ,")).strip(" ,")):
                yield name


def distinct(names: Iterable[ListedName]) -> tuple[ListedName, ...]:
    """Each name once, in the order of its first appearance and in its best quality."""
    kept: dict[str, ListedName] = {}
    for name in names:
        before = kept.get(name.full)
        if before is None or _ORDER.index(name.quality) < _ORDER.index(before.quality):
            kept[name.full] = name
    return tuple(kept.values())
