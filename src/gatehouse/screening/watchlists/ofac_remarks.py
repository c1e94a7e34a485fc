"""Reads the remarks of an OFAC list: statements parted by semicolons, each in one of a few set phrases.

`DOB 12 Mar 1952`, `alt. DOB 1953`, `POB Lima, Peru`, `nationality Peru`, `citizen Peru`, `Gender Male`, `a.k.a. 'X'`
(an alias that the publisher calls weak), and documents as `Passport 1234567 (Peru) issued … expires …`, whose labels
are in `document_labels.csv`. Whatever is no set phrase is left to be read by a person.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from gatehouse.screening.watchlists.draft import EntryDraft
from gatehouse.screening.watchlists.listed_names import listed_name, tidy, unquoted
from gatehouse.terms.entry import ListedDocument, ListedName, NameQuality
from gatehouse.terms.places import country_code

LABELS_FILE = Path(__file__).with_name("document_labels.csv")

_STATEMENTS = re.compile(r";\s+")
_PHRASE = re.compile(r"(?:alt\. )?(DOB|POB|nationality|citizen|Gender|a\.k\.a\.|f\.k\.a\.):? +(.+)$")
_ISSUER = re.compile(
    r"(?P<number>.+?)\s*\((?P<country>[^()]*)\)(?P<more>$|\s+(?:issued|expire|issue).*$)", re.IGNORECASE
)
_VALIDITY = re.compile(r"\s+(?=(?:issued|expires|expired|issue date|expiration)\b)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    with LABELS_FILE.open(encoding="utf-8", newline="") as rows:
        labels = sorted((row["label"] for row in csv.DictReader(rows)), key=len, reverse=True)
    return re.compile(rf"(?:alt\. )?({'|'.join(map(re.escape, labels))})[:#]?\s+(.+)$")


def is_document_label(text: str) -> bool:
    """Whether `text` names a kind of personal document (`idType` of the XML form)."""
    return bool(_labels().match(f"{text} 0"))


def ofac_name(text: str, quality: NameQuality) -> ListedName:
    """A name printed `SURNAME, Given names`, with any further part (`Jr.`) after the given names."""
    surname, *given = [part.strip() for part in tidy(text).split(",") if part.strip()] or [""]
    if not given:
        return listed_name(surname, quality)
    given_names = " ".join(given)
    return listed_name(f"{given_names} {surname}", quality, surname, given_names)


def read_remarks(draft: EntryDraft, remarks: str) -> None:
    """Add to the draft what the remarks say in set phrases; the whole text stays as a remark too."""
    text = tidy(remarks)
    draft.remark("", text)
    for statement in _STATEMENTS.split(text.removesuffix(".")):
        if phrase := _PHRASE.match(statement):
            _SAYINGS[phrase[1]](draft, phrase[2])
        elif (document := _labels().match(statement)) and any(map(str.isdigit, document[2])):
            draft.documents.append(_document(draft, document[1], document[2]))


def _document(draft: EntryDraft, kind: str, rest: str) -> ListedDocument:
    """The document after its label. A bracket that ends the number is its issuer, one within it is part of it."""
    found = _ISSUER.match(rest)
    number, country, more = found.group("number", "country", "more") if found else (rest, None, "")
    number, *validity = _VALIDITY.split(number.strip(" #:"), maxsplit=1)
    note = "; ".join(filter(None, [*validity, tidy(more)]))
    return ListedDocument(number, kind, draft.country(country, "Issuer"), note or None)


def birth_place(draft: EntryDraft, text: str) -> None:
    """Add a birth place printed `town, region, country`; the country is what follows a comma and is a country.

    Both `Congo, Democratic Republic of the` and `Kinshasa, Congo, Democratic Republic of the` are understood.
    """
    draft.birth_places.append(text)
    parts = [part.strip() for part in text.split(",")]
    # The longest tail first would take a region for a country's first word; two parts are as long as names get.
    for tail in (", ".join(parts[-2:]), parts[-1]):
        if code := country_code(tail):
            draft.birth_countries.append(code)
            return


def _weak_name(draft: EntryDraft, text: str) -> None:
    draft.names.append(ofac_name(unquoted(text), NameQuality.WEAK))


_SAYINGS: dict[str, Callable[[EntryDraft, str], None]] = {
    "DOB": EntryDraft.say_birth_date,
    "POB": birth_place,
    "nationality": EntryDraft.say_nationality,
    "citizen": EntryDraft.say_nationality,
    "Gender": EntryDraft.say_sex,
    "a.k.a.": _weak_name,
    "f.k.a.": _weak_name,
}
