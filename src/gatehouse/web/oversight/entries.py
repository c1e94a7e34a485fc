"""The log searched: filters in the address, the newest entries first, each with its proof to download."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from gatehouse.audit.acts import acts
from gatehouse.audit.entry import Decision
from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.question import CODE, Question
from gatehouse.oversight.searching import search
from gatehouse.oversight.topics import topics
from gatehouse.web.door import seated
from gatehouse.web.forms import selection
from gatehouse.web.oversight.console import reading_the_log
from gatehouse.web.sayings import told

SHOWN = 100
"""Entries on the page; the newest that fit."""
CODE_CHARS_MAX = 96
DECISIONS: dict[str, object] = {
    Decision.ALLOWED: _("Allowed"),
    Decision.REFUSED: _("Refused"),
    Decision.SECOND_PERSON: _("Waited for a second person"),
    Decision.DUE: _("Due by a clock"),
}
KINDS: dict[str, str] = {
    Decision.ALLOWED: "good",
    Decision.REFUSED: "bad",
    Decision.SECOND_PERSON: "warn",
    Decision.DUE: "info",
}


def day_field(label: Any) -> forms.DateField:
    """A day, as browsers and people type it."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget)


class LogFilters(forms.Form):
    """What is asked of the log; references and codes as it writes them."""

    topic = forms.ChoiceField(label=_("Topic"), required=False)
    act = forms.ChoiceField(label=_("Act"), required=False)
    actor = forms.RegexField(CODE, label=_("Who, as account:12"), required=False, max_length=CODE_CHARS_MAX)
    subject = forms.RegexField(CODE, label=_("To what, as hit:3"), required=False, max_length=CODE_CHARS_MAX)
    purpose = forms.RegexField(CODE, label=_("Purpose"), required=False, max_length=CODE_CHARS_MAX)
    decision = forms.ChoiceField(label=_("Decision"), required=False, choices=[("", _("Any")), *DECISIONS.items()])
    since = day_field(_("From (UTC)"))
    until = day_field(_("To, included"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        selection(self, "topic").choices = [("", _("Any")), *((one.code, _(one.says)) for one in topics().values())]
        selection(self, "act").choices = [("", _("Any")), *((code, code) for code in sorted(acts()))]

    def question(self) -> Question:
        """What is asked, once the form is valid."""
        said = self.cleaned_data
        wanted = topics()[said["topic"]].acts if said["topic"] else ()
        if said["act"]:
            wanted = (said["act"],)
        since, until = days(said)
        return Question(wanted, said["actor"], said["subject"], said["purpose"], said["decision"], False, since, until)


def days(said: dict[str, Any]) -> tuple[dt.datetime | None, dt.datetime | None]:
    """The moments between which lie the days of a form; the last day is in it."""
    since, until = said["since"], said["until"]
    after = until + dt.timedelta(days=1) if until and until < dt.date.max else None
    return _midnight(since), _midnight(after)


def _midnight(day: dt.date | None) -> dt.datetime | None:
    return dt.datetime.combine(day, dt.time(), dt.UTC) if day else None


@reading_the_log
def searched(request: HttpRequest) -> HttpResponse:
    """The entries that are asked for."""
    filters = LogFilters(request.GET)
    found = []
    if filters.is_valid():
        try:
            found = search(seated(request).visit(), filters.question(), SHOWN)[::-1]
        except OversightError as fault:
            filters.add_error(None, told(fault))
    context = {"filters": filters, "rows": rows(found), "shown": SHOWN, "is_full": len(found) == SHOWN}
    return render(request, "oversight/log.html", context, status=400 if filters.errors else 200)


def rows(found: list[Any]) -> list[dict[str, Any]]:
    """Entries as the table shows them."""
    return [
        {"number": number, "entry": entry, "says": DECISIONS[entry.decision], "kind": KINDS[entry.decision],
         "details": list(entry.details.items())}
        for number, entry in found
    ]  # fmt: skip
