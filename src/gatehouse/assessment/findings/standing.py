"""How far each rating is, and the rating that stands: the one place where the blind second rating is kept blind.

Nothing else reads `GivenRating`. What leaves here is the state of an axis (which says that one rating is in, and not
which), the ratings of axes that are rated twice, and a rater's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Assessment, Finding, GivenRating, SettledRating
from gatehouse.assessment.findings.rating import Rating
from gatehouse.assessment.findings.states import Rated

Key = tuple[int, Axis]
"""A finding's number in the database, and the axis."""


def rated_of(assessment: Assessment) -> dict[Key, Rated]:
    """How far each axis of each finding of an assessment is."""
    findings = Finding.objects.filter(assessment=assessment)
    given = _given(findings)
    settled = set(SettledRating.objects.filter(finding__in=findings).values_list("finding_id", "axis"))
    return {
        (finding.pk, axis): _rated(given[finding.pk, axis], (finding.pk, axis.value) in settled)
        for finding in findings
        for axis in Axis
    }


def _rated(rows: list[GivenRating], is_settled: bool) -> Rated:
    if is_settled:
        return Rated.SETTLED
    if len(rows) < 2:
        return Rated.ONCE if rows else Rated.OPEN
    return Rated.ALIKE if rows[0].code == rows[1].code else Rated.DIFFERING


def _given(findings: Iterable[Finding]) -> defaultdict[Key, list[GivenRating]]:
    found: defaultdict[Key, list[GivenRating]] = defaultdict(list)
    for row in GivenRating.objects.filter(finding__in=findings).order_by("place"):
        found[row.finding_id, Axis(row.axis)].append(row)
    return found


def visible_to(who: str, findings: Iterable[Finding]) -> dict[Key, list[tuple[str, Rating]]]:
    """The ratings that somebody may see, each with its rater: those of axes rated twice, and their own."""
    return {
        key: [(row.by, value_of(row)) for row in rows if len(rows) == 2 or row.by == who]
        for key, rows in _given(findings).items()
    }


def first_rater(finding: Finding, axis: Axis) -> str | None:
    """Who rated the axis first; what they gave is not told."""
    row = GivenRating.objects.filter(finding=finding, axis=axis.value, place=1).only("by").first()
    return row.by if row else None


def standing_codes(findings: Iterable[Finding]) -> dict[Key, str]:
    """The code that stands, for every axis that is rated alike or settled; the others are not in it."""
    settled = SettledRating.objects.filter(finding__in=findings).values_list("finding_id", "axis", "code")
    found = {key: both[0] for key, both in _rated_twice(findings).items() if both[0] == both[1]}
    return found | {(finding, Axis(axis)): code for finding, axis, code in settled}


def pairs(axis: Axis, findings: Iterable[Finding]) -> list[tuple[int, str, str]]:
    """Finding, first and second code, for every finding whose axis is rated twice."""
    return [(key[0], *both) for key, both in _rated_twice(findings).items() if key[1] is axis]


def _rated_twice(findings: Iterable[Finding]) -> dict[Key, tuple[str, str]]:
    """First and second code of each axis that has both: columns only, since tables read many thousands."""
    rows = GivenRating.objects.filter(finding__in=findings).order_by("place")
    codes: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for finding, axis, code in rows.values_list("finding_id", "axis", "code"):
        codes[finding, axis].append(code)
    return {(key[0], Axis(key[1])): (both[0], both[1]) for key, both in codes.items() if len(both) == 2}


def value_of(row: GivenRating) -> Rating:
    """A stored rating as a value."""
    return Rating(Axis(row.axis), row.code, row.confidence, tuple(row.grounds), row.rationale)
