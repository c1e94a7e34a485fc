"""The forms of help: needs, offers, projects with their stages, indicators and what was measured, uptake."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.assessment.assistance.effect import CONFIDENCES, Measured
from gatehouse.assessment.assistance.models import Indicator, Need
from gatehouse.assessment.assistance.needs import TEXT_CHARS_MAX, Offering
from gatehouse.assessment.assistance.projects import BUDGET_MAX, NAME_CHARS_MAX, Planned
from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.follow_up.uptake import STATUSES
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.states.models import State
from gatehouse.web.assessment.doing import ActForm, day, words
from gatehouse.web.assessment.visit_forms import today
from gatehouse.web.assessment.words import THEMES, called
from gatehouse.web.forms import clipped, selection

LINE_CHARS_MAX = 120
CONFIDENCE_NAMES = {"high": _("high"), "medium": _("medium"), "low": _("low")}
UPTAKE_NAMES = {"taken": _("taken up"), "partly": _("taken up in part"), "not": _("not taken up")}
PROJECT_EVENTS = {
    "consult": _("The assessing body was consulted"),
    "approve": _("It is approved"),
    "start": _("It starts"),
    "pause": _("It pauses"),
    "finish": _("It is finished"),
    "close": _("It is closed"),
    "drop": _("It is dropped"),
}


def theme_names() -> list[tuple[str, str | Promise]]:
    """Every kind of help in words."""
    return [(code, THEMES[code]) for code in themes()]


def named(states: Iterable[State]) -> list[tuple[str, str]]:
    """States by the names that the reader calls them, for a field of a form."""
    return sorted(((one.code, called(one)) for one in states), key=lambda one: one[1])


class NeedForm(ActForm):
    """What a State needs."""

    act = "need"
    state = forms.ChoiceField(label=_("State"))
    theme = forms.ChoiceField(label=_("Kind of help"))
    text = forms.CharField(label=_("What is needed"), max_length=TEXT_CHARS_MAX, widget=words())
    recommendation = forms.TypedChoiceField(
        label=_("It follows from this recommendation"), coerce=int, empty_value=None, required=False
    )

    def __init__(self, states: Iterable[State], rows: Iterable[Recommendation], data: Any = None) -> None:
        super().__init__(data)
        selection(self, "state").choices = named(states)
        selection(self, "theme").choices = theme_names()
        selection(self, "recommendation").choices = [("", "–"), *((one.pk, one.code) for one in rows)]


class OfferForm(ActForm):
    """What a body offers."""

    act = "offer"
    body = forms.CharField(label=_("Body that offers"), max_length=LINE_CHARS_MAX)
    themes = forms.MultipleChoiceField(label=_("Kinds of help"), widget=forms.CheckboxSelectMultiple)
    text = forms.CharField(label=_("What is offered"), max_length=TEXT_CHARS_MAX, widget=words())
    until = forms.DateField(label=_("Until"), widget=day())
    regions = forms.CharField(
        label=_("Only for these regions"), help_text=_("Their codes with commas; none: for all."), required=False
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        selection(self, "themes").choices = theme_names()

    def offering(self) -> Offering:
        """The offer, once the form is sound."""
        said = self.cleaned_data
        regions = tuple(one for one in re.split(r"[,;\s]+", said["regions"]) if one)
        return Offering(said["body"], tuple(said["themes"]), said["text"], said["until"], regions)


class ProjectForm(ActForm):
    """A project: who pays, who receives, for how much, on whose request."""

    act = "project"
    recipient = forms.ChoiceField(label=_("State that receives"))
    name = forms.CharField(label=_("Name of the project"), max_length=NAME_CHARS_MAX)
    theme = forms.ChoiceField(label=_("Kind of help"))
    donor = forms.CharField(label=_("Donor"), max_length=LINE_CHARS_MAX)
    budget = forms.DecimalField(label=_("Budget"), min_value=Decimal(0), max_value=BUDGET_MAX, decimal_places=2)
    currency = forms.RegexField(r"\A[A-Z]{3}\Z", label=_("Currency"), help_text=_("Three capital letters, as USD."))
    starts = forms.DateField(label=_("First day"), widget=day())
    ends = forms.DateField(label=_("Last day"), widget=day())
    request = forms.CharField(
        label=_("Request or consent of the State that it rests on"), max_length=TEXT_CHARS_MAX, widget=words(2)
    )
    needs = forms.TypedMultipleChoiceField(
        label=_("Needs that it serves"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, states: Iterable[State], needs: Iterable[Need], data: Any = None, wanted: Need | None = None
    ) -> None:
        """`wanted` is the need that it is begun from: State, kind and need are filled in, needs of others left out."""
        begun = {"recipient": wanted.state.code, "theme": wanted.theme, "needs": [wanted.pk]} if wanted else None
        super().__init__(data, initial=begun)
        offered = [one for one in needs if wanted is None or one.state_id == wanted.state_id]
        selection(self, "recipient").choices = named(states)
        selection(self, "theme").choices = theme_names()
        selection(self, "needs").choices = [
            (one.pk, f"{called(one.state)} · {THEMES[one.theme]} · {clipped(one.text, 60)}") for one in offered
        ]

    def planned(self) -> Planned:
        """The project, once the form is sound."""
        return Planned(**{name: self.cleaned_data[name] for name in Planned.__dataclass_fields__})


class StageForm(ActForm):
    """What happens to a project, and what was spent by now."""

    act = "stage"
    event = forms.ChoiceField(label=_("What happens"), widget=forms.RadioSelect)
    spent = forms.DecimalField(
        label=_("Spent by now"), required=False, min_value=Decimal(0), max_value=BUDGET_MAX, decimal_places=2
    )

    def __init__(self, events: Iterable[str], data: Any = None) -> None:
        super().__init__(data)
        selection(self, "event").choices = [(event, PROJECT_EVENTS[event]) for event in events]


class IndicatorForm(ActForm):
    """What a project is to change: its value before, and the value aimed at."""

    act = "indicator"
    name = forms.CharField(label=_("Indicator"), max_length=LINE_CHARS_MAX)
    unit = forms.CharField(label=_("Unit"), max_length=40)
    baseline = forms.DecimalField(label=_("Value before"), max_digits=16, decimal_places=4)
    baseline_on = forms.DateField(label=_("Measured on"), widget=day())
    aim = forms.DecimalField(label=_("Value aimed at"), max_digits=16, decimal_places=4)

    def measured(self) -> Measured:
        """The indicator as it begins, once the form is sound."""
        return Measured(**self.cleaned_data)


class MeasureForm(ActForm):
    """What was measured of an indicator, how sure that is, and what the project contributed."""

    act = "measure"
    indicator = forms.TypedChoiceField(label=_("Indicator"), coerce=int)
    value = forms.DecimalField(label=_("Value measured"), max_digits=16, decimal_places=4)
    on = forms.DateField(label=_("Measured on"), widget=day())
    confidence = forms.ChoiceField(label=_("Confidence"), choices=[(one, CONFIDENCE_NAMES[one]) for one in CONFIDENCES])
    contribution = forms.CharField(label=_("What the project contributed"), max_length=TEXT_CHARS_MAX, widget=words(2))

    def __init__(self, indicators: Iterable[Indicator], data: Any = None) -> None:
        super().__init__(data, initial={"on": today()})
        selection(self, "indicator").choices = [(one.pk, f"{one.name} ({one.unit})") for one in indicators]


class UptakeForm(ActForm):
    """Whether a body took a recommendation into a programme."""

    act = "uptake"
    body = forms.CharField(label=_("Body"), max_length=LINE_CHARS_MAX)
    programme = forms.CharField(label=_("Programme"), max_length=LINE_CHARS_MAX)
    status = forms.ChoiceField(
        label=_("Uptake"), choices=[(one, UPTAKE_NAMES[one]) for one in STATUSES], widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Why, where it was not taken up in whole"),
        max_length=TEXT_CHARS_MAX,
        required=False,
        widget=words(2),
    )
    on = forms.DateField(label=_("Day"), widget=day())

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"on": today()})
