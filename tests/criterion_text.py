"""A criterion's text that passes its check today, of fictitious authors. For tests of several rooms."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from gatehouse.screening.authoring.looked_through import Bench
from gatehouse.screening.criteria.protected import Permitted
from gatehouse.screening.criteria.register import Register

TODAY = dt.datetime.now(dt.UTC).date()
AUTHOR, APPROVER = "otto-author", "ada-approver"
TEXT = f"""\
# A remark that has to stay.
identifier = "from-sin"
version = 1
title = "Leaves from SIN"
purpose = "A rehearsal"
legal_basis = "Fictitious Act, section 7"
author = "{AUTHOR}"
approver = "{APPROVER}"  # the other person
written = {TODAY}
review_by = {TODAY + dt.timedelta(days=90)}
sunset = {TODAY + dt.timedelta(days=180)}
blind_to = ["whoever leaves from elsewhere"]
triage = "Look at the way back."
no_exculpating_reason = "a rehearsal"

[condition]
all = [
  {{ field = "itinerary.origin", operator = "is", value = "SIN" }},  # the only one
]

[[case]]
name = "from there"
expect = true
traveller = {{}}
flights = [{{ carrier = "ZZ", number = "1", legs = [{{ origin = "SIN", destination = "ICN" }}] }}]

[[case]]
name = "from elsewhere"
expect = false
traveller = {{}}
flights = [{{ carrier = "ZZ", number = "1", legs = [{{ origin = "CDG", destination = "ICN" }}] }}]

[[case]]
name = "not known"
expect = false
traveller = {{ bag_count = 0 }}
"""


def bench_in(folder: Path) -> Bench:
    """What the text is looked through with, by its author."""
    return Bench(Register(folder), Permitted(), TODAY, AUTHOR, frozenset({APPROVER}))
