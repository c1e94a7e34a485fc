"""The queue: what needs a decision before which departure."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.review import assignment, saved_views
from gatehouse.screening.review.acting import Look
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.queue import seen
from gatehouse.screening.review.wanted import wanted_from
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.hits.forms import QueueFilters
from gatehouse.web.hits.words import STATE_KINDS, STATES

seeing = page(Act.LIST_WAITING, SubjectClass.HIT, PurposeClass.SCREENING, PurposeClass.REQUEST)
acting = page(Act.LIST_WAITING, SubjectClass.HIT, PurposeClass.SCREENING, PurposeClass.REQUEST, methods=ACTING)
giving = page(Act.ASSIGN, SubjectClass.HIT, PurposeClass.SCREENING, PurposeClass.REQUEST, methods=ACTING)


@seeing
def hits(request: HttpRequest) -> HttpResponse:
    """A page of the queue; of it only the table where htmx asks, so that nobody loses their place."""
    sitting = seated(request)
    wanted = wanted_from({name: [value for value in values if value] for name, values in request.GET.lists()})
    found, counts = seen(sitting.visit(), wanted)
    context = {
        "page": found,
        "rows": [(row, STATES[row.state], STATE_KINDS.get(row.state, "")) for row in found.rows],
        "counts": counts,
        "by_state": [(STATES[state], count, state) for state, count in sorted(counts.states.items())],
        "wanted": wanted,
        "filters": QueueFilters(request.GET or None, me=sitting.actor.id),
        "views": saved_views.views_of(sitting.actor.id),
        "query": wanted.first_page().query(),
    }
    whole = not getattr(request, "htmx", False)
    return render(request, "hits/queue.html" if whole else "hits/rows.html", context)


@acting
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep the view under a name, or forget it."""
    me, name = seated(request).actor.id, request.POST.get("name", "")
    view = request.POST.get("view", "")
    if request.POST.get("forget"):
        saved_views.forget(me, name)
    else:
        from urllib.parse import parse_qs

        try:
            saved_views.save(me, name, wanted_from(parse_qs(view)))
        except ReviewError as fault:
            messages.error(request, str(fault))
    response = redirect("hits")
    response["Location"] += f"?{wanted_from(_parsed(view)).query()}"
    return response


def _parsed(view: str) -> dict[str, list[str]]:
    from urllib.parse import parse_qs

    return parse_qs(view)


@giving
def assign(request: HttpRequest) -> HttpResponse:
    """Give the marked hits to an account, all or none."""
    marked = [mark.split("-") for mark in request.POST.getlist("hit")][: assignment.AT_ONCE_MAX + 1]
    to = request.POST.get("to", "").strip()
    if not to.isascii() or not to.isdigit() or len(to) > 18:
        messages.error(request, _("Say to which account, by its number. Nothing was given."))
        return redirect("hits")
    try:
        looks = [Look(int(hit), int(acts), int(version)) for hit, acts, version in marked]
        given = assignment.assign(seated(request).visit(), looks, f"account:{to}")
        messages.success(request, _("%(count)s hits given.") % {"count": len(given)})
    except ValueError:
        messages.error(request, _("The form was damaged on its way. Nothing was given."))
    except ReviewError as fault:
        messages.error(request, str(fault))
    return redirect("hits")
