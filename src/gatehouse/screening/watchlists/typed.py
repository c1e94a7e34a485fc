"""An entry as a person types it into a form: a text for each field, with one value on each line.

The signs are those of our own CSV (docs/lists.md), with lines in place of `;`. What cannot be read is refused with its
line, because whoever typed it is there to put it right: nothing becomes a remark here, and nothing is guessed. A text
that was not changed keeps the value that it came from, even where reading it would give less.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from gatehouse.screening.watchlists.errors import Fault
from gatehouse.screening.watchlists.listed_dates import date_span
from gatehouse.screening.watchlists.listed_names import distinct, tidy
from gatehouse.screening.watchlists.own_csv import alias_of, name_of
from gatehouse.screening.watchlists.own_csv_form import PARTS, split, unescaped
from gatehouse.screening.watchlists.own_csv_writer import document_text, name_text, span_text
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import Handling, ListedDocument, ListedName, ListEntry, NameQuality
from gatehouse.terms.places import country_code
from gatehouse.terms.saying import Saying

LINES_MAX = 200
"""Values of one field that a form takes: a list of one's own is typed by people."""
ALSO = "also_known_as"
"""The field of all names but the first."""
Typed = Mapping[str, str]
"""A text for each field of `LINES` and `WORDS`, for `names` (the first) and `also_known_as`."""


class _UnreadError(Exception):
    """A line that is not what its field holds."""


def _span(line: str) -> DateSpan:
    if (found := date_span(line)) is None:
        raise _UnreadError
    return found


def _country(line: str) -> str:
    if (found := country_code(line)) is None:
        raise _UnreadError
    return found


def _alias(line: str) -> ListedName:
    if (found := alias_of(line)) is None or not found.full:
        raise _UnreadError
    return found


def _document(line: str) -> ListedDocument:
    number, kind, issuer, note, *more = [tidy(unescaped(part)) for part in split(line, PARTS)] + [""] * 3
    if not number or any(more):
        raise _UnreadError
    return ListedDocument(number, kind or None, _country(issuer) if issuer else None, note or None)


NO_DATE = Saying("“%(line)s” is no date: write 1976-05-17, 1976-05, 1976, circa 1976 or 1974 to 1976")
NO_DATE = Saying("“%(line)s” is no date: write 1976-05-17, 1976-05, 1976, circa 1976 or 1974 to 1976")
NO_COUNTRY = Saying("“%(line)s” is no country: write its code or its English name")
NO_DOCUMENT = Saying("“%(line)s” is no document: write number|type|issuer|note, or the number alone")
NO_NAME = Saying("“%(line)s” is no name: write one, with strong: or weak: before it")


class Line(NamedTuple):
    """How a line of a field is read and a value written, and what is said of a line that is none."""

    read: Callable[[str], Any] = str
    write: Callable[[Any], str] = str
    says: Saying = NO_COUNTRY


LINES = {
    "birth_dates": Line(_span, span_text, NO_DATE),
    "birth_places": Line(),
    "birth_countries": Line(_country),
    "nationalities": Line(_country),
    "documents": Line(_document, document_text, NO_DOCUMENT),
    "contacts": Line(),
}
"""Fields of several values."""
ALIASES = Line(_alias, says=NO_NAME)
WORDS = ("programme", "instruction", "source_reference", "remarks")
"""Fields of one text that is taken as it is."""


def typed(entry: ListEntry) -> dict[str, str]:
    """The texts of an entry, as a form is to show them."""
    first, *others = entry.names
    also = [f"{name.quality}:{name_text(name)}" for name in others]
    lines = {field: "\n".join(map(line.write, getattr(entry, field))) for field, line in LINES.items()}
    words = {field: getattr(entry, field) or "" for field in WORDS}
    return {"names": name_text(first), ALSO: "\n".join(also), **lines, **words}


def understood(said: Typed, entry: ListEntry) -> tuple[ListEntry, tuple[Fault, ...]]:
    """The entry with what was typed in place of what it said, and the faults of what could not be read.

    `entry` gives everything that no form asks for; a field with a fault keeps what it said there.
    """
    faults: list[Fault] = []
    before = typed(entry) if entry.names else {}
    new = {field for field, text in said.items() if _lines(text) != _lines(before.get(field, ""))}
    changed: dict[str, Any] = {field: tidy(said[field]) or None for field in new.intersection(WORDS)}
    for field, line in LINES.items():
        if field in new:
            changed[field] = _read(field, said[field], line, faults)
    if new.intersection(("names", ALSO)):
        others = _read(ALSO, said[ALSO], ALIASES, faults)
        first = name_of(said["names"].strip(), NameQuality.PRIMARY)
        changed["names"] = distinct([first, *others])
    return replace(entry, **changed), tuple(faults)


def nobody(list_name: str, entry_id: str, sex: str | None, handling: Handling) -> ListEntry:
    """An entry of nobody yet, for `understood` to fill."""
    return ListEntry(list_name, entry_id, (), sex=sex, handling=handling)


def _lines(text: str) -> list[str]:
    return [line for line in map(tidy, text.splitlines()) if line]


def _read(field: str, text: str, one: Line, faults: list[Fault]) -> tuple[Any, ...]:
    lines = _lines(text)
    if len(lines) > LINES_MAX:
        faults.append(Fault(field, Saying("at most %(most)s lines", most=LINES_MAX)))
        return ()
    found: list[Any] = []
    for line in lines:
        try:
            found.append(one.read(line))
        except _UnreadError:
            faults.append(Fault(field, one.says.about(line=line)))
    return tuple(dict.fromkeys(found))
