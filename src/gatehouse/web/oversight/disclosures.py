"""The register of disclosures, and whether recipients were told of what was put right since."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from gatehouse.cooperation.disclosures.disclosure import State
from gatehouse.oversight.disclosed import disclosed
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import page, seated
from gatehouse.web.redress.desk import DID

ROWS_MAX = 300
STATES = {
    State.ASKED: ("warn", _("waits for a second person")),
    State.MADE: ("good", _("given")),
    State.DECLINED: ("", _("declined")),
}


@page(Act.READ_LOG, SubjectClass.LOG, PurposeClass.OVERSIGHT)
def disclosures(request: HttpRequest) -> HttpResponse:
    """The newest ones, by references."""
    rows = [(one, *STATES[one.row.state]) for one in disclosed(seated(request).visit(), ROWS_MAX)]
    return render(request, "oversight/disclosures.html", {"rows": rows, "waits": _("waits to be sent"), "did": DID})
