"""What is to be given to another authority: asked for in a form, agreed to or declined by another senior analyst."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.cooperation.disclosures import disclosing, register
from gatehouse.cooperation.disclosures.disclosure import Part, Wanted
from gatehouse.cooperation.disclosures.errors import DisclosureError
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.door import ACTING, FORM, page, seated
from gatehouse.web.forms import selection
from gatehouse.web.law import law
from gatehouse.web.sayings import told

NUMBER_MAX = 2**63 - 1
PURPOSES = (PurposeClass.SCREENING, PurposeClass.REQUEST)
PARTS = {
    Part.IDENTITY: gettext_lazy("Names, birth date, sex, nationality"),
    Part.DOCUMENTS: gettext_lazy("Documents"),
    Part.JOURNEY: gettext_lazy("Flights"),
    Part.BOOKING: gettext_lazy("Booking"),
    Part.CONTACT: gettext_lazy("Contact details"),
    Part.MATCH: gettext_lazy("That it is the listed person"),
}
KINDS = (("hit", gettext_lazy("A hit that two persons confirmed")), ("traveller", gettext_lazy("A traveller")))


class AskForm(forms.Form):
    """What is to be given of whom to whom."""

    kind = forms.ChoiceField(label=gettext_lazy("Of what"), choices=KINDS)
    number = forms.IntegerField(label=gettext_lazy("Its number"), min_value=1, max_value=NUMBER_MAX)
    recipient = forms.ChoiceField(
        label=gettext_lazy("To whom"), help_text=gettext_lazy("The law profile names them; there is no other.")
    )
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("What is given"), choices=PARTS.items(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: QueryDict | None = None, initial: dict[str, str] | None = None) -> None:
        super().__init__(data, initial=initial)
        selection(self, "recipient").choices = [(one.code, one.name) for one in law().profile.recipients]

    def wanted(self) -> Wanted:
        """What was asked for, once the form is valid."""
        said = self.cleaned_data
        parts = tuple(Part(one) for one in said["parts"])
        return Wanted(SubjectClass(said["kind"]), said["number"], said["recipient"], parts)


looking = page(Act.LIST_WAITING, SubjectClass.HIT, *PURPOSES, methods=FORM)
acting = page(Act.LIST_WAITING, SubjectClass.HIT, *PURPOSES, methods=ACTING)
"""Whether it may be disclosed is asked of the kernel where it is done, of both persons together."""


@looking
def disclosures(request: HttpRequest) -> HttpResponse:
    """What waits for a second person, and the form."""
    sitting = seated(request)
    given = {name: request.GET[name] for name in ("kind", "number") if name in request.GET}
    form = AskForm(request.POST) if request.method == "POST" else AskForm(initial=given)
    if form.is_valid():
        try:
            disclosing.ask(sitting.visit(), form.wanted())
        except DisclosureError as fault:
            form.add_error("number", told(fault))
        else:
            messages.success(
                request, _("Asked. Another senior analyst agrees or declines; until then nothing is given.")
            )
            return redirect("disclosures")
    names = {one.code: one.name for one in law().profile.recipients}
    rows = [
        (row, names.get(row.recipient, row.recipient), [PARTS[Part(part)] for part in row.parts])
        for row in register.waiting(sitting.visit())
    ]
    is_senior = sitting.role is Role.SENIOR_ANALYST
    context = {
        "rows": rows, "form": form, "me": sitting.actor.id, "is_senior": is_senior,
        "may_ask": is_senior and bool(sitting.reference), "wants_reference": is_senior and not sitting.reference,
    }  # fmt: skip
    return render(request, "disclosures/disclosures.html", context, status=400 if form.errors else 200)


@acting
def agree(request: HttpRequest, number: int) -> HttpResponse:
    """Agree: it is on record."""
    visit = seated(request).visit()
    says = _("On record, by two. Hand over what was agreed, and nothing else.")
    return _done(request, lambda: disclosing.agree(visit, number), says)


@acting
def decline(request: HttpRequest, number: int) -> HttpResponse:
    """Decline: nothing is given."""
    visit = seated(request).visit()
    return _done(request, lambda: disclosing.decline(visit, number), _("Declined. Nothing is given."))


def _done(request: HttpRequest, act: Callable[[], None], says: str) -> HttpResponse:
    try:
        act()
    except DisclosureError as fault:
        messages.error(request, told(fault))
    else:
        messages.success(request, says)
    return redirect("disclosures")
