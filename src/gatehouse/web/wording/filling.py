"""Translations taken from a table: one row for each string, one column for each language.

Columns: `en`, and any of `ar`, `es`, `fr`, `ru`, `zh_Hans`. Several forms of one string are parted by ` | `, as many as
the language has plurals; an `en` with a singular and a plural is named by its singular.
"""

from __future__ import annotations

import csv
from pathlib import Path

from babel.messages.pofile import read_po

from gatehouse.web.wording.compiling import CATALOGUES, areas, save
from gatehouse.web.wording.languages import TRANSLATED

PART = " | "


class FillingError(Exception):
    """A table of translations that cannot be taken; says the row."""


def fill(table: Path, catalogues: Path = CATALOGUES) -> int:
    """Put the translations of `table` into the catalogues; how many were put.

    Raises FillingError for a string that no page marks, a wrong number of plural forms, or placeholders that differ.
    """
    with table.open(encoding="utf-8", newline="") as stream:
        rows = {row["en"]: row for row in csv.DictReader(stream)}
    count, used = 0, set()
    for language in TRANSLATED:
        for path in areas(language, catalogues):
            with path.open("rb") as stream:
                catalogue = read_po(stream, locale=language.locale)
            for message in catalogue:
                name = message.id if isinstance(message.id, str) else message.id[0]
                given = (rows.get(name) or {}).get(language.locale)
                if name and given:
                    message.string = _string(message.id, given, catalogue.num_plurals)
                    used.add(name)
                    count += 1
            save(catalogue, path)
    if unknown := set(rows) - used:
        raise FillingError(f"no page marks this string: {sorted(unknown)[0]}; run `python -m gatehouse.web.wording`")
    return count


def _string(text: object, given: str, plurals: int) -> str | tuple[str, ...]:
    if isinstance(text, str):
        return given
    forms = tuple(given.split(PART))
    if len(forms) == 1:
        forms *= plurals
    if len(forms) != plurals:
        raise FillingError(f"{given}: {len(forms)} forms; this language has {plurals}")
    return forms
