"""The public transparency report as a document: counts of a frozen snapshot, and where to turn. Pure."""

from __future__ import annotations

import csv
import datetime as dt
from functools import lru_cache
from importlib import resources
from typing import Any, cast

from gatehouse.oversight.errors import OversightError
from gatehouse.printing.document import Blocks, Column, Document, Language, Section, Strong, Table, paragraph
from gatehouse.printing.words import written
from gatehouse.safeguards.profile import Profile
from gatehouse.terms.saying import Saying

Json = dict[str, Any]


def report(body: Json, sha256: str, taken: dt.date, language: str, profile: Profile) -> Document:
    """The report. Raises `OversightError` for a language without words."""
    words = _words(language)
    days = {name: written(dt.date.fromisoformat(body[name]), language) for name in ("begins", "ends")}
    about = {"law": body["law"], "profile": body["profile"], "version": body["profile_version"], "k": body["k"]}
    office = {
        "office": profile.redress.office,
        "contact": profile.redress.contact,
        "oversight": profile.oversight.body,
        "oversight_contact": profile.oversight.contact,
    }
    opening = [paragraph(words[key].format(**about, **office)) for key in ("intro", "law", "remedy")]
    return Document(
        title=words["title"],
        subtitle=words["period"].format(**days),
        language=cast(Language, language),
        dated=taken,
        issuer=profile.authority.name,
        opening=(*opening, paragraph(words["frozen"].format(taken=written(taken, language), sha256=sha256))),
        sections=tuple(_section(table, words) for table in body["tables"]),
        numbered=True,
        contents=True,
    )


def languages() -> tuple[str, ...]:
    """The languages of the report."""
    return tuple(name for name in next(iter(_rows().values())) if name != "key")


@lru_cache(maxsize=1)
def _rows() -> dict[str, dict[str, str]]:
    text = (resources.files(__package__) / "report_words.csv").read_text(encoding="utf-8")
    return {row["key"]: row for row in csv.DictReader(text.splitlines())}


def _words(language: str) -> dict[str, str]:
    if language not in languages():
        raise OversightError(
            Saying("the report is not written in that language"),
            Saying("take one of %(names)s", names=", ".join(languages())),
        )
    return {key: row[language] for key, row in _rows().items()}


def _section(table: Json, words: dict[str, str]) -> Section:
    if not table["rows"] or all(count is None for count in table["rows"].values()):
        return Section((words[table["table"]],), (paragraph(words["none"]),))
    rows = [((words.get(name, name),), (_number(count, words),)) for name, count in table["rows"].items()]
    rows.append(((Strong((words["total"],)),), (Strong((_number(table["total"], words),)),)))  # type: ignore[arg-type]
    columns = (Column((words["row"],), share=3), Column((words["count"],), numbers=True))
    blocks: Blocks = (Table((words[table["table"]],), columns, tuple(rows), row_headings=True),)
    return Section((words[table["table"]],), blocks)


def _number(count: int | None, words: dict[str, str]) -> str:
    return words["withheld"] if count is None else f"{count:,}"
