"""The words of carriers' data quality in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.screening.counts.fault_kinds import FaultKind

KINDS: dict[str, str | Promise] = {
    FaultKind.MISSING: _("Missing fields"),
    FaultKind.SYNTAX: _("Syntax faults"),
    FaultKind.LOST: _("Lost parts"),
    FaultKind.CONTENT: _("Contradictions"),
    "late": _("After departure"),
}
"""The kinds of fault, and lateness, in the order of the columns."""
BANDS: dict[str, str | Promise] = {
    "from-48": _("48 h before departure or more"),
    "24-48": _("24 to 48 h before"),
    "8-24": _("8 to 24 h before"),
    "1-8": _("1 to 8 h before"),
    "0-1": _("the last hour"),
    "late": _("after departure"),
}
TYPES: dict[str, str | Promise] = {"PAXLST": _("Passenger lists (PAXLST)"), "PNRGOV": _("Bookings (PNRGOV)")}


def carrier_name(code: str) -> str | Promise:
    """A carrier's code; messages that put nobody on any flight are nobody's."""
    return code or _("not known")
