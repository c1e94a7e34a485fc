"""An assessment that is being drafted, with a finding; and two who rate."""

from __future__ import annotations

import pytest

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.findings import assessments, giving, store
from gatehouse.assessment.findings.method import Axis, gates
from gatehouse.assessment.findings.models import Assessment, Finding
from gatehouse.assessment.findings.rating import Rating
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role

LOW = Rating(Axis.COMPLIANCE, "partly", "medium", ("law-incomplete",), "the law covers arrivals only")
HIGH = Rating(Axis.COMPLIANCE, "fully", "high", (), "the law covers all flights")
EFFECT = Rating(Axis.EFFECTIVENESS, "moderate", "low", ("no-results",), "few results were shown")
GATE_TEXT = (
    "Women, men and children were considered in every chapter, with the figures and those who were consulted named."
)


@pytest.fixture
def second(actor: Actor, altona: State, cycle: Cycle) -> Actor:
    """Who rates a second time."""
    second = Actor("account:3", Role.SECOND_ASSESSOR)
    name_member(actor, altona, cycle, second)
    return second


@pytest.fixture
def assessment(assessor: Actor, altona: State, cycle: Cycle) -> Assessment:
    """The assessment of Altona, begun."""
    return assessments.begin(assessor, altona, cycle)


@pytest.fixture
def finding(assessor: Actor, assessment: Assessment) -> Finding:
    """A finding against one obligation."""
    return store.find(assessor, assessment, "2396-11a", "Airlines supply data for arrivals.")


@pytest.fixture
def rated(assessor: Actor, second: Actor, finding: Finding) -> Finding:
    """The finding rated alike by two on both axes."""
    for rating in (LOW, EFFECT):
        for who in (assessor, second):
            giving.rate(who, finding, rating)
    return finding


@pytest.fixture
def ready(assessor: Actor, assessment: Assessment, rated: Finding) -> Assessment:
    """An assessment in which nothing is missing."""
    del rated
    for gate in gates():
        assessments.write_gate(assessor, assessment, gate, GATE_TEXT)
    return assessment
