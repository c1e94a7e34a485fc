"""What would change a State's place on the list of visits, as rows of a table in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from gatehouse.assessment.visits.changes import Change
from gatehouse.assessment.visits.factors import factors
from gatehouse.web.assessment.words import FACTORS
from gatehouse.web.templatetags.reading import number


class ChangeRow(NamedTuple):
    """What would have to be otherwise, what it is now and then, and where the State would stand then."""

    what: str | Promise
    now: str
    then: str
    stands: str


def change_rows(changes: Iterable[Change], names: Mapping[str, str]) -> list[ChangeRow]:
    """A row for each change: those that move it up, then those that move it down."""
    flags = {factor.name for factor in factors() if factor.full == 1}
    return [_row(one, names, flags) for one in sorted(changes, key=lambda one: not one.upward)]


def _row(change: Change, names: Mapping[str, str], flags: set[str]) -> ChangeRow:
    is_flag = change.of == "value" and change.factor in flags
    what = FACTORS[change.factor]
    if change.of == "weight":
        what = _("Weight of: %(input)s") % {"input": what}
    now, then = ((_("yes") if one else _("no")) if is_flag else number(one) for one in (change.now, change.then))
    told = {"state": names.get(change.passes, change.passes)}
    stands = _("before %(state)s") % told if change.upward else _("behind %(state)s") % told
    return ChangeRow(what, now, then, stands)
