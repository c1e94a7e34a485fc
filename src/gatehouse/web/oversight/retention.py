"""What the clocks did: runs, and certificates of erasure exactly as they were signed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gatehouse.oversight import retention_proof
from gatehouse.retention import due as looking
from gatehouse.retention.certificate import written
from gatehouse.web.door import seated
from gatehouse.web.law import law
from gatehouse.web.oversight.console import reading_the_log
from gatehouse.web.oversight.proving import file_of

RUNS = 100
ACTS = {"mask": _("Mask"), "erase unmatched": _("Erase what matched nothing"), "erase all": _("Erase everything")}
WITHINS = {
    looking.NOW: _("Now"),
    looking.WEEK: _("In 7 days"),
    looking.MONTH: _("In 30 days"),
    looking.LATER: _("Later"),
}
COUNTED_FROM = {"transfer": _("the day on which the data came"), "departure": _("the day of departure")}


@reading_the_log
def runs(request: HttpRequest) -> HttpResponse:
    """The newest runs, newest first."""
    found = retention_proof.runs(seated(request).visit(), RUNS)[::-1]
    return render(request, "oversight/retention.html", {"runs": found})


@reading_the_log
def due(request: HttpRequest) -> HttpResponse:
    """How many travellers are due for masking and erasing by when. A page of its own: it goes through every flight."""
    found = retention_proof.due(seated(request).visit(), timezone.now().date())
    rows = [(ACTS[act], [one.travellers for one in found if one.act == act]) for act in looking.ACTS]
    retention = law().profile.retention
    context = {"rows": rows, "withins": list(WITHINS.values()), "counted_from": COUNTED_FROM[retention.counted_from]}
    return render(request, "oversight/due.html", context)


@reading_the_log
def certificate(request: HttpRequest, number: int) -> HttpResponse:
    """A certificate and the note that signs it, as one file that `gatehouse retention certificate --verify` reads."""
    found = retention_proof.certificate(seated(request).visit(), number)
    if found is None:
        raise Http404
    return file_of(written(found.body, found.note).encode(), f"certificate-{number}.txt", "text/plain; charset=utf-8")
