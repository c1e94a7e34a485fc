"""Everything held on a person as a document to read: the same as the JSON of `held`, in their language. Pure."""

from __future__ import annotations

import csv
import datetime as dt
from functools import lru_cache
from importlib import resources
from itertools import groupby
from operator import itemgetter
from typing import Any

from gatehouse.printing.document import Block, Blocks, Column, Definitions, Document, Inlines, Section, Table, paragraph
from gatehouse.safeguards.profile import Profile
from gatehouse.screening.redress.letters import printed_language

Json = dict[str, Any]
CLASSIFICATION = {"en": "PERSONAL", "zh": "个人资料", "ar": "شخصي"}
_WITHHELD = {one: f"{one}-withheld" for one in ("comparisons", "others", "raw", "masked")}
ABOUT = "about"


def document(held: Json, language: str, dated: dt.date, profile: Profile) -> Document:
    """The pages. Raises `RedressError` for a language without words."""
    words = _Words(language)
    opening = [paragraph(words["intro"])]
    opening += [paragraph(words["too_many"])] if held["more"] else []
    opening += [paragraph(words["nothing"])] if not held["journeys"] else []
    sections = [_journey(one, words) for one in held["journeys"]]
    sections += [_request(one, words) for one in held["requests"]]
    for about, rows in groupby(held["held"], itemgetter(ABOUT)):
        found = list(rows)
        sections += _listed(about, found, tuple(name for name in found[0] if name != ABOUT), words)
    sections += _listed("disclosure", held["disclosures"], ("recipient", "at"), words)
    sections += _listed("looked", held["looked_at"], ("at", "act", "role", "purpose"), words)
    sections += _withheld(held["withheld"], words, profile)
    return Document(
        title=words["title"],
        language=printed_language(language),
        dated=dated,
        opening=tuple(opening),
        sections=tuple(sections),
        issuer=profile.authority.name,
        addressee=(held["person"]["names"],),
        reference=held["case"],
        classification=CLASSIFICATION[language],
    )


class _Words:
    """Words of one language; a key that the table lacks stands for itself."""

    def __init__(self, language: str) -> None:
        printed_language(language)
        self._table = {key: row[language] for key, row in _labels().items()}

    def __getitem__(self, key: str) -> str:
        return self._table.get(key, key)


@lru_cache(maxsize=1)
def _labels() -> dict[str, dict[str, str]]:
    text = (resources.files(__package__) / "labels.csv").read_text(encoding="utf-8")
    return {row["key"]: row for row in csv.DictReader(text.splitlines())}


def _journey(journey: Json, words: _Words) -> Section:
    about: Blocks = (_pairs({"departs": journey["departs"], "state": journey["state"]}, words),)
    below = []
    for one in journey["statements"]:
        told = f"{words['statement']} ({one['source'].upper()}, {words['received']} {one['received']})"
        below.append(Section((told,), (_pairs(one["data"], words),)))
    below += [Section((words["booking"],), (_pairs(one, words),)) for one in journey["bookings"]]
    if journey["comparisons"]:
        table = _table(words["comparison"], journey["comparisons"], ("list", "state", "at", "score"), words)
        below.append(Section((words["comparison"],), (paragraph(words["comparison_text"]), table)))
    return Section((f"{words['journey']} {journey['flight']}",), about, tuple(below))


def _request(request: Json, words: _Words) -> Section:
    return Section((f"{words['request']} {request['case']}",), (_pairs(request, words),))


def _pairs(values: Json, words: _Words) -> Block:
    """A table of what and how it is stated; what is inside lists and objects in one line."""
    rows = tuple(((words[key],), (_line(value),)) for key, value in values.items() if value not in (None, [], {}, ""))
    pairs = tuple((term, (paragraph(*said),)) for term, said in rows)
    return Definitions(pairs)


def _line(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_line(item)}" for key, item in value.items() if item not in (None, [], {}, ""))
    if isinstance(value, list):
        return "; ".join(map(_line, value))
    return str(value)


def _listed(key: str, rows: list[Json], columns: tuple[str, ...], words: _Words) -> list[Section]:
    return [Section((words[key],), (_table(words[key], rows, columns, words),))] if rows else []


def _table(caption: str, rows: list[Json], columns: tuple[str, ...], words: _Words) -> Table:
    cells: tuple[tuple[Inlines, ...], ...] = tuple(
        tuple((_line(row.get(column) or ""),) for column in columns) for row in rows
    )
    return Table((caption,), tuple(Column((words[column],)) for column in columns), cells)


def _withheld(keys: list[str], words: _Words, profile: Profile) -> list[Section]:
    if not keys:
        return []
    said = {"oversight": profile.oversight.body, "oversight_contact": profile.oversight.contact}
    blocks = tuple(paragraph(words[_WITHHELD[key]].format_map(said)) for key in keys)
    return [Section((words["withheld"],), blocks)]
