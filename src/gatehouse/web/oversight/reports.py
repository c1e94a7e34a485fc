"""The public transparency report: counts of a period frozen once, printed as often as wanted."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.oversight import snapshots
from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.models import Snapshot
from gatehouse.oversight.transparency import languages, report
from gatehouse.printing.html_page import html
from gatehouse.printing.pdf_file import pdf
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.door import FORM, page, seated
from gatehouse.web.law import law
from gatehouse.web.oversight.proving import file_of
from gatehouse.web.paging import sliced
from gatehouse.web.sayings import told

FORMS = ("html", "pdf")


class PeriodForm(forms.Form):
    """Which days are counted; each is reported once."""

    first = forms.DateField(label=gettext_lazy("First day"), widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(
        label=gettext_lazy("Last day, included"),
        help_text=gettext_lazy("The period is over, and shares no day with one that was reported."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )


@page(Act.READ_COUNTS, SubjectClass.COUNTS, PurposeClass.OVERSIGHT, methods=FORM)
def reports(request: HttpRequest) -> HttpResponse:
    """The snapshots, and the form that takes another."""
    form = PeriodForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        today = dt.datetime.now(dt.UTC).date()
        try:
            snapshots.take(seated(request).visit(), form.cleaned_data["first"], form.cleaned_data["last"], today)
        except OversightError as fault:
            form.add_error("last", told(fault))
        except OverflowError:
            form.add_error("last", _("This day is too far away to be counted."))
        else:
            messages.success(request, _("Counted and frozen. What may be shown of it is kept, and nothing else."))
            return redirect("oversight-reports")
    context = {
        "form": form,
        "slice": sliced(Snapshot.objects.defer("body"), ("-id",), request.GET.get("after", "")),
        "languages": languages(),
        "forms": FORMS,
        "me": seated(request).actor.id,
        "is_officer": seated(request).role is Role.DATA_PROTECTION_OFFICER,
    }
    return render(request, "oversight/reports.html", context, status=400 if form.errors else 200)


@page(Act.EXPORT, SubjectClass.COUNTS, PurposeClass.OVERSIGHT)
def printed(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The report of a snapshot as a file, in the language that the address names."""
    language = request.GET.get("language", "en")
    if form not in FORMS or language not in languages():
        raise Http404
    try:
        frozen = snapshots.snapshot(seated(request).visit(), pk)
    except OversightError as fault:
        messages.error(request, told(fault))
        return redirect("oversight-reports")
    document = report(frozen.body, frozen.sha256, frozen.taken, language, law().profile)
    name = f"transparency-{frozen.body['begins']}-{frozen.body['ends']}-{language}.{form}"
    if form == "pdf":
        return file_of(pdf(document), name, "application/pdf")
    return file_of(html(document).encode(), name, "text/html; charset=utf-8")
