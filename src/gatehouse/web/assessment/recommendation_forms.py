"""The forms of a recommendation: its draft, the State's reply, adoption, sharing, progress, and what two find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.assessment.evidence.store import Shown
from gatehouse.assessment.findings.store import Seen
from gatehouse.assessment.follow_up.progress import TEXT_CHARS_MAX, Found, Reported
from gatehouse.assessment.recommendations.draft import LINE_CHARS_MAX, Draft
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.recommendations.obstacles import obstacles
from gatehouse.assessment.recommendations.store import findings_of
from gatehouse.web.assessment.doing import ActForm, day, words
from gatehouse.web.assessment.words import OBSTACLES
from gatehouse.web.forms import selection

STATUS_NAMES = {"not-begun": _("Not begun"), "under-way": _("Under way"), "done": _("Done")}
DECISION_NAMES = {"close": _("Closed: it is carried out, on this evidence"), "further": _("Further follow-up")}
ACCEPTANCE_NAMES = {"accepted": _("accepted"), "partly": _("accepted in part"), "noted": _("noted")}
PRIORITIES = ((1, _("1, most urgent")), (2, "2"), (3, "3"))


def obstacle_names() -> list[tuple[str, str | Promise]]:
    """Every obstacle in words."""
    return [(code, OBSTACLES[code]) for code in obstacles()]


def _evidence(items: Sequence[Shown]) -> list[tuple[int, str]]:
    return [(one.item.pk, f"{one.item.pk} · {one.item.title}") for one in items]


class DraftForm(ActForm):
    """What a recommendation says."""

    act = "draft"
    text = forms.CharField(label=_("What is recommended"), max_length=TEXT_CHARS_MAX, widget=words(5))
    obligation = forms.CharField(label=_("Obligation"), help_text=_("Its code, such as 2396-11a."), max_length=48)
    findings = forms.TypedMultipleChoiceField(
        label=_("It follows from these findings"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    priority = forms.TypedChoiceField(label=_("Priority"), choices=PRIORITIES, coerce=int)
    owner = forms.CharField(label=_("Owner: the office that is to do it"), max_length=LINE_CHARS_MAX, required=False)
    obstacle = forms.ChoiceField(label=_("Obstacle"))
    indicator = forms.CharField(
        label=_("Indicator: by what it will be seen"), max_length=LINE_CHARS_MAX, required=False
    )
    edition = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, findings: Sequence[Seen], row: Recommendation | None = None, data: Any = None) -> None:
        known = {name: getattr(row, name) for name in self.base_fields if name != "findings"} if row else {}
        super().__init__(data, initial={"priority": 2, **known, "findings": findings_of(row) if row else []})
        told = [(one.finding, f"{one.number} · {one.obligation}: {one.text[:80]}") for one in findings]
        selection(self, "findings").choices = told
        selection(self, "obstacle").choices = obstacle_names()

    def said(self) -> Draft:
        """The draft, once the form is sound."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "edition"}
        return Draft(**told | {"findings": tuple(told["findings"])})


class ReplyForm(ActForm):
    """What the State says to a recommendation."""

    act = "reply"
    acceptance = forms.ChoiceField(
        label=_("The State's reply"), choices=ACCEPTANCE_NAMES.items(), widget=forms.RadioSelect
    )
    text = forms.CharField(label=_("In words"), max_length=TEXT_CHARS_MAX, required=False, widget=words())


class AdoptForm(ActForm):
    """From which day the twelve months count."""

    act = "adopt"
    report_on = forms.DateField(
        label=_("Day of the first assessment report"), help_text=_("The twelve months count from it."), widget=day()
    )


class ShareForm(ActForm):
    """By which decision something is shared."""

    act = "share"
    decision = forms.CharField(label=_("Decision that it rests on"), max_length=LINE_CHARS_MAX)


class ProgressForm(ActForm):
    """What a State did."""

    act = "progress"
    status = forms.ChoiceField(label=_("How far it is"), choices=STATUS_NAMES.items(), widget=forms.RadioSelect)
    text = forms.CharField(label=_("What was done"), max_length=TEXT_CHARS_MAX, widget=words(4))
    obstacle = forms.ChoiceField(label=_("What stands in the way"))
    evidence = forms.TypedMultipleChoiceField(
        label=_("Evidence that shows it"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    on = forms.DateField(label=_("Day"), widget=day())

    def __init__(self, items: Sequence[Shown], data: Any = None) -> None:
        super().__init__(data, initial={"on": timezone.now().date()})
        selection(self, "obstacle").choices = obstacle_names()
        selection(self, "evidence").choices = _evidence(items)

    def reported(self) -> Reported:
        """What was reported, once the form is sound."""
        return Reported(**self.cleaned_data | {"evidence": tuple(self.cleaned_data["evidence"])})


class FoundForm(ActForm):
    """What was found about progress: closed on evidence, or further follow-up."""

    act = "found"
    decision = forms.ChoiceField(label=_("Decision"), choices=DECISION_NAMES.items(), widget=forms.RadioSelect)
    reason = forms.CharField(label=_("What was found"), max_length=TEXT_CHARS_MAX, widget=words(4))
    evidence = forms.TypedMultipleChoiceField(
        label=_("Evidence that shows it"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    further_help = forms.BooleanField(label=_("More help is advised"), required=False)
    on = forms.DateField(label=_("Day"), widget=day())

    def __init__(self, items: Sequence[Shown], data: Any = None) -> None:
        super().__init__(data, initial={"on": timezone.now().date()})
        selection(self, "evidence").choices = _evidence(items)

    def found(self) -> Found:
        """What was found, once the form is sound."""
        said = self.cleaned_data
        on: dt.date = said["on"]
        return Found(said["decision"], said["reason"], on, tuple(said["evidence"]), said["further_help"])
