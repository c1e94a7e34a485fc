"""How far a rating is follows the table of its states."""

from __future__ import annotations

from gatehouse.assessment.findings import giving, standing
from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Assessment, Finding
from gatehouse.assessment.findings.rating import Rating
from gatehouse.assessment.findings.states import RATING, Rated
from gatehouse.safeguards.decision import Actor

LOW = Rating(Axis.COMPLIANCE, "partly", "medium", ("law-incomplete",), "the law covers arrivals only")
HIGH = Rating(Axis.COMPLIANCE, "fully", "high", (), "the law covers all flights")


def test_an_axis_goes_along_the_arrows(
    assessor: Actor, second: Actor, lead: Actor, assessment: Assessment, finding: Finding
) -> None:
    def now() -> Rated:
        return standing.rated_of(assessment)[finding.pk, Axis.COMPLIANCE]

    assert now() is Rated.OPEN
    giving.rate(assessor, finding, LOW)
    assert now() is RATING[Rated.OPEN, "rate"]
    assert standing.first_rater(finding, Axis.COMPLIANCE) == assessor.id
    giving.rate(second, finding, HIGH)
    assert now() is RATING[Rated.ONCE, "rate-otherwise"]
    assert standing.standing_codes([finding]) == {}
    giving.settle(lead, finding, Axis.COMPLIANCE, "largely", "between them")
    assert now() is RATING[Rated.DIFFERING, "settle"]
    assert standing.standing_codes([finding]) == {(finding.pk, Axis.COMPLIANCE): "largely"}
    assert standing.pairs(Axis.COMPLIANCE, [finding]) == [(finding.pk, "partly", "fully")]


def test_rated_alike_stands_without_anybody_settling(assessment: Assessment, rated: Finding) -> None:
    assert set(standing.rated_of(assessment).values()) == {Rated.ALIKE}
    assert standing.standing_codes([rated]) == {
        (rated.pk, Axis.COMPLIANCE): "partly", (rated.pk, Axis.EFFECTIVENESS): "moderate",
    }  # fmt: skip


def test_what_waits_for_somebody_is_what_is_told_of_every_axis(
    assessor: Actor, second: Actor, lead: Actor, assessment: Assessment, finding: Finding
) -> None:
    def same() -> int:
        findings, told = [finding], 0
        for who in (assessor, second, lead):
            own = standing.own_places(who.id, findings)
            wanted = {
                key: how
                for key, how in standing.rated_in(findings).items()
                if how in (Rated.OPEN, Rated.ONCE, Rated.DIFFERING) and key not in own
            }
            assert standing.waiting_for(who.id, [finding.pk]) == wanted
            told += len(wanted)
        return told

    assert same() == 6
    giving.rate(assessor, finding, LOW)
    assert same() == 5
    giving.withdraw(assessor, finding, Axis.COMPLIANCE, "of another finding")
    assert same() == 6
    giving.rate(assessor, finding, LOW)
    giving.rate(second, finding, HIGH)
    assert same() == 4
    giving.settle(lead, finding, Axis.COMPLIANCE, "largely", "between them")
    assert same() == 3
    giving.correct(second, finding, Rating(Axis.COMPLIANCE, "fully", "low", (), "again"), "one airport")
    assert same() == 4, "a correction opens what was settled"
    rated = standing.rated_in([finding])
    for who in (assessor, second, lead):
        one_by_one = {(pk, axis) for pk, axis in rated if giving.may_rate(who, finding, axis)}
        assert giving.rateable(who, assessment, rated) == one_by_one
