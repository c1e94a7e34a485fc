"""Actors of an assessment, a State and a cycle."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.states import store
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.states.state_code import Names
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role


@pytest.fixture
def actor() -> Actor:
    """Somebody who runs commands."""
    return Actor("operator:1000", Role.OPERATOR)


@pytest.fixture
def altona(database: Path, actor: Actor) -> State:
    """A State that does not exist."""
    del database
    return store.add_state(actor, "X-AL", "demo-north", Names("Altona", "阿尔托纳"))


@pytest.fixture
def cycle(database: Path, actor: Actor) -> Cycle:
    """An open cycle."""
    del database
    return store.move_cycle(actor, store.add_cycle(actor, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31)), "open")


@pytest.fixture
def lead(actor: Actor, altona: State, cycle: Cycle) -> Actor:
    """The team lead for Altona."""
    from gatehouse.assessment.access.teams import name_member

    lead = Actor("account:1", Role.TEAM_LEAD)
    name_member(actor, altona, cycle, lead)
    return lead


@pytest.fixture
def assessor(actor: Actor, altona: State, cycle: Cycle) -> Actor:
    """An assessor of Altona."""
    from gatehouse.assessment.access.teams import name_member

    assessor = Actor("account:2", Role.ASSESSOR)
    name_member(actor, altona, cycle, assessor)
    return assessor


@pytest.fixture
def focal() -> Actor:
    """Who speaks for Altona."""
    return Actor("account:10", Role.STATE_FOCAL_POINT, state="X-AL")


@pytest.fixture
def stranger() -> Actor:
    """Who speaks for another State."""
    return Actor("account:11", Role.STATE_FOCAL_POINT, state="X-BE")


@pytest.fixture
def member() -> Actor:
    """A member of the committee."""
    return Actor("account:20", Role.COMMITTEE_MEMBER)


@pytest.fixture
def other_member() -> Actor:
    """Another member of the committee."""
    return Actor("account:21", Role.COMMITTEE_MEMBER)


@pytest.fixture
def donor() -> Actor:
    """Somebody who helps."""
    return Actor("account:30", Role.DONOR)


@pytest.fixture
def anybody() -> Actor:
    """Somebody without any role here."""
    return Actor("account:99", Role.PUBLIC)


FINDINGS = {700_007: "2396-2", 700_009: "2396-12a", 700_011: "2396-13a"}
"""Findings that stand, by their numbers in the store, far from those that tests are given."""
EVIDENCE = (700_003, 700_031, 700_032)


@pytest.fixture
def grounds(assessor: Actor, altona: State, cycle: Cycle) -> None:
    """What recommendations follow from and progress is shown by: findings and evidence of Altona."""
    from gatehouse.assessment.evidence.models import Item
    from gatehouse.assessment.findings import assessments
    from gatehouse.assessment.findings.models import Finding, FindingText

    begun = assessments.begin(assessor, altona, cycle)
    for number, (key, duty) in enumerate(FINDINGS.items(), 101):
        made = Finding.objects.create(pk=key, assessment=begun, number=number, obligation=duty)
        FindingText.objects.create(finding=made, text="Posts stand empty.", by=assessor.id)
    for key in EVIDENCE:
        told = {"kind": "observation", "title": "Posts", "told": "Seen.", "sha256": "0" * 64, "added_by": assessor.id}
        Item.objects.create(pk=key, state=altona, cycle=cycle, from_the_state=False, **told)


@pytest.fixture
def recommendation(assessor: Actor, altona: State, cycle: Cycle, grounds: None) -> Recommendation:
    """A draft for Altona."""
    del grounds  # what it follows from has to be there
    from gatehouse.assessment.recommendations import store as recommendations
    from gatehouse.assessment.recommendations.draft import Draft

    said = Draft(
        "Staff both posts at night.", "2396-2", (700_007, 700_009), 1, "Border police", "resources", "nights staffed"
    )
    return recommendations.draft(assessor, altona, cycle, said)


@pytest.fixture
def adopted(
    recommendation: Recommendation, lead: Actor, focal: Actor, member: Actor, other_member: Actor
) -> Recommendation:
    """The same one, replied to, adopted and shared."""
    from gatehouse.assessment.recommendations import store as recommendations

    recommendations.move(lead, recommendation, "propose")
    recommendations.reply(focal, recommendation, "accepted", "We will.")
    recommendations.adopt(member, other_member, recommendation, dt.date(2026, 8, 31))
    return recommendations.share(member, other_member, recommendation, "decision 3")
