"""The border check: a zone, or a name and a birth date, and one answer in words, colour and shape; never why.

Nothing but the answer comes from the store. What was asked is repeated as it was typed, so that nobody takes one
traveller's answer for another's.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.mrz import MrzError
from gatehouse.mrz.zone import TEXT_CHARS_MAX
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.enquiries import border as room
from gatehouse.screening.enquiries.answer import Answer, BorderAnswer, Fault
from gatehouse.screening.enquiries.question import NAME_CHARS_MAX, NAME_LETTERS_MIN
from gatehouse.terms.dates import is_partial_date
from gatehouse.web.door import FORM, page, seated
from gatehouse.web.sayings import said

ZONE_LENGTHS = "72 88 90"
"""Signs of the whole zones; a scanner that ends its last line with Enter has then asked."""

FAULTS: dict[Fault, str | Promise] = {
    Fault.NUMBER: gettext_lazy("The check digit of the document number is wrong."),
    Fault.BIRTH: gettext_lazy("The check digit of the birth date is wrong."),
    Fault.EXPIRY: gettext_lazy("The check digit of the expiry date is wrong."),
    Fault.OPTIONAL: gettext_lazy("The check digit of the personal number is wrong."),
    Fault.COMPOSITE: gettext_lazy("The last check digit, over all the others, is wrong."),
    Fault.EXPIRED: gettext_lazy("The document has expired."),
    Fault.BIRTH_UNREADABLE: gettext_lazy("The birth date cannot be read."),
    Fault.SPECIMEN: gettext_lazy("The document is a specimen: its issuing State does not exist."),
}
ANSWERS: dict[Answer, str | Promise] = {
    Answer.NOTHING_KNOWN: gettext_lazy("Nothing known"),
    Answer.WAIT: gettext_lazy("Wait: contact the unit"),
    Answer.DOCUMENT: gettext_lazy("Document problem"),
}


class CheckForm(forms.Form):
    """A zone, or a name with a birth date as far as it is known."""

    zone = forms.CharField(
        label=gettext_lazy("Machine-readable zone"),
        help_text=gettext_lazy("Scan it, paste it or type it: the two or three lines at the foot of the document."),
        required=False,
        max_length=TEXT_CHARS_MAX,
        widget=forms.Textarea(
            attrs={
                "rows": 3,
                "autofocus": True,
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "dir": "ltr",
                "class": "zone",
                "data-sends-at": ZONE_LENGTHS,
            }
        ),
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        help_text=gettext_lazy("Where there is no zone. In any spelling."),
        required=False,
        max_length=NAME_CHARS_MAX,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    birth_date = forms.CharField(
        label=gettext_lazy("Birth date"),
        help_text=gettext_lazy("1976-05-17, or as far as it is known: 1976-05, 1976."),
        required=False,
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr", "inputmode": "numeric"}),
    )

    def clean_birth_date(self) -> str:
        """A date of the calendar, perhaps partial."""
        said = str(self.cleaned_data["birth_date"])
        if said and not is_partial_date(said):
            raise forms.ValidationError(_("This is no date. Write it 1976-05-17, 1976-05 or 1976."))
        return said

    def clean_name(self) -> str:
        """A name with letters enough to look for."""
        said = str(self.cleaned_data["name"])
        if said and sum(map(str.isalpha, said)) < NAME_LETTERS_MIN:
            raise forms.ValidationError(_("A name has at least two letters."))
        return said

    def clean(self) -> dict[str, object]:
        """One of the two ways to ask."""
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        if cleaned["zone"] and cleaned["name"]:
            self.add_error("name", _("Ask by the zone or by the name: empty one of the two."))
        elif not cleaned["zone"] and not cleaned["name"]:
            self.add_error("zone", _("Scan the zone, or type a name below."))
        return cleaned


@page(Act.CHECK, SubjectClass.HIT, PurposeClass.SCREENING, methods=FORM)
def border(request: HttpRequest) -> HttpResponse:
    """The question, and after it the answer above an empty question for the next traveller."""
    form = CheckForm(request.POST if request.method == "POST" else None)
    said = _asked(request, form) if form.is_valid() else None
    context: dict[str, object] = {"form": form if said is None else CheckForm(), "said": said}
    if said is not None:
        context |= {
            "answer": said.answer.value,
            "headline": ANSWERS[said.answer],
            "faults": [FAULTS[Fault(fault)] for fault in said.faults],
            "asked": form.cleaned_data,
            "at": timezone.now(),
        }
    return render(request, "border/check.html", context, status=400 if said is None and form.errors else 200)


def _asked(request: HttpRequest, form: CheckForm) -> BorderAnswer | None:
    """The answer; None where the text is no zone, which the form then says."""
    visit, asked = seated(request).visit(), form.cleaned_data
    if asked["name"]:
        return room.check_person(visit, asked["name"], asked["birth_date"] or None)
    try:
        return room.check_zone(visit, asked["zone"])
    except MrzError as fault:
        form.add_error(
            "zone", _("This is no machine-readable zone. Scan it again, or type the name. (%s)") % said(fault.says)
        )
        return None
