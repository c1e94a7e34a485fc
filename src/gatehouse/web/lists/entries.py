"""Entries of a list, and one entry with its versions and what was proposed about it."""

from __future__ import annotations

from dataclasses import fields

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.watchlists.errors import KeptListError
from gatehouse.screening.watchlists.looking import DUE, EXPIRED, listed, looked_at
from gatehouse.terms.entry import ListEntry
from gatehouse.web.door import page, seated
from gatehouse.web.lists.values import in_words
from gatehouse.web.lists.words import FIELDS, KINDS, STATES
from gatehouse.web.navigation import is_open

ROWS = 50
PURPOSES = (PurposeClass.SCREENING, PurposeClass.RIGHTS, PurposeClass.OVERSIGHT)


WHICH = [
    ("", _("Any")),
    (DUE, _("To be reviewed within 30 days")),
    (EXPIRED, _("Expired or not reviewed in time")),
]


class EntryFilters(forms.Form):
    """What the entries are narrowed to."""

    q = forms.CharField(label=_("Part of a name, or the identifier"), required=False, max_length=200)
    which = forms.ChoiceField(label=_("Which"), required=False, choices=WHICH)


@page(Act.SEARCH, SubjectClass.LIST_ENTRY, *PURPOSES)
def entries(request: HttpRequest, name: str) -> HttpResponse:
    """The entries that stand, a page at a time, those that match no more marked."""
    filters = EntryFilters(request.GET)
    said = filters.cleaned_data if filters.is_valid() else {"q": "", "which": ""}
    after = request.GET.get("after", "")
    begins = int(after) if after.isascii() and after.isdigit() and len(after) < 18 else 0
    found = listed(seated(request).visit(), name, said["q"], said["which"], begins, ROWS + 1)
    following = found[ROWS - 1].id if len(found) > ROWS else None
    context = {"name": name, "filters": filters, "rows": found[:ROWS], "slice": {"next": following, "is_later": begins}}
    return render(request, "lists/entries.html", context)


@page(Act.VIEW, SubjectClass.LIST_ENTRY, *PURPOSES)
def one(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """One entry: all it says, each version of it, and on what ground."""
    try:
        found = looked_at(seated(request).visit(), name, pk)
    except KeptListError as fault:
        raise Http404 from fault
    context = {
        "name": name,
        "looked": found,
        "entry": found.entry,
        "may_propose": is_open(seated(request), reverse("lists-propose")),
        "may_take_off": is_open(seated(request), reverse("lists-take-off", args=(name, pk))),
        "facts": facts_of(found.entry.entry),
        "history": found.history,
        "grounds": [(one, KINDS.get(one.kind, one.kind), *STATES[one.state]) for one in found.grounds],
    }
    return render(request, "lists/entry.html", context)


def facts_of(entry: ListEntry) -> list[tuple[object, list[str]]]:
    """What the entry says, field by field, each value in words; what it does not say is left out."""
    said = [(FIELDS[field.name], in_words(entry, field.name)) for field in fields(ListEntry)]
    return [(name, values) for name, values in said if values]
