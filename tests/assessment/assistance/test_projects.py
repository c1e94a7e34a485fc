"""Projects rest on a request, are consulted about, measured, and closed; duplicates are found."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from gatehouse.assessment.assistance import needs, projects
from gatehouse.assessment.assistance.effect import Measured
from gatehouse.assessment.assistance.errors import AssistanceError
from gatehouse.assessment.assistance.models import Need, Project
from gatehouse.assessment.errors import ChangedMeanwhileError, NotAllowedError
from gatehouse.assessment.states.models import State
from gatehouse.safeguards.decision import Actor

PLANNED = projects.Planned(
    "Posts at night",
    "borders",
    "Fund for Borders",
    Decimal("250000.00"),
    "USD",
    dt.date(2026, 9, 1),
    dt.date(2027, 8, 31),
    "note verbale 12",
)


@pytest.fixture
def need(altona: State, focal: Actor, member: Actor, other_member: Actor) -> Need:
    stated = needs.state_need(focal, altona, "borders", "Posts for the night.")
    return needs.share_need(member, other_member, stated, "decision 3")


@pytest.fixture
def project(need: Need, altona: State, donor: Actor) -> Project:
    return projects.make(donor, altona, PLANNED, [need])


@pytest.mark.parametrize(
    "wrong",
    [
        {"request": " "},
        {"ends": dt.date(2026, 8, 1)},
        {"budget": Decimal(-1)},
        {"currency": "dollars"},
        {"theme": "magic"},
        {"name": ""},
        {"donor": " "},
    ],
    ids=str,
)
def test_what_contradicts_itself_is_refused(wrong: dict[str, object], altona: State, donor: Actor) -> None:
    with pytest.raises(AssistanceError):
        projects.make(donor, altona, replace(PLANNED, **wrong))


def test_needs_that_are_not_shared_or_another_states_are_not_served(altona: State, focal: Actor, donor: Actor) -> None:
    private = needs.state_need(focal, altona, "borders", "Not yet shared.")
    with pytest.raises(AssistanceError, match="shared"):
        projects.make(donor, altona, PLANNED, [private])


def test_it_is_closed_only_when_its_effect_was_measured(project: Project, need: Need, donor: Actor) -> None:
    with pytest.raises(AssistanceError, match="consult"):
        projects.move(donor, project, "approve")
    for event in ("consult", "approve", "start", "finish"):
        projects.move(donor, project, event)
    with pytest.raises(AssistanceError, match="no indicator"):
        projects.move(donor, project, "close")
    aim = Measured("nights staffed", "percent", Decimal(40), dt.date(2026, 9, 1), Decimal(90))
    indicator = projects.add_indicator(donor, project, aim)
    with pytest.raises(AssistanceError, match="not measured"):
        projects.move(donor, project, "close")
    with pytest.raises(AssistanceError):
        projects.measure(donor, indicator, Decimal(70), dt.date(2027, 8, 1), "certain", "Trained 12.")
    projects.measure(donor, indicator, Decimal(70), dt.date(2027, 8, 1), "medium", "Trained 12 officers.")
    projects.move(donor, project, "close", Decimal("240000"))
    need.refresh_from_db()
    assert need.met_at is not None
    assert [one.share for one in projects.indicators(project)] == [Decimal("0.6")]
    assert not projects.running_now(project)


def test_of_two_who_move_it_at_once_the_second_is_told(project: Project, donor: Actor) -> None:
    seen = Project.objects.get(pk=project.pk)
    projects.move(donor, project, "consult")
    with pytest.raises(ChangedMeanwhileError):
        projects.move(donor, seen, "drop")


def test_the_matrix_shows_all_and_finds_duplicates(
    project: Project, altona: State, donor: Actor, member: Actor, anybody: Actor
) -> None:
    other = projects.make(donor, altona, replace(PLANNED, name="Night posts", donor="Another fund"))
    assert projects.matrix(donor) == [project, other] or projects.matrix(donor) == [other, project]
    assert len(projects.matrix(member)) == 2
    ((pair),) = projects.possible_duplicates(donor)
    assert {pair.one, pair.other} == {project.pk, other.pk}
    with pytest.raises(NotAllowedError):
        projects.matrix(anybody)
