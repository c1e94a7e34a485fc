"""What waits for a second person, on the page of its piece: agreed to, declined, or taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.assessment.agreeing import about_waiting, agree, could_agree, let_go
from gatehouse.assessment.errors import AssessmentError, NotAllowedError
from gatehouse.assessment.waiting.models import Begun
from gatehouse.assessment.waiting.store import open_waiting
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.web.door import seated
from gatehouse.web.sayings import said

ACT_NAMES: dict[str, str | Promise] = {
    "progress.verified": gettext_lazy("Whether it is carried out"),
    "recommendation.adopted": gettext_lazy("Adopt the recommendation"),
    "recommendation.shared": gettext_lazy("Share it with those who help"),
    "visits.adopted": gettext_lazy("Adopt the list of visits"),
    "need.shared": gettext_lazy("Share the need with those who help"),
    "report.adopted": gettext_lazy("Adopt the report"),
    "report.shared": gettext_lazy("Share the report with those who help"),
    "report.published": gettext_lazy("Publish the report"),
}


@dataclass(frozen=True, slots=True)
class Awaited:
    """Something that waits, as a page shows it: what, the words, the rest, and what the reader may do about it."""

    row: Begun
    name: str | Promise
    said: list[tuple[str, object]]
    may_agree: bool
    may_decline: bool


def awaited(actor: Actor, piece: Subject) -> list[Awaited]:
    """What waits on a piece, for whoever may see the piece."""
    found = []
    for row in open_waiting(actor, piece):
        fits = could_agree(actor, row)
        said = [(name, value) for name, value in row.said.items() if value not in ("", [], False)]
        found.append(Awaited(row, ACT_NAMES[row.told], said, fits, fits or actor.id == row.by))
    return found


def ended(request: HttpRequest, pk: int, kind: str) -> Begun:
    """Agree to what waits, or decline it (`decline` in the form), and say what came of it; what waited."""
    row = Begun.objects.filter(pk=pk, ref__startswith=f"{kind}:").first()
    if row is None:
        raise Http404
    declines = "decline" in request.POST
    act: Callable[[], None] = _declining(request, row) if declines else lambda: agree(seated(request).actor, row)
    try:
        act()
    except NotAllowedError:
        raise
    except AssessmentError as fault:
        messages.error(request, said(fault.saying))
    else:
        messages.success(request, _("Declined. Nothing was done.") if declines else _("Done, by two."))
    return row


def _declining(request: HttpRequest, row: Begun) -> Callable[[], None]:
    return lambda: let_go(seated(request).actor, row)


def waiting_piece(kind: str) -> Callable[..., Subject]:
    """For `page(facts=…)`: the piece of a kind that something waits on, by the number of what waits."""

    def told(request: HttpRequest, waiting: int, **more: object) -> Subject:
        del request, more
        row = Begun.objects.filter(pk=waiting, ref__startswith=f"{kind}:").first()
        if row is None:
            raise Http404
        return about_waiting(row)

    return told
