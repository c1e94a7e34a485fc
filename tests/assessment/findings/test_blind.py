"""The second rater is blind: nothing of the first rating comes out by any way of reading until both are in.

Every function of the rooms that takes an actor and reads is called, for everybody who is not the first rater; a new one
that is not in the list below is found by the last test.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest

from gatehouse.assessment import cycle as the_cycle
from gatehouse.assessment.errors import AssessmentError
from gatehouse.assessment.evidence import store as evidence
from gatehouse.assessment.findings import adoption, assessments, giving, history, standing, store
from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Assessment, Finding
from gatehouse.assessment.findings.rating import Rating
from gatehouse.assessment.findings.states import Rated
from gatehouse.assessment.questions.answers import Place
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.translations import store as translations
from gatehouse.audit import log
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role

FIRST = Rating(Axis.COMPLIANCE, "partly", "medium", ("law-incomplete",), "MARKED-RATIONALE of the first")
MARKS = ("MARKED-RATIONALE", "'partly'", '"partly"', "law-incomplete", "medium")
Read = Callable[[Actor, Assessment], object]

READS: dict[str, Read] = {
    "findings": store.open_findings,
    "agreement": lambda actor, of: store.open_agreement(actor, of.cycle),
    "the cycle": lambda actor, of: the_cycle.where(actor, Place(of.state, of.cycle, questionnaire_of("survey"))),
    "evidence": lambda actor, of: evidence.open_items(actor, of.state, of.cycle),
    "what is lacking": lambda _, of: assessments.lacking(of),
    "how far it is": lambda _, of: standing.rated_of(of),
    "what stands": lambda _, of: standing.standing_codes(of.findings.all()),
    "pairs": lambda _, of: standing.pairs(Axis.COMPLIANCE, of.findings.all()),
    "visible ratings": lambda actor, of: standing.visible_to(actor.id, of.findings.all()),
    "first rater": lambda _, of: standing.first_rater(of.findings.get(), Axis.COMPLIANCE),
    "gates": lambda _, of: assessments.gate_texts(of),
    "the history": lambda actor, of: history.open_history(actor, of.findings.get()),
    "translations": lambda actor, of: translations.open_translations(actor, store.source_of(of.findings.get())),
    "the sections": lambda actor, of: assessments.open_sections(actor, of),
    "every version": lambda actor, of: standing.versions_visible_to(actor.id, of.findings.all()),
    "own places": lambda actor, of: standing.own_places(actor.id, of.findings.all()),
    "who rated": lambda _, of: standing.raters(of),
    "whose turn it is": lambda actor, of: giving.may_rate(actor, of.findings.get(), Axis.COMPLIANCE),
    "what waits": lambda actor, of: standing.waiting_for(actor.id, [one.pk for one in of.findings.all()]),
    "who was first": lambda _, of: standing.first_raters(of.findings.all()),
    "who wrote": lambda _, of: adoption.authors(of),
    "the log": lambda *_: b"".join(body for _, body in log.leaves(0, log.size())),
    "putting it forward": lambda actor, of: assessments.put_before_the_state(actor, of, assessments.today()),
    "settling": lambda actor, of: giving.settle(actor, of.findings.get(), Axis.COMPLIANCE, "largely", "x"),
}


def read(way: Read, actor: Actor, of: Assessment) -> str:
    """What comes out, as text; a refusal's text is what comes out as well."""
    try:
        return repr(way(actor, of))
    except AssessmentError as refusal:
        return str(refusal)


@pytest.fixture
def others(second: Actor, lead: Actor, focal: Actor, member: Actor, donor: Actor) -> list[Actor]:
    """Everybody but the first rater."""
    return [second, lead, focal, member, donor, Actor("account:99", Role.PUBLIC)]


@pytest.mark.parametrize("name", READS)
def test_nobody_else_reads_a_first_rating(
    name: str, assessor: Actor, assessment: Assessment, finding: Finding, others: list[Actor]
) -> None:
    assert giving.rate(assessor, finding, FIRST) is Rated.ONCE
    for other in others:
        out = read(READS[name], other, assessment)
        assert not [mark for mark in MARKS if mark in out], (other.role, name)


def test_the_rater_reads_their_own(assessor: Actor, assessment: Assessment, finding: Finding) -> None:
    giving.rate(assessor, finding, FIRST)
    (seen,) = store.open_findings(assessor, assessment)
    assert seen.ratings[Axis.COMPLIANCE] == [(assessor.id, FIRST)]
    assert seen.standing == {}


def test_both_are_read_when_both_are_in(
    assessor: Actor, second: Actor, assessment: Assessment, finding: Finding
) -> None:
    giving.rate(assessor, finding, FIRST)
    other = Rating(Axis.COMPLIANCE, "largely", "high", ("not-applied",), "what the second found")
    assert giving.rate(second, finding, other) is Rated.DIFFERING
    for reader in (assessor, second):
        (seen,) = store.open_findings(reader, assessment)
        assert seen.ratings[Axis.COMPLIANCE] == [(assessor.id, FIRST), (second.id, other)]
    assert "MARKED-RATIONALE" in read(READS["findings"], second, assessment)


def test_one_axis_opens_without_the_other(
    assessor: Actor, second: Actor, assessment: Assessment, finding: Finding
) -> None:
    effect = Rating(Axis.EFFECTIVENESS, "high", "high", (), "results were shown")
    giving.rate(assessor, finding, FIRST)
    giving.rate(assessor, finding, effect)
    giving.rate(second, finding, effect)
    (seen,) = store.open_findings(second, assessment)
    assert seen.ratings[Axis.COMPLIANCE] == []
    assert len(seen.ratings[Axis.EFFECTIVENESS]) == 2


def test_only_one_module_touches_the_table_of_ratings() -> None:
    for module in (assessments, adoption, history, the_cycle, evidence):
        assert "GivenRating" not in inspect.getsource(module)
    reads = [line for line in inspect.getsource(store).splitlines() if "GivenRating" in line]
    assert reads == []
    reads = [line.strip() for line in inspect.getsource(giving).splitlines() if "GivenRating" in line]
    assert reads == [
        "from gatehouse.assessment.findings.models import Assessment, Finding, GivenRating, SettledRating",
        "given = standing.value_of(GivenRating.objects.get(pk=row))",
        'rows = GivenRating.objects.filter(finding=finding, axis=rating.axis.value, place=told["place"])',
        "GivenRating.objects.create(",
    ], "a rater's own, and how many versions there are"


def test_no_way_of_reading_is_left_out() -> None:
    modules = (store, evidence, assessments, adoption, giving, history, translations)
    opening = {name for module in modules for name in vars(module) if name.startswith("open_")}
    of_findings = {"open_findings", "open_agreement", "open_history", "open_translations", "open_sections"}
    assert opening == of_findings | {"open_items", "open_file"}
