"""The whole story, in the order in which it happened: two cycles, and what lies between them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from gatehouse.assessment.demonstration import answering, assessing, following, helping, region, translating
from gatehouse.assessment.demonstration.cast import HERE, LEAD, MEMBER, OPERATOR, OTHER_MEMBER, focal
from gatehouse.assessment.demonstration.region import FIRST, LATER, Told
from gatehouse.assessment.errors import AssessmentError
from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Assessment, Finding
from gatehouse.assessment.findings.standing import standing_codes
from gatehouse.assessment.findings.states import Stand
from gatehouse.assessment.follow_up.reminders import remind
from gatehouse.assessment.reports import freezing
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.states import store
from gatehouse.assessment.states.models import Cycle
from gatehouse.assessment.visits import lists, visit_file
from gatehouse.assessment.visits.known_inputs import inputs
from gatehouse.terms.saying import Saying

VISITED = ("X-AL", "X-GE", "X-JU")
TODAY = dt.date(2026, 11, 1)
Tell = Callable[[str], None]


class PlayedAlreadyError(AssessmentError):
    """The demonstration is in this database; it is played once."""


@dataclass(frozen=True, slots=True)
class Played:
    """What was made: States, findings, recommendations, reports."""

    states: int
    findings: int
    reports: tuple[FrozenReport, ...]


def play(seed: int, tell: Tell) -> Played:
    """Play the story; `tell` is told each step. The same seed tells the same story.

    Raises `PlayedAlreadyError` where it was played before.
    """
    if region.was_played():
        raise PlayedAlreadyError(
            Saying("the demonstration is here already; use another database (DATABASE_URL) for a new one")
        )
    with transaction.atomic():
        # All of it or nothing: half a story could be neither gone on with nor played anew.
        return _played(random.Random(seed), tell)  # noqa: S311  (a story wants a seed, not a secret)


def _played(chance: random.Random, tell: Tell) -> Played:
    tell("Twelve States and the first cycle")
    states = region.states()
    first = _cycle(FIRST, states, 0, chance, tell)
    tell("Recommendations, follow-up and help")
    helping.offer()
    for told in states:
        rows = following.recommend(told, Assessment.objects.get(state=told.state, cycle=first), chance)
        following.follow_up(told, rows, chance)
        helping.help_with(told, helping.need(told, rows))
    remind(TODAY)
    store.move_cycle(OPERATOR, first, "close")
    tell("The second cycle")
    later = _cycle(LATER, states, 1, chance, tell)
    tell("The list of visits, and three visits")
    _visits(states, later, first)
    tell("What States keep confidential")
    for told in states:
        if told.state.code in ("X-AL", "X-DU"):
            following.keep(told, Assessment.objects.get(state=told.state, cycle=later))
    tell("In Chinese, what was found and recommended")
    of = Assessment.objects.get(state=states[0].state, cycle=later)
    rows = following.recommend(states[0], of, chance, dt.date(2026, 9, 30))
    translating.translate(states[0], of, rows)
    tell("Reports, frozen")
    reports = tuple(_reports(states[0], first, later))
    return Played(len(states), Finding.objects.count(), reports)


def _cycle(
    told: tuple[str, dt.date, dt.date], states: tuple[Told, ...], number: int, chance: random.Random, tell: Tell
) -> Cycle:
    cycle = region.cycle(told)
    region.teams(states, cycle)
    for one in states:
        answering.answer(one, cycle)
        until = assessing.LEFT_AT.get(one.state.code, Stand.ADOPTED) if number else Stand.ADOPTED
        assessing.assess(one, cycle, one.gains * number, chance, until)
        tell(f"  {one.state.code} {one.state.name_en}: {one.story}")
    return cycle


def _visits(states: tuple[Told, ...], cycle: Cycle, before: Cycle) -> None:
    """The list of the year from what is known, adopted and amended once; then the visits."""
    asked = next(one for one in states if one.state.code == "X-HA")
    visit_file.request_visit(focal("X-HA"), asked.state, "note verbale 9")
    known = {one.state.code: {"gaps": _gaps(one, before), "visited": int(one.state.code != "X-FA")} for one in states}
    known["X-GE"] |= {"emerging-issues": 2, "trends": 1}
    known["X-AL"] |= {"events": 2, "analysis": 1}
    proposed = lists.propose(LEAD, 2026, inputs(known), 4, "the year's list, from the findings of the last cycle")
    lists.adopt(MEMBER, OTHER_MEMBER, proposed)
    chosen = [*dict.fromkeys([*VISITED, *proposed.chosen])][:5]
    amended = lists.amend(MEMBER, proposed, chosen, "events of the spring; amended after adoption (para 7)")
    lists.adopt(OTHER_MEMBER, LEAD, amended)
    for place, code in enumerate(VISITED):
        told = next(one for one in states if one.state.code == code)
        following.visit(told, cycle, dt.date(2026, 5, 4) + dt.timedelta(weeks=4 * place))


def _gaps(told: Told, cycle: Cycle) -> int:
    """Obligations that are not or only partly met."""
    findings = Finding.objects.filter(assessment__state=told.state, assessment__cycle=cycle)
    stands = standing_codes(list(findings))
    return sum(code in ("not", "partly") for (_, axis), code in stands.items() if axis is Axis.COMPLIANCE)


def _reports(told: Told, first: Cycle, later: Cycle) -> list[FrozenReport]:
    """One of every kind; the report on the first State is adopted, shared and published."""
    made = []
    for kind in freezing.KINDS:
        of_state = told.state if kind in freezing.OF_A_STATE else None
        cycle = first if kind in ("follow-up", "annual", "joint", "circular") else later
        report = freezing.freeze(HERE, kind, cycle, of_state)
        if of_state is not None:
            freezing.put_before_the_state(HERE, report)
        freezing.adopt(MEMBER, OTHER_MEMBER, report)
        if kind not in ("overview", "follow-up"):
            freezing.share(MEMBER, OTHER_MEMBER, report, "decision 2026/1")
        if kind in ("state", "annual", "survey", "circular"):
            freezing.publish(MEMBER, OTHER_MEMBER, report, "decision 2026/2")
        made.append(report)
    return made
