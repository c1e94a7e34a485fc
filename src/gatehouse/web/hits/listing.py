"""The queue: what needs a decision before which departure."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import parse_qs

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.screening.review import assignment, saved_views
from gatehouse.screening.review.acting import Look
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.queue import Counts, Row, seen
from gatehouse.screening.review.wanted import wanted_from
from gatehouse.web.accounts.colleagues import holders, names_of
from gatehouse.web.comparing import Compared, compared
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.hits.forms import QueueFilters
from gatehouse.web.hits.words import CLAIMS, STATE_KINDS, STATES
from gatehouse.web.navigation import is_open
from gatehouse.web.sayings import told

seeing = page(Act.LIST_WAITING, SubjectClass.HIT, PurposeClass.SCREENING, PurposeClass.REQUEST)
acting = page(Act.LIST_WAITING, SubjectClass.HIT, PurposeClass.SCREENING, PurposeClass.REQUEST, methods=ACTING)
giving = page(Act.ASSIGN, SubjectClass.HIT, PurposeClass.SCREENING, PurposeClass.REQUEST, methods=ACTING)
DECIDERS = (Role.ANALYST, Role.SENIOR_ANALYST)


class Line(NamedTuple):
    """A row of the queue with its words."""

    row: Row
    state: str | Promise
    kind: str
    claim: str | Promise
    assignee: str
    reasons: list[Compared]


@seeing
def hits(request: HttpRequest) -> HttpResponse:
    """A page of the queue; of it only the table where htmx asks, so that nobody loses their place."""
    sitting = seated(request)
    wanted = wanted_from({name: [value for value in values if value] for name, values in request.GET.lists()})
    found, counts = seen(sitting.visit(), wanted)
    context = {
        "page": found,
        "lines": _lines(found.rows),
        "counts": counts,
        "by_state": [(STATES[state], count, state) for state, count in sorted(counts.states.items())],
        "wanted": wanted,
        "query": wanted.first_page().query(),
        "may_give": is_open(sitting, reverse("hits-assign")),
        "is_narrowed": bool(wanted.first_page().query()),
    }
    if getattr(request, "htmx", False):
        return render(request, "hits/rows.html", context)
    return render(request, "hits/queue.html", context | _around(request, counts, context["may_give"] is True))


def _lines(rows: tuple[Row, ...]) -> list[Line]:
    names = names_of(row.assignee for row in rows)
    return [
        Line(
            row, STATES[row.state], STATE_KINDS.get(row.state, ""), CLAIMS.get(row.claim, ""),
            names.get(row.assignee or "", ""), [compared(reason) for reason in row.reasons],
        )
        for row in rows
    ]  # fmt: skip


def _around(request: HttpRequest, counts: Counts, may_give: bool) -> dict[str, object]:
    """What stands around the table: filters, one's views, and to whom hits can be given."""
    me = seated(request).actor.id
    return {
        "filters": QueueFilters(request.GET or None, me=me, counts=counts),
        "views": saved_views.views_of(me),
        "colleagues": holders(*DECIDERS) if may_give else [],
    }


@acting
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep the view under a name, or forget it."""
    me, name = seated(request).actor.id, request.POST.get("name", "")
    view = wanted_from(parse_qs(request.POST.get("view", "")))
    if request.POST.get("forget"):
        saved_views.forget(me, request.POST["forget"])
    else:
        try:
            saved_views.save(me, name, view)
        except ReviewError as fault:
            messages.error(request, told(fault))
    return redirect(f"{reverse('hits')}?{view.query()}")


@giving
def assign(request: HttpRequest) -> HttpResponse:
    """Give the marked hits to an account, all or none; the view in which they were marked comes back."""
    back = f"{reverse('hits')}?{wanted_from(parse_qs(request.POST.get('view', ''))).query()}"
    marked = [mark.split("-") for mark in request.POST.getlist("hit")][: assignment.AT_ONCE_MAX + 1]
    to = request.POST.get("to", "").strip()
    if not to.isascii() or not to.isdigit() or len(to) > 18:
        messages.error(request, _("Say to whom. Nothing was given."))
        return redirect(back)
    try:
        looks = [Look(int(hit), int(acts), int(version)) for hit, acts, version in marked]
        given = len(assignment.assign(seated(request).visit(), looks, f"account:{to}"))
        messages.success(request, ngettext("%(count)s hit given.", "%(count)s hits given.", given) % {"count": given})
    except ValueError:
        messages.error(request, _("The form was damaged on its way. Nothing was given."))
    except ReviewError as fault:
        messages.error(request, told(fault))
    return redirect(back)
