"""The profile in force, table by table, with its standing and its notes. Nothing of it can be changed here."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.safeguards.outline import Line, Section, outline_of
from gatehouse.safeguards.profile import Note, Profile
from gatehouse.safeguards.standing import Level
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.web.door import page
from gatehouse.web.law import law

TITLES: dict[str, str | Promise] = {
    "profile": _("Which profile this is"),
    "authority": _("Who is answerable"),
    "purposes": _("What it may be done for"),
    "retention": _("How long data are kept"),
    "masking": _("What is masked"),
    "sensitive": _("What is never stored"),
    "criteria": _("What criteria may look at"),
    "unmasking": _("Who may let masked data be seen"),
    "redress": _("Where a traveller finds remedy"),
    "oversight": _("Who supervises"),
    "due_diligence": _("Human-rights due diligence"),
    "review": _("Until when the profile is good"),
    "deadlines": _("How long people have"),
    "provisions": _("The provision for each topic"),
    "recipients": _("Who may receive data"),
}
KINDS = {Level.IN_FORCE: "good", Level.REVIEW_NEAR: "warn", Level.LAPSED: "warn"}
"""How a level is shown; every other stops something."""
LEVELS: dict[Level, str | Promise] = {
    Level.IN_FORCE: _("In force"),
    Level.REVIEW_NEAR: _("Review near"),
    Level.LAPSED: _("Review overdue"),
    Level.CRITERIA_STOPPED: _("Criteria stopped"),
    Level.SCREENING_STOPPED: _("Screening stopped"),
    Level.NOT_YET: _("Not yet in force"),
}


class Part(NamedTuple):
    """A table of the profile: what it is called, and each of its items, as pairs of what and value."""

    code: str
    title: str | Promise
    items: list[list[tuple[str, str | None]]]
    doubts: list[Note]


@page(Act.VIEW, SubjectClass.PROFILE)
def profile(request: HttpRequest) -> HttpResponse:
    """The profile in words."""
    in_force = law()
    standing = in_force.standing()
    context = {
        "profile": in_force.profile,
        "parts": parts(in_force.profile),
        "law_standing": standing,
        "level": LEVELS[standing.level],
        "kind": KINDS.get(standing.level, "bad"),
        "unverified": in_force.profile.unverified,
        "verified": [note for note in in_force.profile.notes if note.verified],
    }
    return render(request, "law_profile/profile.html", context)


def parts(profile: Profile) -> list[Part]:
    """The tables in the order of the file, without the notes, which stand by themselves."""
    found: dict[str, Part] = {}
    for section in outline_of(profile):
        code = section.name.split(" ")[0]
        if code in TITLES:
            doubts = [note for note in profile.unverified if note.of.split(".")[0] == code]
            part = found.setdefault(code, Part(code, TITLES[code], [], doubts))
            part.items.append(_pairs(section))
    return list(found.values())


def _pairs(section: Section) -> list[tuple[str, str | None]]:
    return [(_named(line), line.value) for line in section.lines]


def _named(line: Line) -> str:
    return line.says or line.key.replace("_", " ")
