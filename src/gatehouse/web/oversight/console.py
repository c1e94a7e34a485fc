"""The first page of oversight: what one can look at, and how far the log is sealed."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.oversight.topics import topics
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import page, seated
from gatehouse.web.navigation import is_open

PAGES: tuple[tuple[str, str | Promise, str | Promise], ...] = (
    ("oversight-log", _("Search the log"), _("by who, what, to whom, when and how it was decided, with proofs")),
    ("oversight-uses", _("Purposes used"), _("how often what was done for which purpose")),
    ("oversight-unmaskings", _("Unmaskings"), _("masked data seen again, and the notices to the officer")),
    (
        "oversight-disclosures",
        _("Disclosures"),
        _("what was given to other authorities, and what they were told since"),
    ),
    ("oversight-retention", _("Masking and erasing"), _("runs of the clocks and their certificates")),
    ("oversight-overdue", _("Overdue reviews"), _("list entries that nobody looked at in time")),
    ("oversight-criteria", _("Criteria"), _("every version that was ever tried, and what is in force")),
    ("oversight-samples", _("Samples"), _("decisions drawn by a seed, for an audit")),
    ("oversight-checkpoints", _("Checkpoints"), _("how far the log is sealed, and who countersigned")),
    ("oversight-reports", _("Transparency reports"), _("counts of a period, frozen for the public")),
)
"""Each page: the name of its URL, its label, and what it shows."""
reading_the_log = page(Act.READ_LOG, SubjectClass.LOG, PurposeClass.OVERSIGHT)
"""Reading the log, which holds references and nobody's name."""


class Card(NamedTuple):
    """A page of the console; `url` is empty where it is not open as one acts now."""

    url: str
    label: str | Promise
    says: str | Promise
    is_open: bool


@reading_the_log
def console(request: HttpRequest) -> HttpResponse:
    """What one can look at."""
    sitting = seated(request)
    cards = [Card(reverse(name), label, says, is_open(sitting, reverse(name))) for name, label, says in PAGES]
    return render(request, "oversight/console.html", {"cards": cards, "topics": topics().values()})
