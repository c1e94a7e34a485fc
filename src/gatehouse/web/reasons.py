"""The reasons of a score as pages show them: each compared feature with both values, and how strongly it counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.screening.matching.explanation import DEGREES, NOTED, WORTH_SAYING
from gatehouse.terms.candidate import Reason
from gatehouse.web.comparing import feature_of, pairs_of, said_of

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
    pairs = "; ".join(f"{pair.ours} ~ {pair.theirs}: {pair.how}" for pair in pairs_of(reason))
    how = ": ".join(str(part) for part in (said_of(reason), pairs) if part)
    counts, kind = (FOR[degree], "info") if reason.weight > 0 else (AGAINST[degree], "bad")
    if not reason.weight:
        counts, kind = _("noted"), ""
    return Told(feature_of(reason), reason.traveller, reason.entry, how, counts, kind)
