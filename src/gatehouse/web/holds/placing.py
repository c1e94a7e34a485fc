"""Asking for a hold: for a named case, on travellers by their numbers, until a day, with a reason."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.cooperation.cases import register
from gatehouse.retention import hold_requests
from gatehouse.retention.errors import HoldError
from gatehouse.retention.hold_requests import Wanted
from gatehouse.retention.holds import DAYS_MAX, TRAVELLERS_MAX
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.enquiries.numbers import unknown
from gatehouse.web.door import FORM, page, seated
from gatehouse.web.holds.listing import TEXT_CHARS_MAX
from gatehouse.web.sayings import told

NUMBER_MAX = 2**63 - 1
NUMBERS_CHARS_MAX = 20 * TRAVELLERS_MAX
NAMED_MAX = 20
"""Numbers that are nobody's and are named; more of them are a mistake as a whole."""


class HoldForm(forms.Form):
    """What is asked for."""

    case = forms.IntegerField(
        label=gettext_lazy("Number of the case"),
        help_text=gettext_lazy(
            "it is looked up in the register of cases; one that is only in your own files is taken too, with a remark"
        ),
        min_value=1,
        max_value=NUMBER_MAX,
    )
    travellers = forms.CharField(
        label=gettext_lazy("Numbers of the travellers"),
        help_text=gettext_lazy("as they stand on the travellers' pages; parted by blanks or commas"),
        widget=forms.Textarea({"rows": 3}),
        max_length=NUMBERS_CHARS_MAX,
    )
    until = forms.DateField(
        label=gettext_lazy("Last day of the hold"),
        help_text=gettext_lazy("a year at most; it is placed anew when it has to last longer"),
        widget=forms.DateInput({"type": "date"}),
    )
    why = forms.CharField(
        label=gettext_lazy("Why the data are needed beyond their clock"),
        help_text=gettext_lazy("the order or provision stands in your reference"),
        widget=forms.Textarea({"rows": 3}),
        max_length=TEXT_CHARS_MAX,
    )

    def clean_travellers(self) -> tuple[int, ...]:
        """The numbers, each once."""
        parts = str(self.cleaned_data["travellers"]).replace(",", " ").split()
        if not all(part.isascii() and part.isdigit() and 0 < int(part) <= NUMBER_MAX for part in parts):
            raise forms.ValidationError(_("Not each of these is the number of a traveller."))
        return tuple(sorted({int(part) for part in parts}))

    def clean_until(self) -> dt.date:
        """A day from today on, and within a year."""
        until: dt.date = self.cleaned_data["until"]
        today = timezone.now().date()
        if not today <= until <= today + dt.timedelta(days=DAYS_MAX):
            raise forms.ValidationError(_("A hold ends within %(days)s days.") % {"days": DAYS_MAX})
        return until


@page(Act.HOLD, SubjectClass.CASE, PurposeClass.SCREENING, PurposeClass.REQUEST, methods=FORM, begins=True)
def new(request: HttpRequest) -> HttpResponse:
    """The form; what is asked for waits for the data protection officer."""
    form = HoldForm(request.POST if request.method == "POST" else None, initial={"travellers": request.GET.get("of")})
    if form.is_valid() and _all_there(request, form):
        said = form.cleaned_data
        wanted = Wanted(f"case:{said['case']}", said["travellers"], said["until"], said["why"])
        try:
            hold_requests.ask(seated(request).visit(), wanted)
        except HoldError as fault:
            form.add_error(None, told(fault))
        else:
            messages.success(request, _("Asked for. The hold stands once the data protection officer places it."))
            if not register.are_open([wanted.case]):
                says = _("The register of cases has no case %(number)s: compare the number with your files.")
                messages.warning(request, says % {"number": said["case"]})
            return redirect("holds")
    return render(request, "holds/new.html", {"form": form}, status=400 if form.errors else 200)


def _all_there(request: HttpRequest, form: HoldForm) -> bool:
    """Whether each number is a stored traveller's; those that are not are said beside the field."""
    missing = unknown(seated(request).visit(), form.cleaned_data["travellers"][: TRAVELLERS_MAX + 1])
    if missing:
        names = ", ".join(map(str, missing[:NAMED_MAX])) + (" …" if len(missing) > NAMED_MAX else "")
        form.add_error("travellers", _("No traveller is held here under: %(numbers)s") % {"numbers": names})
    return not missing
