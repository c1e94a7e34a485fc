"""Ratings are given by two, corrected by their rater in versions, withdrawn while alone, settled by a third."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from django.db import connection

from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.findings import giving, history, standing, store
from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Assessment, Finding, GivenRating
from gatehouse.assessment.findings.rating import Rating
from gatehouse.assessment.findings.states import RATING, Rated
from gatehouse.safeguards.decision import Actor

LOW = Rating(Axis.COMPLIANCE, "partly", "medium", ("law-incomplete",), "the law covers arrivals only")
HIGH = Rating(Axis.COMPLIANCE, "fully", "high", (), "the law covers all flights")


def test_two_persons_rate(assessor: Actor, second: Actor, finding: Finding) -> None:
    assert giving.rate(assessor, finding, LOW) is Rated.ONCE
    with pytest.raises(NotAllowedError):
        giving.rate(assessor, finding, LOW)
    assert giving.rate(second, finding, LOW) is Rated.ALIKE
    with pytest.raises(FindingsError, match="twice"):
        giving.rate(second, finding, HIGH)


def test_who_rates_a_second_time_does_not_rate_first(second: Actor, finding: Finding) -> None:
    with pytest.raises(NotAllowedError):
        giving.rate(second, finding, LOW)


def test_two_first_ratings_at_the_same_moment(assessor: Actor, lead: Actor, finding: Finding) -> None:
    barrier, gone = Barrier(2), []

    def act(actor: Actor) -> None:
        barrier.wait()
        try:
            gone.append(giving.rate(actor, finding, LOW))
        except FindingsError as refusal:
            gone.append(refusal)
        finally:
            connection.close()

    threads = [Thread(target=act, args=(actor,)) for actor in (assessor, lead)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows = list(GivenRating.objects.order_by("place").values_list("place", "by"))
    assert len({by for _, by in rows}) == len(rows) in (1, 2)
    assert len(gone) == 2


def test_a_difference_is_settled_by_a_third_with_a_reason(
    assessor: Actor, second: Actor, lead: Actor, assessment: Assessment, finding: Finding
) -> None:
    giving.rate(assessor, finding, LOW)
    with pytest.raises(FindingsError, match="rated-once"):
        giving.settle(lead, finding, Axis.COMPLIANCE, "largely", "in between")
    assert giving.rate(second, finding, HIGH) is Rated.DIFFERING
    for code, reason in (("largely", " "), ("high", "x")):
        with pytest.raises(FindingsError):
            giving.settle(lead, finding, Axis.COMPLIANCE, code, reason)
    with pytest.raises(NotAllowedError):
        giving.settle(assessor, finding, Axis.COMPLIANCE, "largely", "mine")
    giving.settle(lead, finding, Axis.COMPLIANCE, "largely", "departures are covered by decree")
    (seen,) = store.open_findings(lead, assessment)
    assert seen.standing == {Axis.COMPLIANCE: "largely"}
    assert seen.rated[Axis.COMPLIANCE] is Rated.SETTLED
    assert [rating.code for _, rating in seen.ratings[Axis.COMPLIANCE]] == ["partly", "fully"]


def test_whoever_rated_does_not_settle(second: Actor, lead: Actor, finding: Finding) -> None:
    giving.rate(lead, finding, LOW)
    giving.rate(second, finding, HIGH)
    with pytest.raises(FindingsError, match="does not settle"):
        giving.settle(lead, finding, Axis.COMPLIANCE, "fully", "x")


def stands(finding: Finding) -> Rated:
    """How far the axis is."""
    return standing.rated_of(finding.assessment)[finding.pk, Axis.COMPLIANCE]


def test_a_mistaken_rating_is_corrected_blind_by_another_version(
    assessor: Actor, second: Actor, finding: Finding
) -> None:
    giving.rate(assessor, finding, LOW)
    with pytest.raises(FindingsError, match="no rating here"):
        giving.correct(second, finding, HIGH, "not mine")
    assert giving.correct(assessor, finding, HIGH, "I had the old law before me") is Rated.ONCE
    assert standing.visible_to(second.id, [finding]) == {}
    assert history.open_history(second, finding).ratings[Axis.COMPLIANCE] == []
    own = history.open_history(assessor, finding).ratings[Axis.COMPLIANCE]
    told = [(one.rating.code, one.corrects, one.blind) for one in own]
    assert told == [("partly", False, True), ("fully", True, True)]
    assert giving.rate(second, finding, HIGH) is RATING[Rated.ONCE, "rate-alike"]
    assert standing.standing_codes([finding]) == {(finding.pk, Axis.COMPLIANCE): "fully"}


def test_what_is_corrected_with_the_other_in_sight_says_so_and_does_not_count_as_agreement(
    assessor: Actor, second: Actor, lead: Actor, finding: Finding
) -> None:
    giving.rate(assessor, finding, LOW)
    giving.rate(second, finding, HIGH)
    assert giving.correct(second, finding, LOW, "I overlooked departures") is RATING[Rated.DIFFERING, "correct-alike"]
    assert standing.standing_codes([finding]) == {(finding.pk, Axis.COMPLIANCE): "partly"}
    assert standing.pairs(Axis.COMPLIANCE, [finding]) == [(finding.pk, "partly", "fully")]
    told = history.open_history(lead, finding).ratings[Axis.COMPLIANCE]
    seen = [(one.place, one.corrects, one.blind) for one in told]
    assert seen == [(1, False, True), (2, False, True), (2, True, False)]
    assert giving.correct(assessor, finding, HIGH, "I found the decree") is RATING[Rated.ALIKE, "correct-otherwise"]


def test_a_correction_opens_what_was_settled_and_it_is_settled_anew(
    assessor: Actor, second: Actor, lead: Actor, finding: Finding
) -> None:
    giving.rate(assessor, finding, LOW)
    giving.rate(second, finding, HIGH)
    giving.settle(lead, finding, Axis.COMPLIANCE, "largely", "in between")
    middle = Rating(Axis.COMPLIANCE, "not", "low", ("no-law",), "the law was struck down")
    assert giving.correct(assessor, finding, middle, "a judgment of May") is RATING[Rated.SETTLED, "correct-otherwise"]
    assert standing.standing_codes([finding]) == {}
    giving.settle(lead, finding, Axis.COMPLIANCE, "partly", "the judgment is under appeal")
    giving.settle(lead, finding, Axis.COMPLIANCE, "not", "the appeal failed")
    assert stands(finding) is RATING[Rated.SETTLED, "settle"]
    assert standing.standing_codes([finding]) == {(finding.pk, Axis.COMPLIANCE): "not"}
    settled = history.open_history(lead, finding).settled[Axis.COMPLIANCE]
    assert [one.code for one in settled] == ["largely", "partly", "not"]


def test_a_lone_rating_is_withdrawn_and_the_place_is_open(
    assessor: Actor, second: Actor, lead: Actor, assessment: Assessment, finding: Finding
) -> None:
    giving.rate(assessor, finding, LOW)
    with pytest.raises(FindingsError, match="words are needed"):
        giving.withdraw(assessor, finding, Axis.COMPLIANCE, " ")
    giving.withdraw(assessor, finding, Axis.COMPLIANCE, "of another finding")
    assert stands(finding) is RATING[Rated.ONCE, "withdraw"]
    assert standing.visible_to(assessor.id, [finding])[finding.pk, Axis.COMPLIANCE] == []
    with pytest.raises(FindingsError, match="no rating here"):
        giving.correct(assessor, finding, HIGH, "again")
    giving.rate(lead, finding, HIGH)
    assert giving.rate(assessor, finding, LOW) is Rated.DIFFERING
    with pytest.raises(FindingsError, match="were seen"):
        giving.withdraw(assessor, finding, Axis.COMPLIANCE, "too late")
    with pytest.raises(FindingsError):
        giving.withdraw(lead, finding, Axis.COMPLIANCE, "too late as well")
    assert GivenRating.objects.filter(finding=finding, place=1).count() == 3
    assert len(store.open_findings(second, assessment)[0].ratings[Axis.COMPLIANCE]) == 2


def test_who_may_rate_is_shown_as_it_is(assessor: Actor, second: Actor, member: Actor, finding: Finding) -> None:
    def may() -> list[bool]:
        return [giving.may_rate(who, finding, Axis.COMPLIANCE) for who in (assessor, second, member)]

    assert may() == [True, False, False]
    giving.rate(assessor, finding, LOW)
    assert may() == [False, True, False]
    giving.rate(second, finding, LOW)
    assert may() == [False, False, False]
