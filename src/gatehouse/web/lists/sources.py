"""The lists that are held, their versions, and what changed between two of them."""

from __future__ import annotations

from django import forms
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.behind import behind
from gatehouse.screening.watchlists.looking import between
from gatehouse.screening.watchlists.models import ListVersion, Proposal, WatchList
from gatehouse.screening.watchlists.proposal_states import State
from gatehouse.web.door import page, seated
from gatehouse.web.lists.values import differences
from gatehouse.web.navigation import is_open
from gatehouse.web.paging import sliced

VERSIONS_MAX = 2**31 - 1
seeing = page(Act.SEARCH, SubjectClass.LIST_ENTRY, PurposeClass.SCREENING, PurposeClass.RIGHTS, PurposeClass.OVERSIGHT)


class VersionsForm(forms.Form):
    """Two versions that are to be compared; 0 is the list before its first one."""

    before = forms.IntegerField(label=_("From version"), min_value=0, max_value=VERSIONS_MAX)
    after = forms.IntegerField(label=_("To version"), min_value=0, max_value=VERSIONS_MAX)


@seeing
def lists(request: HttpRequest) -> HttpResponse:
    """Every list with its newest version."""
    newest = {row.watchlist_id: row for row in ListVersion.objects.order_by("watchlist_id", "number")}
    counted = WatchList.objects.annotate(waits=Count("proposal", filter=Q(proposal__state=State.PROPOSED)))
    rows = [(one, newest.get(one.pk)) for one in counted.order_by("-kept_here", "name")]
    waits = Proposal.objects.filter(state=State.PROPOSED).count()
    context = {
        "rows": rows,
        "waits": waits,
        "behind": behind(),
        "may_propose": _may_propose(request),
    }
    return render(request, "lists/lists.html", context)


@seeing
def versions(request: HttpRequest, name: str) -> HttpResponse:
    """One list: its versions, newest first, with what each changed."""
    watchlist = get_object_or_404(WatchList, name=name)
    rows = ListVersion.objects.filter(watchlist=watchlist)
    slice_ = sliced(rows, ("-number",), request.GET.get("after", ""))
    newest = rows.order_by("-number").values_list("number", flat=True).first() or 0
    chosen = VersionsForm(initial={"before": max(newest - 1, 0), "after": newest})
    context = {"list": watchlist, "slice": slice_, "compare": chosen, "may_propose": _may_propose(request)}
    return render(request, "lists/versions.html", context)


def _may_propose(request: HttpRequest) -> bool:
    return is_open(seated(request), reverse("lists-propose"))


@seeing
def compared(request: HttpRequest, name: str, before: int, after: int) -> HttpResponse:
    """What changed between two versions, entry by entry and field by field."""
    known = set(ListVersion.objects.filter(watchlist__name=name).values_list("number", flat=True))
    if not {before, after} <= known | {0}:
        raise Http404
    beyond = request.GET.get("after", "")
    found, following = between(seated(request).visit(), name, (before, after), beyond)
    context = {
        "name": name,
        "before": before,
        "after": after,
        "found": found,
        "changed": [(one.after, differences(one.before, one.after)) for one in found.changed],
        "slice": {"next": following, "is_later": beyond},
    }
    return render(request, "lists/compared.html", context)


@seeing
def compare(request: HttpRequest, name: str) -> HttpResponse:
    """Go to the difference between the two versions that were chosen."""
    form = VersionsForm(request.GET)
    if not form.is_valid():
        return redirect("lists-one", name=name)
    chosen = form.cleaned_data
    return redirect("lists-compared", name=name, before=chosen["before"], after=chosen["after"])
