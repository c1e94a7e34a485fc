"""Findings are written, rated by two, settled by a third, with a stage beside; nothing is overwritten."""

from __future__ import annotations

import datetime as dt
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, connection, transaction

from gatehouse.assessment.confidentiality.marks import keep
from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.findings import assessments, store
from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Assessment, Finding, FindingText, GivenRating
from gatehouse.assessment.findings.rating import Rating
from gatehouse.assessment.findings.roadmap import Roadmap, Step
from gatehouse.assessment.findings.states import Rated
from gatehouse.assessment.states.models import Cycle
from gatehouse.safeguards.decision import Actor, KeptTo

LOW = Rating(Axis.COMPLIANCE, "partly", "medium", ("law-incomplete",), "the law covers arrivals only")
HIGH = Rating(Axis.COMPLIANCE, "fully", "high", (), "the law covers all flights")


def test_a_finding_is_written_once_for_an_obligation(assessor: Actor, assessment: Assessment, finding: Finding) -> None:
    assert finding.number == 1
    assert store.find(assessor, assessment, "2396-12a", "PNR is being built.").number == 2
    for obligation, text in (("2396-11a", "again"), ("paragraph 11", "x"), ("2396-99", "x"), ("2396-13a", " ")):
        with pytest.raises(FindingsError):
            store.find(assessor, assessment, obligation, text)


def test_a_rewritten_finding_keeps_the_text_before(
    assessor: Actor, assessment: Assessment, finding: Finding, grounds: None
) -> None:
    del grounds  # what it rests on has to be there
    store.rewrite(assessor, finding, "Airlines supply data for all flights.", (700_031,), "new law")
    (seen,) = (one for one in store.open_findings(assessor, assessment) if one.finding == finding.pk)
    assert (seen.text, seen.evidence) == ("Airlines supply data for all flights.", (700_031,))
    assert FindingText.objects.filter(finding=finding).count() == 2
    with pytest.raises(FindingsError):
        store.rewrite(assessor, finding, "x", (), " ")


def test_two_persons_rate(assessor: Actor, second: Actor, finding: Finding) -> None:
    assert store.rate(assessor, finding, LOW) is Rated.ONCE
    with pytest.raises(NotAllowedError):
        store.rate(assessor, finding, LOW)
    assert store.rate(second, finding, LOW) is Rated.ALIKE
    with pytest.raises(FindingsError, match="twice"):
        store.rate(second, finding, HIGH)


def test_who_rates_a_second_time_does_not_rate_first(second: Actor, finding: Finding) -> None:
    with pytest.raises(NotAllowedError):
        store.rate(second, finding, LOW)


def test_two_first_ratings_at_the_same_moment(assessor: Actor, lead: Actor, finding: Finding) -> None:
    barrier, gone = Barrier(2), []

    def act(actor: Actor) -> None:
        barrier.wait()
        try:
            gone.append(store.rate(actor, finding, LOW))
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
    store.rate(assessor, finding, LOW)
    with pytest.raises(FindingsError, match="rated-once"):
        store.settle(lead, finding, Axis.COMPLIANCE, "largely", "in between")
    assert store.rate(second, finding, HIGH) is Rated.DIFFERING
    for code, reason in (("largely", " "), ("high", "x")):
        with pytest.raises(FindingsError):
            store.settle(lead, finding, Axis.COMPLIANCE, code, reason)
    with pytest.raises(NotAllowedError):
        store.settle(assessor, finding, Axis.COMPLIANCE, "largely", "mine")
    store.settle(lead, finding, Axis.COMPLIANCE, "largely", "departures are covered by decree")
    (seen,) = store.open_findings(lead, assessment)
    assert seen.standing == {Axis.COMPLIANCE: "largely"}
    assert seen.rated[Axis.COMPLIANCE] is Rated.SETTLED
    assert [rating.code for _, rating in seen.ratings[Axis.COMPLIANCE]] == ["partly", "fully"]


def test_whoever_rated_does_not_settle(second: Actor, lead: Actor, finding: Finding) -> None:
    store.rate(lead, finding, LOW)
    store.rate(second, finding, HIGH)
    with pytest.raises(FindingsError, match="does not settle"):
        store.settle(lead, finding, Axis.COMPLIANCE, "fully", "x")


def test_a_stage_changes_no_rating_and_no_rating_a_stage(
    assessor: Actor, assessment: Assessment, rated: Finding
) -> None:
    (before,) = store.open_findings(assessor, assessment)
    for stage in ("building", "sustained"):
        store.set_stage(assessor, rated, Roadmap(stage, (Step("tender", dt.date(2026, 9, 1)),), "time and money"))
    (after,) = store.open_findings(assessor, assessment)
    assert (before.standing, before.stage) == (after.standing, None)
    assert after.standing == {Axis.COMPLIANCE: "partly", Axis.EFFECTIVENESS: "moderate"}
    assert after.stage.stage == "sustained"


def test_agreement_is_shown_for_each_axis_by_itself(lead: Actor, focal: Actor, cycle: Cycle, rated: Finding) -> None:
    del rated  # rated alike on both axes
    told = store.open_agreement(lead, cycle)
    assert {axis: (each.cases, each.same, each.kappa) for axis, each in told.items()} == dict.fromkeys(
        Axis, (1, None, None)
    )
    with pytest.raises(NotAllowedError):
        store.open_agreement(focal, cycle)


def test_the_state_sees_findings_when_they_are_put_before_it(
    focal: Actor, stranger: Actor, lead: Actor, ready: Assessment
) -> None:
    with pytest.raises(NotAllowedError):
        store.open_findings(focal, ready)
    assessments.put_before_the_state(lead, ready, dt.date(2026, 6, 1))
    assert len(store.open_findings(focal, ready)) == 1
    with pytest.raises(NotAllowedError):
        store.open_findings(stranger, ready)


def test_nothing_changes_while_the_state_has_it(assessor: Actor, lead: Actor, ready: Assessment) -> None:
    assessments.put_before_the_state(lead, ready, dt.date(2026, 6, 1))
    with pytest.raises(FindingsError, match="with-the-state"):
        store.find(assessor, ready, "2396-13a", "Lists are kept.")


@pytest.mark.parametrize("table", ["findingtext", "givenrating", "finding"])
def test_rows_stay(rated: Finding, table: str) -> None:
    del rated
    with pytest.raises(DatabaseError, match="is kept"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM assessment_findings_{table}")


def test_what_the_state_keeps_is_left_out_for_the_committee(
    lead: Actor, focal: Actor, member: Actor, other_member: Actor, ready: Assessment
) -> None:
    finding = Finding.objects.get()
    store.rewrite(lead, finding, "Airlines supply data.\n\nThe system stands in one hall.", (), "more detail")
    assessments.put_before_the_state(lead, ready, dt.date(2026, 6, 1))
    keep(focal, store.about_finding(finding), "where it stands", "The system stands in one hall.", KeptTo.TEAM)
    assessments.end_reply(focal, ready)
    assessments.adopt(member, ready, other_member)
    (to_committee,) = store.open_findings(member, ready)
    assert to_committee.text == "Airlines supply data."
    for reader in (lead, focal):
        assert "one hall" in store.open_findings(reader, ready)[0].text
