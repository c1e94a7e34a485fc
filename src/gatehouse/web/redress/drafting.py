"""The forms of an answer and of a correction: what a second person will look at."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from gatehouse.screening.redress.corrections import FIELDS, VALUE_MAX
from gatehouse.screening.redress.outcomes import Outcome
from gatehouse.screening.redress.store import TEXT_MAX

OUTCOMES = {
    Outcome.CLEARED: _("Cleared: not the person of the hits named below"),
    Outcome.CORRECTED: _("Corrected: what was wrong was put right"),
    Outcome.ERASED: _("Erased: what was held is gone"),
    Outcome.ACCESS_GIVEN: _("Access given: what is held is enclosed"),
    Outcome.NOTHING_HELD: _("Nothing is held"),
    Outcome.KEPT_BACK: _("The law does not let us say"),
    Outcome.REFUSED: _("Refused, with reasons"),
    Outcome.PASSED_ON: _("Passed on to the supervisory authority"),
}
"""The answers that the desk can give. That something was corrected or erased can be written once it was."""
CORRECTED = {
    "surname": _("Surname"), "given_names": _("Given names"), "birth_date": _("Birth date"), "sex": _("Sex"),
    "nationalities": _("Nationalities"),
}  # fmt: skip
NUMBER_MAX = 2**63 - 1


class AnswerForm(forms.Form):
    """How the request is answered. The letter's other words come from the template of the outcome."""

    outcome = forms.ChoiceField(label=_("Answer"), choices=OUTCOMES.items())
    reason = forms.CharField(
        label=_("Reasons"),
        help_text=_("In the language of the letter; the person reads them as you write them."),
        max_length=TEXT_MAX,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    hits = forms.RegexField(
        r"\A[0-9]{1,18}([ ,]+[0-9]{1,18}){0,49}\Z",
        label=_("Hits of which the person is cleared"),
        help_text=_("Their numbers, with blanks; only with the first answer."),
        required=False,
    )

    def said(self) -> dict[str, object]:
        """What is kept of it."""
        numbers = [int(one) for one in self.cleaned_data["hits"].replace(",", " ").split()]
        return {"outcome": self.cleaned_data["outcome"], "reason": self.cleaned_data["reason"], "hits": numbers}


class CorrectForm(forms.Form):
    """What is put right, of which of the person's travellers."""

    traveller = forms.IntegerField(
        label=_("Traveller"), help_text=_("The number, from what is held."), min_value=1, max_value=NUMBER_MAX
    )
    field = forms.ChoiceField(label=_("What is wrong"), choices=[(name, CORRECTED[name]) for name in FIELDS])
    value = forms.CharField(label=_("What is right"), max_length=VALUE_MAX)

    def said(self) -> dict[str, object]:
        """What is kept of it."""
        return dict(self.cleaned_data)
