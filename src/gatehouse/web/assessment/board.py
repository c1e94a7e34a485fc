"""The board of recommendations: by how they stand, each with its twelve-month clock, as far as the reader may see."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gatehouse.assessment.acting import acting, may_see
from gatehouse.assessment.clocks import Due
from gatehouse.assessment.confidentiality.reading import Piece, read
from gatehouse.assessment.follow_up.progress import AHEAD, standing_of
from gatehouse.assessment.follow_up.reminders import follow_up_clock
from gatehouse.assessment.follow_up.standing import Standing
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.recommendations.store import subject_of
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.assessment.words import CLOCK_STEPS, OBSTACLES, state_names
from gatehouse.web.door import of_the_class, page, seated
from gatehouse.web.paging import ROWS

COLUMNS: dict[Standing, tuple[str, str | Promise]] = {
    Standing.NO_WORD: ("", _("The State has not reported")),
    Standing.NOT_BEGUN: ("bad", _("Not begun")),
    Standing.WAITS_FOR_HELP: ("warn", _("Waits for help")),
    Standing.UNDER_WAY: ("info", _("Under way")),
    Standing.SAID_DONE: ("info", _("Done, as the State says")),
    Standing.CARRIED_OUT: ("good", _("Carried out, verified by two")),
}
"""Each standing: the kind of its tag, and its words."""


@dataclass(frozen=True, slots=True)
class Card:
    """A recommendation on the board; `next` is the step of its clock that is due next."""

    row: Recommendation
    text: str
    whole: bool
    next: Due | None
    is_late: bool

    @property
    def obstacle(self) -> str | Promise:
        """What stands in the way, in words."""
        return OBSTACLES[self.row.obstacle]

    @property
    def step(self) -> str | Promise:
        """The step that is due next, in words; empty where none is."""
        return CLOCK_STEPS[self.next.step.name] if self.next else ""


@page(Act.VIEW, SubjectClass.RECOMMENDATION, PurposeClass.ASSESSMENT)
def board(request: HttpRequest) -> HttpResponse:
    """The board of `?state=`, or of all that the reader may see; at most as many as a page of a list holds."""
    sitting = seated(request)
    state = request.GET.get("state", "") or sitting.actor.state or ""
    rows = Recommendation.objects.select_related("state", "cycle").prefetch_related(*AHEAD).order_by("-pk")
    rows = rows.filter(state__code=state) if state else rows
    with acting(sitting.actor, "material.opened", of_the_class(sitting, SubjectClass.RECOMMENDATION)) as acted:
        cards = _cards(sitting.actor, list(rows[: ROWS * 4]))[:ROWS]
        acted.details["items"] = len(cards)
    columns = [(word, tag, [card for of, card in cards if of is one]) for one, (tag, word) in COLUMNS.items()]
    context = {"columns": columns, "count": len(cards), "state": state, "is_cut": len(cards) == ROWS}
    context["state_name"] = state_names(get_language() or "").get(state, state)
    context["may_see_uptake"] = may_see(sitting.actor, Subject(SubjectClass.SURVEY_TABLE, shareable=True))
    return render(request, "assessment/board.html", context)


def _cards(actor: Actor, rows: list[Recommendation]) -> list[tuple[Standing, Card]]:
    known = {f"recommendation:{row.pk}": row for row in rows}
    today = timezone.now().date()
    found = []
    for one in read(actor, [Piece(subject_of(row), row.text) for row in rows]):
        row = known[one.subject.ref]
        next_ = next((due for due in follow_up_clock(row) if due.done is None and due.due is not None), None)
        late = next_ is not None and next_.is_late(today)
        found.append((standing_of(row), Card(row, one.text, one.whole, next_, late)))
    return found
