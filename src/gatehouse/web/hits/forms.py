"""What somebody sends from the queue or from a hit: filters, a decision, a second person's answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.screening.review import states
from gatehouse.screening.review.acting import Look
from gatehouse.screening.review.answers import TEXT_MAX, Answer, checked, reasons_for
from gatehouse.screening.review.errors import AnswerError
from gatehouse.screening.review.queue import Counts
from gatehouse.web.forms import selection
from gatehouse.web.hits.words import ANSWERS, REASONS, STATES

WORDS = forms.Textarea(attrs={"rows": 3})
ANSWERED = (Answer.NOT_SAME, Answer.SAME, Answer.CANNOT_TELL)


class QueueFilters(forms.Form):
    """What the queue is narrowed to, kept in the address."""

    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        required=False,
        choices=[
            ("", gettext_lazy("Any")),
            *((state, STATES[state]) for state in states.STATES if state in states.WAITING),
        ],
    )
    list = forms.ChoiceField(label=gettext_lazy("List"), required=False)
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), required=False)
    assignee = forms.ChoiceField(label=gettext_lazy("With"), required=False)
    hours = forms.IntegerField(
        label=gettext_lazy("Within hours"),
        required=False,
        min_value=0,
        widget=forms.NumberInput(attrs={"class": "few", "min": 0}),
    )
    strength = forms.FloatField(
        label=gettext_lazy("Strength from"),
        required=False,
        min_value=0,
        max_value=1,
        widget=forms.NumberInput(attrs={"class": "few", "step": "0.05", "min": 0, "max": 1}),
    )
    order = forms.ChoiceField(
        label=gettext_lazy("Order"),
        required=False,
        choices=[("departure", gettext_lazy("Departure")), ("strength", gettext_lazy("Strength"))],
    )

    def __init__(self, *args: Any, me: str, counts: Counts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anything = ("", gettext_lazy("Any"))
        selection(self, "list").choices = [anything, *((name, name) for name in sorted(counts.lists))]
        units = sorted(unit for unit in counts.units if unit)
        if units:
            selection(self, "unit").choices = [anything, *((unit, unit) for unit in units)]
        else:
            del self.fields["unit"]
        selection(self, "assignee").choices = [
            ("", gettext_lazy("Anybody")),
            ("nobody", gettext_lazy("Nobody yet")),
            (me, gettext_lazy("Me")),
        ]


class LookForm(forms.Form):
    """What somebody looked at: hidden in each form, so that a decision is on that and on nothing newer."""

    acts = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def look(self, hit: int) -> Look:
        """The look that the form tells of."""
        return Look(hit, self.cleaned_data["acts"], self.cleaned_data["version"])


class DecisionForm(LookForm):
    """An answer with its reason and words."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Is the traveller the listed person?"),
        choices=[(answer.value, ANSWERS[answer]) for answer in ANSWERED],
        widget=forms.RadioSelect,
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("Reason"),
        widget=forms.Select(attrs={"data-groups-follow": "answer"}),
        choices=[
            ("", "–"),
            *(
                (ANSWERS[answer], [(f"{answer}/{r.code}", REASONS[answer, r.code]) for r in reasons_for(answer)])
                for answer in ANSWERED
            ),
        ],
    )
    text = forms.CharField(
        label=gettext_lazy("In your own words"),
        help_text=gettext_lazy("What you compared, and what you found. Some reasons need it."),
        required=False,
        max_length=TEXT_MAX,
        widget=WORDS,
    )

    def clean(self) -> dict[str, object]:
        """Hold reason and words to the answer."""
        cleaned: dict[str, Any] = super().clean() or {}
        answer, _slash, code = str(cleaned.get("reason", "")).partition("/")
        if not cleaned.get("answer") or not code:
            return cleaned
        if answer != cleaned["answer"]:
            self.add_error("reason", _("This reason belongs to another answer."))
            return cleaned
        try:
            cleaned["code"] = checked(Answer(answer), code, cleaned.get("text", "")).code
        except AnswerError:
            self.add_error("text", _("This reason needs words of your own."))
        return cleaned


class SecondForm(LookForm):
    """A second person's answer."""

    agrees = forms.ChoiceField(
        label=gettext_lazy("Do you agree?"),
        choices=[("yes", gettext_lazy("I agree")), ("no", gettext_lazy("I do not agree"))],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(label=gettext_lazy("In your own words"), required=False, max_length=TEXT_MAX, widget=WORDS)


class ReopenForm(LookForm):
    """Why a decided hit should be looked at again."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Reason"),
        choices=[("", "–"), *((r.code, REASONS[Answer.REOPEN, r.code]) for r in reasons_for(Answer.REOPEN))],
    )
    text = forms.CharField(label=gettext_lazy("In your own words"), max_length=TEXT_MAX, widget=WORDS)
