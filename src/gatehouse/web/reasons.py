"""The reasons of a score as pages show them: each compared feature with both values, and how strongly it counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.screening.matching.explanation import DEGREES, NOTED, WORTH_SAYING
from gatehouse.terms.candidate import Reason

NAMES: dict[str, str | Promise] = {
    "name": _("Name"),
    "birth-date": _("Birth date"),
    "sex": _("Sex"),
    "nationality": _("Nationality"),
    "birth-place": _("Birth place"),
    "document": _("Document"),
    "contact": _("Contact"),
}
FOR = (_("strongly for"), _("clearly for"), _("weakly for"))
AGAINST = (_("strongly against"), _("clearly against"), _("weakly against"))
"""In the order of `DEGREES`."""


class Told(NamedTuple):
    """One reason: the feature, both values, how they compare, and the words and tag of what it counts."""

    feature: str | Promise
    asked: str | None
    listed: str | None
    how: str
    counts: str | Promise
    kind: str


def reasons_told(explanation: Iterable[Reason]) -> list[Told]:
    """The reasons with something to say, strongest first; what is not known on both sides says nothing."""
    said = [one for one in explanation if abs(one.weight) >= WORTH_SAYING or one.feature in NOTED]
    return [_told(reason) for reason in sorted(said, key=lambda reason: -abs(reason.weight))]


def _told(reason: Reason) -> Told:
    degree = next(place for place, (least, _code) in enumerate(DEGREES) if abs(reason.weight) >= least)
    how = reason.outcome if reason.how in ("", reason.outcome) else f"{reason.outcome}, {reason.how}"
    counts, kind = (FOR[degree], "info") if reason.weight > 0 else (AGAINST[degree], "bad")
    if not reason.weight:
        counts, kind = _("noted"), ""
    feature = NAMES.get(reason.feature, reason.feature.replace("-", " "))
    return Told(feature, reason.traveller, reason.entry, how, counts, kind)
