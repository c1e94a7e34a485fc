"""The findings of one State in a cycle: how far each is, whose turn it is, the sections, and the way to adoption."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gatehouse.assessment.acting import may_do, may_see
from gatehouse.assessment.findings import adoption, assessments, giving, history
from gatehouse.assessment.findings.method import Axis, gates
from gatehouse.assessment.findings.models import Assessment, Finding
from gatehouse.assessment.findings.standing import own_places
from gatehouse.assessment.findings.states import DONE, Rated, Stand
from gatehouse.assessment.findings.store import Seen, open_agreement, open_findings, source_of
from gatehouse.assessment.obligations.catalogue import obligation
from gatehouse.assessment.states.models import Cycle
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.assessment.assessed import begun_at, crumbs_to, finding_at, of_finding, of_findings
from gatehouse.web.assessment.finding_places import place_at
from gatehouse.web.assessment.rating_words import AXES, CODES, CONFIDENCES, GATES, GROUNDS, RATED, STAGES
from gatehouse.web.assessment.translated import of_a_finding, translations_of
from gatehouse.web.door import page, seated

FINDING, ASSESSMENT = SubjectClass.FINDING, PurposeClass.ASSESSMENT


@dataclass(frozen=True, slots=True)
class Cell:
    """An axis of a finding as it is drawn: what stands, how far it is, and what the reader can do now."""

    axis: Axis
    name: str | Promise
    stands: str | Promise
    kind: str
    state: str | Promise
    may_rate: bool
    may_settle: bool
    is_own: bool


@page(Act.VIEW, FINDING, ASSESSMENT, facts=of_findings)
def findings(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Every finding that the reader may see, the sections, and what is lacking before the State has the draft."""
    actor, place = seated(request).actor, place_at(code, cycle)
    begun = begun_at(place)
    seen = open_findings(actor, begun) if begun else []
    cells = cells_in(actor, begun, seen) if begun else {}
    rows = [(one, obligation(one.obligation), cells[one.finding]) for one in seen]
    context: dict[str, object] = {
        "place": place,
        "begun": begun,
        "rows": rows,
        "may_write": _may_draft(actor, begun) if begun else actor.role in (Role.ASSESSOR, Role.TEAM_LEAD),
        "crumbs": [*crumbs_to(place, role=actor.role)[:-1], ("", _("Findings"))],
        "AXES": [AXES[axis] for axis in Axis],
    }
    if begun:
        context |= _way_on(actor, begun, seen)
    return render(request, "assessment/findings.html", context)


def cells_in(actor: Actor, begun: Assessment, seen: list[Seen]) -> dict[int, list[Cell]]:
    """The two axes of each finding of an assessment, for one reader."""
    own = own_places(actor.id, Finding.objects.filter(pk__in=[one.finding for one in seen]))
    is_drafting = begun.stand == Stand.DRAFTING
    rated = {(one.finding, axis): how for one in seen for axis, how in one.rated.items()}
    free = giving.rateable(actor, begun, rated) if is_drafting else set()
    settles = is_drafting and actor.role is Role.TEAM_LEAD
    return {
        one.finding: [
            _cell(one, axis, (one.finding, axis) in free, settles, (one.finding, axis) in own) for axis in Axis
        ]
        for one in seen
    }


def _cell(one: Seen, axis: Axis, is_free: bool, settles: bool, is_own: bool) -> Cell:
    rated = one.rated[axis]
    kind, words = RATED[rated]
    said = CODES[one.standing[axis]] if axis in one.standing else ""
    differs = rated in (Rated.DIFFERING, Rated.SETTLED)
    return Cell(axis, AXES[axis], said, kind, words, is_free, settles and differs and not is_own, is_own)


def _may_draft(actor: Actor, begun: Assessment) -> bool:
    return begun.stand == Stand.DRAFTING and may_do(actor, "section.written", assessments.about(begun))


def _way_on(actor: Actor, begun: Assessment, seen: list[Seen]) -> dict[str, object]:
    """The sections, what is lacking, and who can take the next step; for a reader who may see the draft as a whole."""
    about = assessments.about(begun)
    if not may_see(actor, about):
        return {}
    is_drafting, texts = begun.stand == Stand.DRAFTING, assessments.gate_texts(begun)
    shown = assessments.open_sections(actor, begun)
    empty = {gate for gate in gates() if not assessments.is_written(texts[gate])}
    both = [rated for one in seen for rated in one.rated.values()]
    return {
        "sections": [(gate, GATES[gate], shown[gate], gate not in empty) for gate in gates()],
        "open_ratings": sum(rated not in DONE for rated in both),
        "empty_sections": len(empty),
        "is_ready": not assessments.lacking(begun),
        "may_put": is_drafting and may_do(actor, "assessment.put", about),
        "may_reply": begun.stand == Stand.WITH_STATE and may_do(actor, "assessment.replied", about),
        "may_revise": begun.stand in (Stand.REPLIED, Stand.UNANSWERED) and may_do(actor, "assessment.revised", about),
        "may_lapse": _may_lapse(actor, begun),
        "may_consent": adoption.may_consent(actor, begun),
        "waiting": adoption.waiting(begun),
        "sees_adoption": begun.stand in (Stand.REPLIED, Stand.UNANSWERED, Stand.ADOPTED),
        "sees_agreement": actor.role in (Role.ASSESSOR, Role.SECOND_ASSESSOR, Role.TEAM_LEAD, Role.COMMITTEE_MEMBER),
    }


def _may_lapse(actor: Actor, begun: Assessment) -> bool:
    is_past = begun.reply_due is not None and assessments.today() > begun.reply_due
    return begun.stand == Stand.WITH_STATE and is_past and may_do(actor, "assessment.lapsed", assessments.about(begun))


@page(Act.VIEW, FINDING, ASSESSMENT, facts=of_finding)
def finding(request: HttpRequest, code: str, cycle: int, number: int) -> HttpResponse:
    """One finding: its words and evidence, both ratings beside each other, the stage, and how it came to be so."""
    actor, place, row = seated(request).actor, place_at(code, cycle), finding_at(code, cycle, number)
    one = next((each for each in open_findings(actor, row.assessment) if each.finding == row.pk), None)
    told = history.open_history(actor, row)
    is_drafting = row.assessment.stand == Stand.DRAFTING
    cells = cells_in(actor, row.assessment, [one])[one.finding] if one else []
    context = {
        "place": place,
        "one": one,
        "duty": obligation(row.obligation),
        "axes": [(cell, _ratings(told, cell.axis), _settlings(told, cell.axis)) for cell in cells],
        "history": told,
        "replies": told.replies,
        "translations": translations_of(actor, source_of(row), get_language() or "", of_a_finding(code, cycle, number)),
        "is_drafting": is_drafting,
        "stage": (STAGES[one.stage.stage], one.stage) if one and one.stage else None,
        "may_write": is_drafting and may_do(actor, "finding.drafted", assessments.about_finding(row)),
        "crumbs": crumbs_to(place, ("", _("Finding %(number)d") % {"number": number}), role=actor.role),
    }
    return render(request, "assessment/finding.html", context)


def _ratings(told: history.History, axis: Axis) -> list[dict[str, object]]:
    return [
        {
            "version": one,
            "code": CODES[one.rating.code],
            "confidence": CONFIDENCES[one.rating.confidence],
            "grounds": [GROUNDS[ground] for ground in one.rating.grounds],
        }
        for one in told.ratings[axis]
    ]


def _settlings(told: history.History, axis: Axis) -> list[tuple[history.Told, str | Promise]]:
    return [(one, CODES[one.code]) for one in told.settled[axis]]


@page(Act.VIEW, SubjectClass.SURVEY_TABLE, ASSESSMENT)
def agreement(request: HttpRequest, cycle: int) -> HttpResponse:
    """How far the two raters agree over a cycle, axis by axis, on what was given blind."""
    of = get_object_or_404(Cycle, pk=cycle)
    told = [(AXES[axis], one) for axis, one in open_agreement(seated(request).actor, of).items()]
    return render(request, "assessment/agreement.html", {"cycle": of, "told": told})
