"""The list of obligations, narrowed by what stands in the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.assessment.obligations.catalogue import Obligation, catalogue
from gatehouse.assessment.obligations.catalogue.thread import State
from gatehouse.assessment.obligations.texts.verbs import Force
from gatehouse.assessment.questions.bank import asking
from gatehouse.web.door import own
from gatehouse.web.forms import selection

ANY = ("", _("Any"))
PUBLIC = "the catalogue is public knowledge; it holds nothing of any State"
FORCES: dict[str, str | Promise] = {
    "binding": _("binding"),
    "mandate": _("mandate"),
    "urge": _("urges"),
    "call": _("calls upon"),
    "encourage": _("encourages"),
    "remind": _("reminds"),
    "declare": _("declares"),
}
STATES: dict[State, tuple[str, str | Promise]] = {
    State.SERVES: ("good", _("served")),
    State.PARTLY: ("warn", _("partly")),
    State.NOT_YET: ("bad", _("not yet")),
    State.RECORD: ("", _("only recorded")),
}
"""How far something is answered: the kind of its tag, and its word."""
AREAS = {
    "T": _("screening of travellers"),
    "C": _("cases and cooperation"),
    "A": _("assessment"),
    "G": _("safeguards"),
}


@dataclass(frozen=True, slots=True)
class Duty:
    """An obligation as a row: beside the thread itself its words for people, and the questions that ask it."""

    thread: Obligation
    force: str | Promise
    tag: str
    state: str | Promise
    questions: tuple[str, ...]


class DutyFilters(forms.Form):
    """What the list is narrowed to, kept in the address."""

    q = forms.CharField(label=_("Words or code"), required=False, max_length=80)
    version = forms.ChoiceField(label=_("Instrument"), required=False)
    force = forms.ChoiceField(label=_("Force"), required=False, choices=[ANY, *FORCES.items()])
    who = forms.ChoiceField(label=_("Whom"), required=False)
    area = forms.ChoiceField(label=_("Area"), required=False, choices=[ANY, *AREAS.items()])
    state = forms.ChoiceField(
        label=_("Answered"), required=False, choices=[ANY, *((one.value, STATES[one][1]) for one in State)]
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        versions = [(version.code, version.symbol or version.code) for version in catalogue().versions]
        who = sorted({one for duty in catalogue().obligations for one in duty.addressees})
        selection(self, "version").choices = [ANY, *versions]
        selection(self, "who").choices = [ANY, *((one, one) for one in who)]


@own(PUBLIC)
def obligations(request: HttpRequest) -> HttpResponse:
    """The list, in the order of the instruments."""
    filters = DutyFilters(request.GET)
    wanted = filters.cleaned_data if filters.is_valid() else None
    found = [one for one in catalogue().obligations if wanted is not None and _fits(one, wanted)]
    context = {"filters": filters, "rows": rows(found), "all": len(catalogue().obligations)}
    return render(request, "obligations/duties.html", context)


def rows(found: Iterable[Obligation]) -> list[Duty]:
    """The obligations as rows."""
    asked = asking()
    return [
        Duty(
            one,
            FORCES[Force(one.force).value],
            *STATES[one.state],
            tuple(dict.fromkeys(id_ for name in (one.code, *one.numbers) for id_ in asked.get(name, ()))),
        )
        for one in found
    ]


def _fits(one: Obligation, wanted: dict[str, str]) -> bool:
    words = wanted["q"].casefold().split()
    text = " ".join((one.code, *one.numbers, one.duty, one.duty_zh or "")).casefold()
    placed = not wanted["version"] or any(place.version == wanted["version"] for place in one.placings)
    return (
        placed
        and all(word in text for word in words)
        and wanted["force"] in ("", one.force)
        and wanted["state"] in ("", one.state.value)
        and (not wanted["who"] or wanted["who"] in one.addressees)
        and (not wanted["area"] or wanted["area"] in one.area)
    )
