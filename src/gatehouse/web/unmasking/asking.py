"""One's own requests to see masked data, and the form for another: under the purpose and reference in force."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.retention import unmasking
from gatehouse.retention.errors import UnmaskError
from gatehouse.retention.models import UnmaskRequest
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import FORM, page, seated
from gatehouse.web.law import law
from gatehouse.web.paging import sliced
from gatehouse.web.sayings import told

NUMBER_MAX = 2**63 - 1
KINDS = (("traveller", gettext_lazy("A traveller")), ("booking", gettext_lazy("A booking")))


class AskForm(forms.Form):
    """Whose masked data one asks for: by number, since names are masked."""

    kind = forms.ChoiceField(label=gettext_lazy("Of what"), choices=KINDS)
    number = forms.IntegerField(
        label=gettext_lazy("Its number"),
        help_text=gettext_lazy("As it stands beside the masked record: 12 for traveller:12."),
        min_value=1,
        max_value=NUMBER_MAX,
    )


@page(
    Act.UNMASK_REQUEST,
    SubjectClass.TRAVELLER_MASKED,
    PurposeClass.SCREENING,
    PurposeClass.REQUEST,
    PurposeClass.RIGHTS,
    methods=FORM,
)
def asked(request: HttpRequest) -> HttpResponse:
    """The requests of whoever looks, newest first, and the form."""
    sitting = seated(request)
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            unmasking.request(sitting.visit(), form.cleaned_data["kind"], form.cleaned_data["number"])
        except UnmaskError as fault:
            form.add_error("number", told(fault))
        else:
            messages.success(request, _("Asked. The data protection officer was told; another person decides."))
            return redirect("unmasking")
    mine = UnmaskRequest.objects.filter(requested_by=sitting.actor.id)
    context = {
        "form": form,
        "slice": sliced(mine, ("-id",), request.GET.get("after", "")),
        "unmasking": law().profile.unmasking,
        "now": timezone.now(),
    }
    return render(request, "unmasking/asked.html", context, status=400 if form.errors else 200)
