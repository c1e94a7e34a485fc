"""Ratings given, first and second, corrected or withdrawn by their rater, and differences settled by a third person.

Nothing is overwritten: a correction is another version with its reason. One that was given with the other rating in
sight says so, and does not count where the agreement of raters is measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db import IntegrityError, transaction

from gatehouse.assessment.acting import Given, acting, may_do
from gatehouse.assessment.findings import standing
from gatehouse.assessment.findings.assessments import about_finding, about_piece, require_drafting, require_words
from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.assessment.findings.method import Axis, codes, method
from gatehouse.assessment.findings.models import Assessment, Finding, GivenRating, SettledRating
from gatehouse.assessment.findings.rating import Rating
from gatehouse.assessment.findings.states import Rated, rated_after
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying


def rate(actor: Actor, finding: Finding, rating: Rating) -> Rated:
    """Rate an axis: as its first rater, or as the second one, who is another person and cannot see the first rating.

    How far the axis is then. Raises `FindingsError` where both are in.
    """
    first = standing.first_rater(finding, rating.axis)
    told, given = _asked_as(first)
    with acting(actor, told, about_finding(finding), given=given):
        require_drafting(finding.assessment)
        rated = _now(finding, rating.axis)
        if rated not in (Rated.OPEN, Rated.ONCE) or (rated is Rated.OPEN) != (first is None):
            raise FindingsError(
                Saying("%(axis)s of this finding was rated meanwhile, or twice; look at it again", axis=rating.axis)
            )
        _give(actor, finding, rating, {"place": 1 if first is None else 2})
        return _now(finding, rating.axis)


def may_rate(actor: Actor, finding: Finding, axis: Axis) -> bool:
    """Whether this person could rate the axis now: for showing a way to it. Giving the rating asks again."""
    first = standing.first_rater(finding, axis)
    if _now(finding, axis) not in (Rated.OPEN, Rated.ONCE):
        return False
    told, given = _asked_as(first)
    return may_do(actor, told, about_finding(finding), given)


def rateable(actor: Actor, assessment: Assessment, rated: Mapping[standing.Key, Rated]) -> set[standing.Key]:
    """Of axes of findings of one assessment, with how far each is, those that this person could rate now."""
    findings = list(Finding.objects.filter(assessment=assessment))
    first, about = standing.first_raters(findings), about_piece(assessment, SubjectClass.FINDING, "")
    found = set()
    for (finding, axis), how in rated.items():
        told, given = _asked_as(first.get((finding, axis)))
        is_free = how in (Rated.OPEN, Rated.ONCE)
        if is_free and may_do(actor, told, replace(about, ref=f"finding:{finding}"), given):
            found.add((finding, axis))
    return found


def _asked_as(first: str | None) -> tuple[str, Given]:
    return ("finding.rated", Given()) if first is None else ("finding.rerated", Given(requester=first))


def correct(actor: Actor, finding: Finding, rating: Rating, reason: str) -> Rated:
    """Put another version in the place of one's own rating that was mistaken. How far the axis is then.

    Raises `FindingsError` where the actor has none there.
    """
    require_words(reason)
    place = _own_place(actor, finding, rating.axis)
    told = "rating.corrected" if place == 1 else "rerating.corrected"
    given = Given(requester=standing.first_rater(finding, rating.axis) if place == 2 else None)
    with acting(actor, told, about_finding(finding), given=given):
        require_drafting(finding.assessment)
        _require_own(actor, finding, rating.axis, place)
        alone = _now(finding, rating.axis) is Rated.ONCE
        _give(actor, finding, rating, {"place": place, "reason": reason.strip(), "blind": alone})
        return _now(finding, rating.axis)


def withdraw(actor: Actor, finding: Finding, axis: Axis, reason: str) -> None:
    """Take one's own rating back while no other one is in: the place is open again, for anybody who may rate first.

    Raises `FindingsError` where both are in: what both have seen is corrected, and stays readable.
    """
    require_words(reason)
    if _own_place(actor, finding, axis) != 1:
        raise FindingsError(
            Saying("both ratings are in and were seen; correct yours by a new version, with the reason")
        )
    with acting(actor, "rating.withdrawn", about_finding(finding)):
        require_drafting(finding.assessment)
        _require_own(actor, finding, axis, 1)
        rated_after(_now(finding, axis), "withdraw")
        (row,) = standing.both_in_place(finding, axis)
        given = standing.value_of(GivenRating.objects.get(pk=row))
        _give(actor, finding, given, {"place": 1, "reason": reason.strip(), "withdrawn": True})


def settle(actor: Actor, finding: Finding, axis: Axis, code: str, reason: str) -> None:
    """Settle a difference to a code of the axis, with a reason. Nobody settles a difference that they are half of."""
    require_words(reason)
    if code not in codes()[axis]:
        raise FindingsError(Saying("%(axis)s is rated %(choices)s", axis=axis, choices=", ".join(codes()[axis])))
    with acting(actor, "finding.settled", about_finding(finding), given=Given(reference=f"finding:{finding.pk}")):
        require_drafting(finding.assessment)
        rated_after(_now(finding, axis), "settle")
        if actor.id in {standing.rater(finding, axis, place) for place in (1, 2)}:
            raise FindingsError(Saying("whoever gave one of the two ratings does not settle between them"))
        between = standing.both_in_place(finding, axis)
        SettledRating.objects.create(
            finding=finding, axis=axis.value, code=code, reason=reason.strip(), between=between, by=actor.id
        )


def _now(finding: Finding, axis: Axis) -> Rated:
    return standing.rated_in([finding])[finding.pk, axis]


def _own_place(actor: Actor, finding: Finding, axis: Axis) -> int:
    place = standing.own_places(actor.id, [finding]).get((finding.pk, axis))
    if place is None:
        raise FindingsError(Saying("you have no rating here that stands; there is nothing to correct or to withdraw"))
    return place


def _require_own(actor: Actor, finding: Finding, axis: Axis, place: int) -> None:
    """Nobody else filled the place between the first look and the lock."""
    if standing.rater(finding, axis, place) != actor.id:
        raise FindingsError(Saying("%(axis)s of this finding was changed meanwhile; look at it again", axis=axis))


def _give(actor: Actor, finding: Finding, rating: Rating, told: dict[str, Any]) -> None:
    rows = GivenRating.objects.filter(finding=finding, axis=rating.axis.value, place=told["place"])
    try:
        with transaction.atomic():
            GivenRating.objects.create(
                finding=finding,
                axis=rating.axis.value,
                code=rating.code,
                confidence=rating.confidence,
                grounds=list(rating.grounds),
                rationale=rating.rationale.strip(),
                method=method().version,
                version=rows.count() + 1,
                by=actor.id,
                **told,
            )
    except IntegrityError:
        raise FindingsError(Saying("somebody rated this axis at the same moment; look at it again")) from None
