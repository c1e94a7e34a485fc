"""How far each rating is, and the rating that stands: the one place where the blind second rating is kept blind.

Nothing else reads `GivenRating`. What leaves here is the state of an axis (which says that one rating is in, and not
which), the ratings of axes that are rated twice, and a rater's own. Of several versions the newest of a place stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Assessment, Finding, GivenRating, SettledRating
from gatehouse.assessment.findings.rating import Rating
from gatehouse.assessment.findings.states import Rated

Key = tuple[int, Axis]
"""A finding's number in the database, and the axis."""


class Mark(NamedTuple):
    """A version of a rating without its words, since tables read many thousands."""

    row: int
    place: int
    code: str
    withdrawn: bool
    blind: bool


@dataclass(frozen=True, slots=True)
class GivenVersion:
    """A version of a rating as it was given: by whom, in which place, whether blind, and why."""

    row: GivenRating
    rating: Rating

    @property
    def is_correction(self) -> bool:
        """Whether it took the place of one before."""
        return self.row.version > 1


def rated_of(assessment: Assessment) -> dict[Key, Rated]:
    """How far each axis of each finding of an assessment is."""
    return rated_in(Finding.objects.filter(assessment=assessment))


def rated_in(findings: Iterable[Finding]) -> dict[Key, Rated]:
    """The same of any findings."""
    marks, settled = _marks(findings), _settled(findings)
    return {
        (finding.pk, axis): _rated(_in_place(marks[finding.pk, axis]), settled.get((finding.pk, axis)))
        for finding in findings
        for axis in Axis
    }


def _rated(both: list[Mark], settled: SettledRating | None) -> Rated:
    if settled is not None and _still_settles(settled, both):
        return Rated.SETTLED
    if len(both) < 2:
        return Rated.ONCE if both else Rated.OPEN
    return Rated.ALIKE if both[0].code == both[1].code else Rated.DIFFERING


def _still_settles(settled: SettledRating, both: list[Mark]) -> bool:
    return bool(settled.between == [mark.row for mark in both])


def _marks(findings: Iterable[Finding]) -> defaultdict[Key, list[Mark]]:
    """Every version, oldest first."""
    found: defaultdict[Key, list[Mark]] = defaultdict(list)
    rows = GivenRating.objects.filter(finding__in=findings).order_by("place", "version")
    columns = ("finding_id", "axis", "pk", "place", "code", "withdrawn", "blind")
    axes = {axis.value: axis for axis in Axis}
    for finding, axis, *mark in rows.values_list(*columns):
        found[finding, axes[axis]].append(Mark(*mark))
    return found


def _in_place(versions: list[Mark]) -> list[Mark]:
    """The newest version of each place, first place first; a place whose newest was withdrawn is open."""
    newest = {mark.place: mark for mark in versions}
    return [newest[place] for place in sorted(newest) if not newest[place].withdrawn]


def _settled(findings: Iterable[Finding]) -> dict[Key, SettledRating]:
    rows = SettledRating.objects.filter(finding__in=findings).order_by("pk")
    return {(row.finding_id, Axis(row.axis)): row for row in rows}


_WAITING = """
WITH newest AS (
    SELECT DISTINCT ON (finding_id, axis, place) id, finding_id, axis, place, code, withdrawn, "by"
      FROM assessment_findings_givenrating WHERE finding_id = ANY(%s)
     ORDER BY finding_id, axis, place, version DESC
), given AS (
    SELECT finding_id, axis, count(*) AS places, count(DISTINCT code) AS codes, bool_or("by" = %s) AS own,
           array_agg(id ORDER BY place) AS between
      FROM newest WHERE NOT withdrawn GROUP BY finding_id, axis
)
SELECT finding.id, axis.name, coalesce(places, 0), between
  FROM unnest(%s::bigint[]) AS finding(id) CROSS JOIN unnest(%s::text[]) AS axis(name)
  LEFT JOIN given ON given.finding_id = finding.id AND given.axis = axis.name
 WHERE coalesce(places, 0) < 2 AND NOT coalesce(own, FALSE) OR codes > 1 AND NOT own
"""


def waiting_for(who: str, findings: Collection[int]) -> dict[Key, Rated]:
    """How far the axes of these findings are that are rated by fewer than two or differ, and of which this person fills
    no place. It says the same as `rated_in` and `own_places`, and reads of thousands of ratings no more than that.
    """
    numbers = list(findings)
    with connection.cursor() as cursor:
        cursor.execute(_WAITING, [numbers, who, numbers, [axis.value for axis in Axis]])
        rows = cursor.fetchall()
    differ = {(finding, Axis(axis)): between for finding, axis, places, between in rows if places == 2}
    settled = {
        (row.finding_id, Axis(row.axis)): row.between
        for row in SettledRating.objects.filter(finding__in={finding for finding, _ in differ}).order_by("pk")
    }
    how = (Rated.OPEN, Rated.ONCE, Rated.DIFFERING)
    return {
        key: how[places]
        for finding, axis, places, between in rows
        if not ((key := (finding, Axis(axis))) in differ and settled.get(key) == between)
    }


def both_in_place(finding: Finding, axis: Axis) -> list[int]:
    """The numbers of the ratings that stand in both places, or fewer."""
    return [mark.row for mark in _in_place(_marks([finding])[finding.pk, axis])]


def versions_visible_to(who: str, findings: Iterable[Finding]) -> dict[Key, list[GivenVersion]]:
    """Every version that somebody may see: those of axes rated twice, and their own."""
    found: dict[Key, list[GivenVersion]] = {}
    marks = _marks(findings)
    for row in GivenRating.objects.filter(finding__in=findings).order_by("place", "version"):
        key = (row.finding_id, Axis(row.axis))
        if row.by == who or len(_in_place(marks[key])) == 2:
            found.setdefault(key, []).append(GivenVersion(row, value_of(row)))
    return found


def visible_to(who: str, findings: Iterable[Finding]) -> dict[Key, list[tuple[str, Rating]]]:
    """The ratings in force that somebody may see, each with its rater: those of axes rated twice, and their own."""
    found = {}
    for key, versions in versions_visible_to(who, findings).items():
        newest = {one.row.place: one for one in versions}
        found[key] = [(one.row.by, one.rating) for one in newest.values() if not one.row.withdrawn]
    return found


def first_rater(finding: Finding, axis: Axis) -> str | None:
    """Who rated the axis first; what they gave is not told."""
    return rater(finding, axis, 1)


def first_raters(findings: Iterable[Finding]) -> dict[Key, str]:
    """Who rated each axis first, where somebody did; what they gave is not told."""
    rows = GivenRating.objects.filter(finding__in=findings, place=1).order_by("version")
    newest = {(finding, Axis(axis)): (by, gone) for finding, axis, by, gone in rows.values_list(*_FIRST)}
    return {key: by for key, (by, withdrawn) in newest.items() if not withdrawn}


def rater(finding: Finding, axis: Axis, place: int) -> str | None:
    """Who fills a place of the axis; None where it is open."""
    rows = GivenRating.objects.filter(finding=finding, axis=axis.value, place=place)
    newest = rows.order_by("-version").values_list("by", "withdrawn").first()
    return None if newest is None or newest[1] else str(newest[0])


def raters(assessment: Assessment) -> frozenset[str]:
    """Everybody who rated anything in an assessment."""
    rows = GivenRating.objects.filter(finding__assessment=assessment)
    return frozenset(rows.values_list("by", flat=True))


def own_places(who: str, findings: Iterable[Finding]) -> dict[Key, int]:
    """The place of each axis that somebody fills themselves."""
    rows = GivenRating.objects.filter(finding__in=findings).order_by("place", "version")
    newest = {(row[0], row[1], row[2]): (row[3], row[4]) for row in rows.values_list(*_OWN)}
    return {
        (finding, Axis(axis)): place
        for (finding, axis, place), (by, withdrawn) in newest.items()
        if by == who and not withdrawn
    }


_FIRST = ("finding_id", "axis", "by", "withdrawn")
_OWN = ("finding_id", "axis", "place", "by", "withdrawn")


def standing_codes(findings: Iterable[Finding]) -> dict[Key, str]:
    """The code that stands, for every axis that is rated alike or settled; the others are not in it."""
    places = {key: _in_place(versions) for key, versions in _marks(findings).items()}
    found = {key: both[0].code for key, both in places.items() if len(both) == 2 and both[0].code == both[1].code}
    settled = {key: row.code for key, row in _settled(findings).items() if _still_settles(row, places.get(key, []))}
    return found | settled


def pairs(axis: Axis, findings: Iterable[Finding]) -> list[tuple[int, str, str]]:
    """Finding, first and second code as they were given blind, for every finding whose axis is rated twice.

    What was corrected with the other rating in sight says nothing about how far two raters agree by themselves.
    """
    found = []
    for key, versions in _marks(findings).items():
        if key[1] is axis and len(_in_place(versions)) == 2:
            blind = {mark.place: mark.code for mark in versions if mark.blind and not mark.withdrawn}
            found.append((key[0], blind[1], blind[2]))
    return found


def value_of(row: GivenRating) -> Rating:
    """A stored rating as a value."""
    return Rating(Axis(row.axis), row.code, row.confidence, tuple(row.grounds), row.rationale)
