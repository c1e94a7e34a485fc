"""The page that shows every component with made-up content, and a form that can be refused."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gatehouse.web.door import FORM, own
from gatehouse.web.paging import Slice


class Event(NamedTuple):
    """A point of the timeline."""

    when: dt.datetime
    title: str
    text: str = ""
    kind: str = ""


class SampleForm(forms.Form):
    """One field of each kind."""

    text = forms.CharField(label=_("Text"), help_text=_("A hint says what is wanted."), max_length=20)
    choice = forms.ChoiceField(label=_("One of several"), choices=[("a", "A"), ("b", "B"), ("c", "C")])
    radio = forms.ChoiceField(
        label=_("One of few"), choices=[("yes", _("Yes")), ("no", _("No"))], widget=forms.RadioSelect
    )
    long = forms.CharField(label=_("Long text"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    check = forms.BooleanField(label=_("I have read it"))


class SampleFilter(forms.Form):
    """Filters in the address."""

    q = forms.CharField(label=_("Contains"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("Any")), ("open", _("Open"))])


@own("made-up content for whoever builds pages", FORM)
def components(request: HttpRequest) -> HttpResponse:
    """Every component; a POST shows how a refused form looks."""
    now = timezone.now()
    form = SampleForm(request.POST if request.method == "POST" else None)
    context = {
        "form": form,
        "filters": SampleFilter(request.GET or None),
        "crumbs": [(reverse("home"), _("Start")), ("", _("Components"))],
        "facts": [(_("Term"), _("What is known of it")), (_("Not known"), None)],
        "events": [
            Event(now - dt.timedelta(hours=5), str(_("Message received")), str(_("With a text that says more."))),
            Event(now - dt.timedelta(hours=4), str(_("Compared")), kind="good"),
            Event(now - dt.timedelta(minutes=9), str(_("Refused")), kind="bad"),
        ],
        "soon": now + dt.timedelta(minutes=95),
        "later": now + dt.timedelta(days=5),
        "past": now - dt.timedelta(minutes=12),
        "now": now,
        "slice": Slice([], "42", is_later=True),
        "kinds": ["good", "warn", "bad", "info"],
    }
    return render(request, "style/components.html", context)
