"""Findings are written with a stage beside; nothing is overwritten, not even by two who write at once."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction

from gatehouse.assessment.confidentiality.marks import keep
from gatehouse.assessment.errors import ChangedMeanwhileError, NotAllowedError
from gatehouse.assessment.findings import adoption, assessments, giving, history, store
from gatehouse.assessment.findings.assessments import about_finding
from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Assessment, Finding, FindingText
from gatehouse.assessment.findings.rating import Rating
from gatehouse.assessment.findings.roadmap import Roadmap, Step
from gatehouse.assessment.findings.store import Said
from gatehouse.assessment.states.models import Cycle
from gatehouse.safeguards.decision import Actor, KeptTo


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
    store.rewrite(assessor, finding, Said("Airlines supply data for all flights.", (700_031,)), "new law")
    (seen,) = (one for one in store.open_findings(assessor, assessment) if one.finding == finding.pk)
    assert (seen.text, seen.evidence) == ("Airlines supply data for all flights.", (700_031,))
    assert FindingText.objects.filter(finding=finding).count() == 2
    with pytest.raises(FindingsError):
        store.rewrite(assessor, finding, Said("x"), " ")


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
    assessor: Actor, lead: Actor, focal: Actor, member: Actor, other_member: Actor, ready: Assessment
) -> None:
    finding = Finding.objects.get()
    kept = "The system stands in one hall."
    store.rewrite(lead, finding, Said(f"Airlines supply data.\n\n{kept}"), kept)
    low = Rating(Axis.COMPLIANCE, "partly", "medium", ("law-incomplete",), kept)
    giving.correct(assessor, finding, low, f"As was seen:\n\n{kept}")
    store.set_stage(lead, finding, Roadmap("building", (Step(kept, dt.date(2026, 9, 1)),), kept))
    assessments.put_before_the_state(lead, ready, dt.date(2026, 6, 1))
    keep(focal, about_finding(finding), "where it stands", "The system stands in one hall.", KeptTo.TEAM)
    assessments.end_reply(focal, ready)
    adoption.adopt(member, ready, other_member)
    (to_committee,) = store.open_findings(member, ready)
    assert to_committee.text == "Airlines supply data."
    told = history.open_history(member, finding)
    assert "one hall" not in repr((to_committee, told))
    assert (to_committee.stage.stage, to_committee.stage.steps) == ("building", ())
    assert [one.rating.rationale for one in told.ratings[Axis.COMPLIANCE] if one.corrects] == ["[…]"]
    for reader in (lead, focal):
        assert "one hall" in store.open_findings(reader, ready)[0].text
        assert repr(history.open_history(reader, finding)).count("one hall") == 6


def test_two_who_rewrite_at_once_are_both_kept(assessor: Actor, lead: Actor, finding: Finding) -> None:
    seen = store.newest_text(finding).pk
    store.rewrite(lead, finding, Said("The lead's words."), "what I saw", seen)
    with pytest.raises(ChangedMeanwhileError) as overtaken:
        store.rewrite(assessor, finding, Said("The assessor's words."), "what I read", seen)
    assert (overtaken.value.current.text, overtaken.value.offered.text) == (
        "The lead's words.",
        "The assessor's words.",
    )
    store.rewrite(assessor, finding, Said("Both."), "put together", overtaken.value.current.pk)
    told = history.open_history(lead, finding)
    assert [one.text for one in told.texts] == ["Airlines supply data for arrivals.", "The lead's words.", "Both."]
    with pytest.raises(ChangedMeanwhileError):
        store.set_stage(lead, finding, Roadmap("building"), 7)
    store.set_stage(lead, finding, Roadmap("building"), 0)
    assert [one.stage for _, _, one in history.open_history(assessor, finding).stages] == ["building"]
