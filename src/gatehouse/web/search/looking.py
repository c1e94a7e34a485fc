"""The search: one thing is looked for at a time, what was found says why, and what is withheld is counted.

A search is sent and not addressed: whom somebody looked for stays out of addresses, histories and the server's log.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.enquiries.errors import EnquiryError
from gatehouse.screening.enquiries.looking import look_for
from gatehouse.screening.enquiries.question import NAME_CHARS_MAX, Question
from gatehouse.terms.dates import is_partial_date
from gatehouse.web.door import FORM, page, seated
from gatehouse.web.reasons import reasons_told
from gatehouse.web.sayings import said, told
from gatehouse.web.travellers.words import STATES

SHOWN_MAX = 50
NAME, DOCUMENT, BOOKING, FLIGHT = "name", "document", "locator", "flight"
DATES = {NAME: "birth_date", FLIGHT: "day"}
"""What the date stands for where one goes with what is looked for."""


class SearchForm(forms.Form):
    """What is looked for, and by what."""

    by = forms.ChoiceField(
        label=gettext_lazy("Look for"),
        choices=[
            (NAME, gettext_lazy("a name, in any spelling")),
            (DOCUMENT, gettext_lazy("a document number")),
            (BOOKING, gettext_lazy("a booking (record locator)")),
            (FLIGHT, gettext_lazy("a flight, as ZZ602")),
        ],
    )
    said = forms.CharField(
        label=gettext_lazy("Name, number, locator or flight"),
        max_length=NAME_CHARS_MAX,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off", "spellcheck": "false"}),
    )
    date = forms.CharField(
        label=gettext_lazy("Date"),
        help_text=gettext_lazy("Of birth with a name, of departure with a flight: 1976-05-17, or 1976-05, or 1976."),
        required=False,
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )

    def clean_date(self) -> str:
        """A date of the calendar, perhaps partial."""
        said = str(self.cleaned_data["date"])
        if said and not is_partial_date(said):
            raise forms.ValidationError(_("This is no date. Write it 1976-05-17, 1976-05 or 1976."))
        return said

    def clean(self) -> dict[str, object]:
        """What makes a question together."""
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        if cleaned["date"] and cleaned["by"] not in DATES:
            self.add_error("date", _("A date goes with a name or a flight."))
        elif fault := self.question().fault():
            self.add_error("said", said(fault))
        return cleaned

    def question(self) -> Question:
        """The question as it was typed."""
        by, date = self.cleaned_data["by"], self.cleaned_data["date"]
        dated = {DATES[by]: date} if by in DATES else {}
        return Question.asked(**{by: self.cleaned_data["said"]}, **dated)


@page(
    Act.SEARCH,
    SubjectClass.TRAVELLER,
    PurposeClass.SCREENING,
    PurposeClass.REQUEST,
    PurposeClass.RIGHTS,
    PurposeClass.OVERSIGHT,
    methods=FORM,
)
def search(request: HttpRequest) -> HttpResponse:
    """The question, and under it who was found."""
    form = SearchForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"form": form}
    if form.is_valid():
        try:
            found = look_for(seated(request).visit(), form.question(), SHOWN_MAX)
            rows = [(one, reasons_told(one.explanation), STATES.get(one.state, one.state)) for one in found.shown]
            context |= {"found": found, "rows": rows}
        except EnquiryError as fault:
            form.add_error("said", told(fault))
    return render(request, "search/search.html", context, status=400 if form.errors else 200)
