"""A reasoned answer as a document to print: the template's words, the officers' reasons, remedies and routes. Pure.

Every letter names the court, the supervisory authority and the routes to those who keep lists for others (the
Commission for the Control of INTERPOL's Files, the Ombudsperson of the 1267 Committee). They stand in every letter,
so that none of them says that the person is on a list.
"""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from gatehouse.printing.document import Blocks, Code, Document, Items, Language, Link, Section, Strong, paragraph
from gatehouse.printing.words import written
from gatehouse.safeguards.profile import Profile
from gatehouse.safeguards.vocabulary import Topic
from gatehouse.screening.redress.done import Done
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.outcomes import Outcome
from gatehouse.terms.saying import Saying


class Answer(NamedTuple):
    """An answer to one person. `reason` is in the language of the letter; `number` the redress number, as shown;
    `done` what was done for the request."""

    case: str
    outcome: Outcome
    language: str
    addressee: tuple[str, ...]
    received: dt.date
    dated: dt.date
    reason: str = ""
    number: str = ""
    done: Done = Done()


class Route(NamedTuple):
    """Where a list that others keep can be challenged. `verified` is false where nobody compared it with its source."""

    body: str
    says: str
    address: str
    verified: bool


def letter(answer: Answer, profile: Profile) -> Document:
    """The letter. Raises `RedressError` where the template has no words in that language."""
    parts = _parts(answer.language)
    words = _words(answer, profile)
    said = [paragraph(_filled(_told(answer), words))]
    if answer.done.waiting:
        said.append(paragraph(_filled(parts["waiting"], words)))
    if answer.number:
        said.append(paragraph(Strong((Code(answer.number),))))
    sections = [Section((parts["reason"],), (paragraph(answer.reason),))] if answer.reason else []
    sections.append(Section((parts["remedies"],), (paragraph(_filled(parts["remedy"], words)),)))
    sections.append(Section((parts["routes"],), _routes(answer.language)))
    basis: Blocks = (paragraph(_filled(parts["basis"], words)), paragraph(_filled(parts["signed"], words)))
    return Document(
        title=_filled(parts["title"], words),
        language=printed_language(answer.language),
        dated=answer.dated,
        opening=(*said, *basis),
        sections=tuple(sections),
        issuer=profile.authority.name,
        addressee=answer.addressee,
        reference=answer.case,
    )


def languages() -> tuple[str, ...]:
    """The languages in which letters are written."""
    return tuple(_templates()["parts"])


@lru_cache
def routes(language: str) -> tuple[Route, ...]:
    """The routes, in that language."""
    text = (resources.files(__package__) / "routes.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(Route(r["body"], r[f"says_{language}"], r["address"], r["verified"] == "yes") for r in rows)


def _routes(language: str) -> Blocks:
    items = tuple(
        (paragraph(Strong((one.body,)), ": ", one.says, ". ", Link(one.address, (one.address,))),)
        for one in routes(language)
    )
    return paragraph(_parts(language)["routes_open"]), Items(items)


def _words(answer: Answer, profile: Profile) -> dict[str, str]:
    return {
        "case": answer.case,
        "received": written(answer.received, answer.language),
        "office": profile.redress.office,
        "contact": profile.redress.contact,
        "authority": profile.authority.name,
        "law": profile.profile.law,
        "provision": profile.provisions[Topic.RIGHTS],
        "oversight": profile.oversight.body,
        "oversight_contact": profile.oversight.contact,
        "remedy": profile.redress.judicial_remedy,
        "number": answer.number,
        "reason": answer.reason,
        "fields": _fields(answer),
        "journeys": str(answer.done.journeys),
        "waiting": str(answer.done.waiting),
    }


def field_name(field: str, language: str) -> str:
    """What a field that can be corrected is called."""
    return _templates()["fields"][language][field]


def _fields(answer: Answer) -> str:
    names = _templates()["fields"][answer.language]
    return names["between"].join(names[field] for field in answer.done.fields)


@lru_cache(maxsize=1)
def _templates() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads((resources.files(__package__) / "answers.toml").read_text(encoding="utf-8"))


def printed_language(code: str) -> Language:
    """The language of a letter. Raises `RedressError` for one in which none is written."""
    _parts(code)
    return code  # type: ignore[return-value]  # the template's languages are among those that are printed


def _parts(language: str) -> dict[str, str]:
    try:
        return _templates()["parts"][language]
    except KeyError:
        raise RedressError(
            Saying("no letter is written in that language"),
            Saying("take one of %(offered)s", offered=", ".join(languages())),
        ) from None


def _told(answer: Answer) -> str:
    return _templates()["answers"][answer.outcome][answer.language]


def _filled(template: str, words: dict[str, str]) -> str:
    return template.format_map(words)
