"""A cycle of the story: evidence, findings, two raters who mostly agree, gates, the State's reply, adoption."""

from __future__ import annotations

import datetime as dt
import random

from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.demonstration.cast import ASSESSOR, LEAD, MEMBER, OTHER_MEMBER, SECOND, focal
from gatehouse.assessment.demonstration.region import Duty, Told, duties
from gatehouse.assessment.evidence.store import Brought, add
from gatehouse.assessment.findings import adoption, assessments, giving, store
from gatehouse.assessment.findings.method import Axis, codes
from gatehouse.assessment.findings.models import Assessment, Finding
from gatehouse.assessment.findings.rating import Rating
from gatehouse.assessment.findings.roadmap import Roadmap, Step
from gatehouse.assessment.findings.states import Stand
from gatehouse.assessment.states.models import Cycle

DISAGREE = 0.08
"""How often the second rater sees it otherwise."""
GATES = {
    "gender": "Women serve at every crossing that was seen, and three of them lead a post. Two organisations of women "
    "were heard; they ask for places where women are searched by women only.",
    "human-rights": "A commissioner looks at the lists once a year and has a right to see every entry. Whoever is "
    "stopped is told how to complain; eleven complaints were answered in time.",
    "children": "Children who travel with a parent are never listed. A decision on the best interests of the child is "
    "asked for before anything else is done, and was on file in each case that was seen.",
}


LEFT_AT = {"X-LU": Stand.DRAFTING, "X-BE": Stand.WITH_STATE, "X-KE": Stand.REPLIED}
"""States whose assessment in the second cycle is not over, so that there is something to do; and where it is left."""


def assess(told: Told, cycle: Cycle, gain: int, chance: random.Random, until: Stand = Stand.ADOPTED) -> Assessment:
    """Assess one State in a cycle, from the first piece of evidence to adoption, or until it stands there."""
    if until is Stand.DRAFTING:
        return _begun(told, cycle, gain, chance)
    assessment = assessments.begin(LEAD, told.state, cycle)
    for duty in duties():
        place = max(0, min(2, told.begins_at + gain + chance.choice((-1, 0, 0, 0, 1))))
        _find(told, cycle, assessment, duty, (place, chance))
    for gate, text in GATES.items():
        assessments.write_gate(LEAD, assessment, gate, text)
    assessment = assessments.put_before_the_state(LEAD, assessment, assessments.today())
    if until is Stand.WITH_STATE:
        return assessment
    speaks = focal(told.state.code)
    assessments.reply(speaks, assessment, f"{told.state.name_en} thanks the team. Two posts were staffed since.")
    assessment = assessments.end_reply(speaks, assessment)
    if until is Stand.REPLIED:
        return assessment
    return adoption.adopt(MEMBER, assessment, OTHER_MEMBER)


def _begun(told: Told, cycle: Cycle, gain: int, chance: random.Random) -> Assessment:
    """An assessment in the middle: an obligation not looked at yet, ratings that wait or differ, a section empty."""
    assessment = assessments.begin(LEAD, told.state, cycle)
    place = min(2, told.begins_at + gain)
    *most, waits, differs, _unseen = duties()
    for duty in most:
        _find(told, cycle, assessment, duty, (place, chance))
    for duty, raters in ((waits, 1), (differs, 2)):
        text = f"{duty.said[place]}\n\nSo it was seen in {told.state.name_en}."
        finding = store.find(ASSESSOR, assessment, duty.obligation, text)
        for who, code in ((ASSESSOR, "fully"), (SECOND, "partly"))[:raters]:
            grounds = () if code == "fully" else ("law-incomplete",)
            said = Rating(Axis.COMPLIANCE, code, "medium", grounds, "From what was seen and read.")
            giving.rate(who, finding, said)
    for gate, text in list(GATES.items())[:-1]:
        assessments.write_gate(LEAD, assessment, gate, text)
    return assessment


def _find(told: Told, cycle: Cycle, assessment: Assessment, duty: Duty, at: tuple[int, random.Random]) -> None:
    place, chance = at
    said = duty.said[place]
    brought = Brought("observation", f"Seen for {duty.obligation}", (duty.obligation,), told=said)
    item = add(ASSESSOR, told.state, cycle, brought)
    number = 10 + chance.randrange(80)
    trained = (
        f"{number} officers work on {themes()[duty.theme].words('en')}, and {number // 4} of them were trained for it."
    )
    text = f"{said}\n\nIn {told.state.name_en} {trained}"
    finding = store.find(ASSESSOR, assessment, duty.obligation, text, (item.pk,))
    for axis in Axis:
        _rate(finding, axis, place, chance)
    if place < 2:
        steps = (Step("The law is passed", cycle.begins + dt.timedelta(days=300)), Step("It works", cycle.ends))
        store.set_stage(LEAD, finding, Roadmap("planned" if place == 0 else "building", steps, "money for two years"))


def _rate(finding: Finding, axis: Axis, place: int, chance: random.Random) -> None:
    """Both raters, and the team lead where they differ. Effectiveness lags behind the law now and then."""
    order = sorted((code for code in codes()[axis].values() if code.rank is not None), key=lambda code: code.rank or 0)
    lags = axis is Axis.EFFECTIVENESS and chance.random() < 0.4
    first = max(0, min(3, place + (0 if lags else chance.choice((0, 1)))))
    second = min(3, first + 1) if chance.random() < DISAGREE else first
    for who, rank in ((ASSESSOR, first), (SECOND, second)):
        grounds = () if rank == 3 else ("not-applied",)
        giving.rate(who, finding, Rating(axis, order[rank].code, "medium", grounds, "From what was seen and read."))
    if first != second:
        giving.settle(LEAD, finding, axis, order[first].code, "The first rater saw the post; the second read of it.")
