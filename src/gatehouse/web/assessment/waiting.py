"""What waits for whoever looks, over all open cycles: ratings, differences, replies, consents, and their own drafts."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from gatehouse.assessment.access.models import Member
from gatehouse.assessment.acting import acting
from gatehouse.assessment.agreeing import Piece, could_agree, pieces_waiting
from gatehouse.assessment.drafts import keeping
from gatehouse.assessment.findings import adoption
from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Assessment, Finding
from gatehouse.assessment.findings.standing import waiting_for
from gatehouse.assessment.findings.states import Rated, Stand
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.states.cycle_states import CycleState
from gatehouse.assessment.translations import store as translations
from gatehouse.assessment.translations.models import Translation
from gatehouse.assessment.visits.models import VisitList
from gatehouse.assessment.waiting.models import Begun
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.assessment.rating_words import AXES
from gatehouse.web.assessment.report_words import REPORT_KINDS
from gatehouse.web.assessment.seconding import ACT_NAMES
from gatehouse.web.assessment.waits import Waits, of_a_donor
from gatehouse.web.assessment.words import called
from gatehouse.web.door import of_the_class, page, seated
from gatehouse.web.templatetags.reading import day
from gatehouse.web.wording.languages import language

ROWS_MAX = 100
ENOUGH = ROWS_MAX + 1
"""So many of a kind are told: one more than is shown says that there is more."""
WANTED = {
    Role.ASSESSOR: (Rated.OPEN, Rated.ONCE),
    Role.SECOND_ASSESSOR: (Rated.ONCE,),
    Role.TEAM_LEAD: (Rated.DIFFERING, Rated.OPEN, Rated.ONCE),
}
"""Which axes wait for somebody in this role, unless they filled a place of it themselves."""


SECONDS = (Role.TEAM_LEAD, Role.COMMITTEE_MEMBER)
"""Who is the second person of acts of two."""
PAGES = {
    "recommendation": "recommendation",
    "report": "assessment-report-page",
    "need": "assistance-need",
}
"""The page of each kind of piece that something waits on; a list of visits has a page of its year."""


@page(Act.VIEW, SubjectClass.FINDING, PurposeClass.ASSESSMENT)
def waiting(request: HttpRequest) -> HttpResponse:
    """The reader's own work; nothing of what anybody rated."""
    sitting = seated(request)
    actor = sitting.actor
    with acting(actor, "material.opened", of_the_class(sitting, SubjectClass.FINDING)) as acted:
        rows = _ratings(actor) if actor.role in WANTED else []
        rows += _steps(actor) if actor.role is not Role.TRANSLATOR else _to_translate(actor)
        rows += _seconds(actor) if actor.role in SECONDS else []
        rows += of_a_donor(actor) if actor.role is Role.DONOR else []
        rows += _to_approve(actor) if actor.role in (Role.TRANSLATOR, Role.TEAM_LEAD) else []
        acted.details["items"] = len(rows)
    context = {"rows": rows[:ROWS_MAX], "is_cut": len(rows) > ROWS_MAX, "drafts": _drafts(actor)}
    return render(request, "assessment/waiting.html", context)


def _open() -> list[Assessment]:
    rows = Assessment.objects.filter(cycle__state=CycleState.OPEN).exclude(stand=Stand.ADOPTED)
    return list(rows.select_related("state", "cycle").order_by("cycle__begins", "state__code"))


def _ratings(actor: Actor) -> list[Waits]:
    teams = set(Member.objects.filter(who=actor.id, left_at=None).values_list("state_id", "cycle_id"))
    mine = {of.pk: of for of in _open() if (of.state_id, of.cycle_id) in teams and of.stand == Stand.DRAFTING}
    rows = Finding.objects.filter(assessment__in=mine).order_by("assessment__state__code", "number")
    places = {pk: (mine[of], number) for pk, number, of in rows.values_list("pk", "number", "assessment")}
    waits = waiting_for(actor.id, places)
    keys = [(pk, axis) for pk in places for axis in Axis if (pk, axis) in waits]
    asked = [(key, state) for state in WANTED[actor.role] for key in keys if waits[key] is state]
    return [_rating(*places[pk], axis, state) for (pk, axis), state in asked[:ENOUGH]]


def _rating(of: Assessment, number: int, axis: Axis, state: Rated) -> Waits:
    told = {"number": number, "axis": AXES[axis]}
    name = "assessment-finding-settle" if state is Rated.DIFFERING else "assessment-finding-rate"
    says = {
        Rated.OPEN: _("Finding %(number)d, %(axis)s: not rated yet"),
        Rated.ONCE: _("Finding %(number)d, %(axis)s: rate a second time, by yourself"),
        Rated.DIFFERING: _("Finding %(number)d, %(axis)s: two ratings differ; settle it"),
    }
    url = reverse(name, args=(of.state.code, of.cycle_id, number, axis.value))
    return Waits(_place(of), says[state] % told, url)


def _to_translate(actor: Actor) -> list[Waits]:
    """Findings and recommendations of the translator's teams of whose words there is no translation in any language."""
    known = _pieces_of_teams(actor)
    done = set(Translation.objects.filter(ref__in=list(known)).values_list("ref", flat=True))
    left = [piece for ref, piece in known.items() if ref not in done]
    return [
        Waits(one.place(), _("%(piece)s: translate it") % {"piece": one.name()}, one.url()) for one in left[:ENOUGH]
    ]


def _to_approve(actor: Actor) -> list[Waits]:
    """Translations that somebody else of the team wrote and nobody has approved."""
    known = _pieces_of_teams(actor)
    found = []
    for row in translations.to_approve(known)[:ENOUGH]:
        if row.by != actor.id:
            one = known[row.ref]
            told = {"piece": one.name(), "language": language(row.language).name}
            says = _("%(piece)s: approve the translation (%(language)s)") % told
            found.append(Waits(one.place(), says, one.url()))
    return found


class _Finding(NamedTuple):
    """A finding to be translated, as far as the list needs it: most of many are named nowhere."""

    of: Assessment
    number: int
    obligation: str

    def place(self) -> str:
        return _place(self.of)

    def name(self) -> str:
        return _("Finding %(number)d, %(obligation)s") % {"number": self.number, "obligation": self.obligation}

    def url(self) -> str:
        return reverse("assessment-finding", args=(self.of.state.code, self.of.cycle_id, self.number))


class _Recommended(NamedTuple):
    """A recommendation to be translated."""

    row: Recommendation

    def place(self) -> str:
        return f"{called(self.row.state)} · {self.row.cycle.name}"

    def name(self) -> str:
        return self.row.code

    def url(self) -> str:
        return reverse("recommendation", args=(self.row.pk,))


def _pieces_of_teams(actor: Actor) -> dict[str, _Finding | _Recommended]:
    """The findings and recommendations of open cycles of one's teams, by reference."""
    teams = set(Member.objects.filter(who=actor.id, left_at=None).values_list("state_id", "cycle_id"))
    mine = {of.pk: of for of in _open_cycles() if (of.state_id, of.cycle_id) in teams}
    rows = Finding.objects.filter(assessment__in=mine).order_by("assessment__state__code", "number")
    found: dict[str, _Finding | _Recommended] = {
        f"finding:{pk}": _Finding(mine[of], number, obligation)
        for pk, of, number, obligation in rows.values_list("pk", "assessment", "number", "obligation")
    }
    for row in Recommendation.objects.filter(cycle__state=CycleState.OPEN).select_related("state", "cycle"):
        if (row.state_id, row.cycle_id) in teams and row.stage not in ("draft", "withdrawn"):
            found[f"recommendation:{row.pk}"] = _Recommended(row)
    return found


def _open_cycles() -> list[Assessment]:
    rows = Assessment.objects.filter(cycle__state=CycleState.OPEN).select_related("state", "cycle")
    return list(rows.order_by("cycle__begins", "state__code"))


def _place(of: Assessment) -> str:
    return f"{called(of.state)} · {of.cycle.name}"


def _steps(actor: Actor) -> list[Waits]:
    found = []
    for of in _open():
        where = (of.state.code, of.cycle_id)
        if of.stand == Stand.WITH_STATE and actor.state == of.state.code:
            says = _("The draft is before you; reply until %(day)s") % {"day": day(of.reply_due)}
            found.append(Waits(_place(of), says, reverse("assessment-reply", args=where)))
        elif actor.role in (Role.COMMITTEE_MEMBER, Role.TEAM_LEAD) and adoption.may_consent(actor, of):
            says = _("Another person has consented; your consent adopts it") if adoption.waiting(of) else _("To adopt")
            found.append(Waits(_place(of), says, reverse("assessment-adoption", args=where)))
    return found


def _seconds(actor: Actor) -> list[Waits]:
    """What another person began and this one could agree to, the oldest first."""
    rows = list(Begun.objects.filter(ended_at=None).exclude(by=actor.id).order_by("pk")[:ROWS_MAX])
    pieces = pieces_waiting(rows)
    return [
        Waits(_piece_named(piece), _("To be agreed to: %(act)s") % {"act": ACT_NAMES[row.told]}, _piece_url(row, piece))
        for row in rows
        if (piece := pieces.get(row.ref)) is not None and could_agree(actor, row, piece)
    ]


def _piece_named(piece: Piece) -> str:
    if isinstance(piece, VisitList):
        return str(piece.year)
    if isinstance(piece, Recommendation):
        return piece.code
    if isinstance(piece, FrozenReport):
        about = called(piece.state) if piece.state else piece.cycle.name
        return f"{about} · {REPORT_KINDS[piece.kind]}, {piece.pk}"
    return called(piece.state)


def _piece_url(row: Begun, piece: Piece) -> str:
    kind, _colon, number = row.ref.partition(":")
    if isinstance(piece, VisitList):
        return f"{reverse('visits')}?year={piece.year}"
    return reverse(PAGES[kind], args=(int(number),))


def _drafts(actor: Actor) -> list[tuple[keeping.Kept, str]]:
    """One's drafts with where they are gone on with, as far as the thing is still there."""
    return [(kept, url) for kept in keeping.all_of(actor)[:ROWS_MAX] if (url := _url(kept.key))]


def _url(key: str) -> str:
    """The address of the form of a draft's key (`Desk.key`)."""
    kind, _colon, rest = key.partition(":")
    number, _slash, what = rest.partition("/")
    if kind == "finding":
        row = Finding.objects.select_related("assessment__state").filter(pk=number).first()
        return _finding_url(row, what) if row else ""
    if kind == "assessment":
        of = Assessment.objects.select_related("state").filter(pk=number).first()
        return _assessment_url(of, what) if of else ""
    if kind == "recommendation" and what.startswith("translate/"):
        return reverse("recommendation-translate", args=(int(number), what.partition("/")[2]))
    code, cycle, last = (*key.split("/"), "", "")[:3]
    return reverse("assessment-finding-new", args=(code, int(cycle))) if last == "finding" else ""


def _finding_url(row: Finding, what: str) -> str:
    of = (row.assessment.state.code, row.assessment.cycle_id, row.number)
    if what in ("text", "stage"):
        return reverse("assessment-finding-rewrite" if what == "text" else "assessment-finding-stage", args=of)
    if what.startswith("translate/"):
        return reverse("assessment-finding-translate", args=(*of, what.partition("/")[2]))
    axis, _slash, settles = what.partition("/")
    return reverse("assessment-finding-settle" if settles else "assessment-finding-rate", args=(*of, axis))


def _assessment_url(of: Assessment, what: str) -> str:
    where = (of.state.code, of.cycle_id)
    if what in ("reply", "revise"):
        return reverse(f"assessment-{what}", args=where)
    return reverse("assessment-section-write", args=(*where, what))
