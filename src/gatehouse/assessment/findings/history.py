"""How a finding came to be what it is: versions of its words, ratings with their corrections, settlings, replies.

A reader has of each version what they may have of the finding: nothing that is to be blind, nothing that is kept.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from gatehouse.assessment.acting import acting
from gatehouse.assessment.confidentiality.marks import kept
from gatehouse.assessment.confidentiality.reading import cutter
from gatehouse.assessment.findings import standing
from gatehouse.assessment.findings.assessments import about_finding
from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import CapabilityStage, Finding, FindingText, Reply, SettledRating
from gatehouse.assessment.findings.rating import Rating, cut_rating
from gatehouse.assessment.findings.roadmap import Roadmap
from gatehouse.safeguards.decision import Actor

Cut = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Told:
    """Words of somebody, as one reader has them: a version of a finding, the State's reply, why it was settled."""

    by: str
    at: dt.datetime
    text: str
    reason: str = ""
    evidence: tuple[int, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class GivenTold:
    """A version of a rating as one reader has it. `corrects`: it took the place of one before, for the `reason`."""

    by: str
    at: dt.datetime
    place: int
    rating: Rating
    reason: str
    corrects: bool
    withdrawn: bool
    blind: bool


@dataclass(frozen=True, slots=True)
class History:
    """All that was written beside one finding, oldest first."""

    texts: tuple[Told, ...]
    ratings: dict[Axis, list[GivenTold]]
    settled: dict[Axis, list[Told]]
    stages: tuple[tuple[str, dt.datetime, Roadmap], ...]
    replies: tuple[Told, ...]


NOTHING = History((), {axis: [] for axis in Axis}, {axis: [] for axis in Axis}, (), ())


def open_history(actor: Actor, finding: Finding) -> History:
    """The history of a finding as the actor may see it. Ratings that are to be blind are not in it."""
    subject = about_finding(finding)
    with acting(actor, "material.opened", subject):
        cut = cutter(actor, subject, kept([subject.ref]).get(subject.ref, {}))
        if cut is None:
            return NOTHING
        return History(
            tuple(
                Told(row.by, row.at, cut(row.text), cut(row.reason), tuple(row.evidence))
                for row in FindingText.objects.filter(finding=finding).order_by("pk")
            ),
            _given(actor, finding, cut),
            _settled(finding, cut),
            tuple(
                (row.by, row.at, Roadmap.of(row).cut(cut))
                for row in CapabilityStage.objects.filter(finding=finding).order_by("pk")
            ),
            tuple(Told(row.by, row.at, cut(row.text)) for row in Reply.objects.filter(finding=finding).order_by("pk")),
        )


def _given(actor: Actor, finding: Finding, cut: Cut) -> dict[Axis, list[GivenTold]]:
    seen = standing.versions_visible_to(actor.id, [finding])
    return {axis: [_version(one, cut) for one in seen.get((finding.pk, axis), [])] for axis in Axis}


def _version(one: standing.GivenVersion, cut: Cut) -> GivenTold:
    row = one.row
    return GivenTold(
        row.by,
        row.at,
        row.place,
        cut_rating(one.rating, cut),
        cut(row.reason),
        one.is_correction and not row.withdrawn,
        row.withdrawn,
        row.blind,
    )


def _settled(finding: Finding, cut: Cut) -> dict[Axis, list[Told]]:
    found: dict[Axis, list[Told]] = {axis: [] for axis in Axis}
    for row in SettledRating.objects.filter(finding=finding).order_by("pk"):
        found[Axis(row.axis)].append(Told(row.by, row.at, cut(row.reason), code=row.code))
    return found
