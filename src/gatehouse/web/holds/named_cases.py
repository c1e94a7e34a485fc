"""The case that a hold names, as the register of cases has it: open, closed, or not known there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.cooperation.cases import register
from gatehouse.web.navigation import is_open
from gatehouse.web.sitting import Sitting

OPEN = ("good", _("open in the register of cases"))
CLOSED = ("warn", _("closed in the register of cases"))
UNKNOWN = ("warn", _("not in the register of cases"))


class NamedCase(NamedTuple):
    """How a case stands: the tag, and where an open one can be seen; blank where this sitting sees no cases."""

    kind: str
    says: str | Promise
    address: str


def named_cases(sitting: Sitting, refs: Iterable[str]) -> dict[str, NamedCase]:
    """Each of the references with how its case stands."""
    wanted = set(refs)
    known = register.are_open(wanted)
    at = reverse("cases")
    sees = is_open(sitting, at)
    return {ref: _named(known.get(ref), f"{at}#{ref.replace(':', '-')}" if sees else "") for ref in wanted}


def _named(stands: bool | None, address: str) -> NamedCase:
    if stands is None:
        return NamedCase(*UNKNOWN, "")
    return NamedCase(*OPEN, address) if stands else NamedCase(*CLOSED, "")
