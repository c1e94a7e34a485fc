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
