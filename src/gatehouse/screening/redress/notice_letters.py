"""A notice as a letter to its recipient: which disclosure, what was put right or erased, on what ground. Pure.

It does not say who the person is: the recipient knows that by the disclosure, and a letter gone astray tells less.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from gatehouse.printing.document import Blocks, Definitions, Document, Section, paragraph
from gatehouse.printing.words import written
from gatehouse.safeguards.profile import Profile
from gatehouse.safeguards.vocabulary import Topic
from gatehouse.screening.redress.letters import field_name, printed_language


class Notice(NamedTuple):
    """What a recipient is told: `why` is corrected, erased or cleared; `changes` are fields with what is right."""

    disclosure: str
    recipient: str
    given: dt.date
    under: str
    parts: tuple[str, ...]
    case: str
    why: str
    decided: dt.date
    changes: Mapping[str, str]
    reason: str


def letter(notice: Notice, language: str, today: dt.date, profile: Profile) -> Document:
    """The letter, in a language of redress (`printed_language` refuses others)."""
    printed = printed_language(language)
    words = _templates()[language]
    filled = _values(notice, language, profile)
    recipient = profile.recipient(notice.recipient)
    said: list[Blocks] = [(paragraph(words[key].format_map(filled)),) for key in ("given", notice.why)]
    if notice.changes:
        rows = tuple(((field_name(name, language),), (paragraph(value),)) for name, value in notice.changes.items())
        said.append((Definitions(rows),))
    closing = tuple(paragraph(words[key].format_map(filled)) for key in ("basis", "answer", "signed"))
    return Document(
        title=words["title"].format_map(filled),
        language=printed,
        dated=today,
        opening=(*(block for blocks in said for block in blocks), *closing),
        sections=(Section((words["reasons"],), (paragraph(notice.reason),)),) if notice.reason else (),
        issuer=profile.authority.name,
        addressee=(recipient.name, recipient.country) if recipient else (notice.recipient,),
        reference=notice.case,
    )


def _values(notice: Notice, language: str, profile: Profile) -> dict[str, str]:
    words = _templates()[language]
    return {
        "disclosure": notice.disclosure,
        "given": written(notice.given, language),
        "under": notice.under,
        "parts": words["between"].join(words.get(part, part) for part in notice.parts),
        "case": notice.case,
        "decided": written(notice.decided, language),
        "provision": profile.provisions[Topic.RIGHTS],
        "office": profile.redress.office,
        "contact": profile.redress.contact,
    }


@lru_cache(maxsize=1)
def _templates() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files(__package__) / "notices.toml").read_text(encoding="utf-8"))
