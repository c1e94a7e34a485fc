"""What the clocks did: runs, and certificates of erasure exactly as they were signed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from gatehouse.oversight import retention_proof
from gatehouse.retention.certificate import written
from gatehouse.web.door import seated
from gatehouse.web.oversight.console import reading_the_log
from gatehouse.web.oversight.proving import file_of

RUNS = 100


@reading_the_log
def runs(request: HttpRequest) -> HttpResponse:
    """The newest runs, newest first."""
    found = retention_proof.runs(seated(request).visit(), RUNS)[::-1]
    return render(request, "oversight/retention.html", {"runs": found})


@reading_the_log
def certificate(request: HttpRequest, number: int) -> HttpResponse:
    """A certificate and the note that signs it, as one file that `gatehouse retention certificate --verify` reads."""
    found = retention_proof.certificate(seated(request).visit(), number)
    if found is None:
        raise Http404
    return file_of(written(found.body, found.note).encode(), f"certificate-{number}.txt", "text/plain; charset=utf-8")
