"""The lists that are held, their versions, and what changed between two of them."""

from __future__ import annotations

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.watchlists.looking import between
from gatehouse.screening.watchlists.models import ListVersion, Proposal, WatchList
from gatehouse.screening.watchlists.proposal_states import State
from gatehouse.web.door import page, seated
from gatehouse.web.lists.entries import in_words
from gatehouse.web.lists.words import FIELDS
from gatehouse.web.paging import sliced

seeing = page(Act.SEARCH, SubjectClass.LIST_ENTRY, PurposeClass.SCREENING, PurposeClass.RIGHTS, PurposeClass.OVERSIGHT)


@seeing
def lists(request: HttpRequest) -> HttpResponse:
    """Every list with its newest version."""
    newest = {row.watchlist_id: row for row in ListVersion.objects.order_by("watchlist_id", "number")}
    counted = WatchList.objects.annotate(waits=Count("proposal", filter=Q(proposal__state=State.PROPOSED)))
    rows = [(one, newest.get(one.pk)) for one in counted.order_by("-kept_here", "name")]
    waits = Proposal.objects.filter(state=State.PROPOSED).count()
    return render(request, "lists/lists.html", {"rows": rows, "waits": waits})


@seeing
def versions(request: HttpRequest, name: str) -> HttpResponse:
    """One list: its versions, newest first, with what each changed."""
    watchlist = get_object_or_404(WatchList, name=name)
    rows = ListVersion.objects.filter(watchlist=watchlist)
    slice_ = sliced(rows, ("-number",), request.GET.get("after", ""))
    return render(request, "lists/versions.html", {"list": watchlist, "slice": slice_})


@seeing
def compared(request: HttpRequest, name: str, before: int, after: int) -> HttpResponse:
    """What changed between two versions, entry by entry and field by field."""
    known = set(ListVersion.objects.filter(watchlist__name=name).values_list("number", flat=True))
    if not {before, after} <= known | {0}:
        raise Http404
    found = between(seated(request).visit(), name, before, after)
    changed = [
        (one.after, [(FIELDS[name], *(in_words(getattr(side, name)) for side in one[:2])) for name in one.fields])
        for one in found.changed
    ]
    context = {"name": name, "before": before, "after": after, "found": found, "changed": changed}
    return render(request, "lists/compared.html", context)
