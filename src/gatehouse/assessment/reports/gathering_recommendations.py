"""What stands of recommendations in reports: how each stands, what was said and decided, who took it up."""

from __future__ import annotations

import datetime as dt

from gatehouse.assessment.follow_up.models import Uptake
from gatehouse.assessment.follow_up.progress import standing_of
from gatehouse.assessment.follow_up.reminders import follow_up_clock
from gatehouse.assessment.follow_up.uptake import of_body
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.recommendations.recommendation_stages import ADOPTED
from gatehouse.assessment.recommendations.store import findings_of
from gatehouse.assessment.reports.contents import WORDS, Grid, Part, Sentence, Value
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor


def recommendation_part(row: Recommendation, with_progress: bool = False) -> Part:
    """One recommendation: its head, its words, what stands in the way; with progress also what was done and decided."""
    findings = tuple(f"finding:{one}" for one in findings_of(row))
    sources = (f"recommendation:{row.pk}", *findings, f"obligation:{row.obligation}")
    head: dict[str, Value] = {
        "code": row.code,
        "priority": row.priority,
        "obligation": row.obligation,
        "stands": f"standing:{standing_of(row)}",
    }
    piece = f"recommendation:{row.pk}"
    sentences = [
        Sentence("recommendation.head", head, sources),
        Sentence(WORDS, {"text": row.text, "piece": piece}, sources),
    ]
    if row.owner:
        owner = {"owner": row.owner, "indicator": row.indicator or "-"}
        sentences.append(Sentence("recommendation.owner", owner, sources))
    if row.obstacle != "none":
        obstacle = Sentence("recommendation.obstacle", {"obstacle": f"obstacle:{row.obstacle}"}, sources)
        sentences.append(obstacle)
    if with_progress:
        sentences += _progress(row)
    return Part("obligation", {"code": row.code}, tuple(sentences))


def follow_up_parts(state: State, cycle: Cycle) -> tuple[Part, ...]:
    """The report on follow-up: a table of all, then each with its progress and decisions."""
    rows = list(Recommendation.objects.filter(state=state, cycle=cycle, stage__in=ADOPTED))
    table = Grid(
        "recommendations",
        ("col.code", "col.obligation", "col.priority", "col.stands"),
        tuple((row.code, row.obligation, row.priority, f"standing:{standing_of(row)}") for row in rows),
        tuple(f"recommendation:{row.pk}" for row in rows) or ("obligation:2395-10b",),
    )
    parts = tuple(recommendation_part(row, with_progress=True) for row in rows)
    return (Part("recommendations", {}, grids=(table,)), Part("follow-up", {}, parts=parts))


def uptake_parts(actor: Actor, bodies: list[str], half_years: list[dt.date]) -> tuple[Part, ...]:
    """The joint report: the share that each body took up, and the register."""
    said = tuple(
        Sentence(
            "uptake.share",
            {"ends": str(half.ends), "taken": half.taken, "shared": half.shared, "body": body},
            ("obligation:2395-19a",),
        )
        for body in bodies
        for half in of_body(actor, body, half_years)
    )
    shared = Uptake.objects.exclude(recommendation__shared_at=None).select_related(
        "recommendation__state", "recommendation__cycle"
    )
    rows = list(shared.order_by("recommendation_id", "body", "pk"))
    grid = Grid(
        "uptake.caption",
        ("col.code", "col.body", "col.programme", "col.status", "col.reason"),
        tuple(
            (one.recommendation.code, one.body, one.programme, f"status:{one.status}", one.reason or "-")
            for one in rows
        ),
        tuple(dict.fromkeys(f"recommendation:{one.recommendation_id}" for one in rows)) or ("obligation:2395-18a",),
    )
    return (Part("uptake", {}, said, (grid,)),)


def _taken(one: Uptake) -> tuple[str, ...]:
    return one.recommendation.code, one.body, one.programme, f"status:{one.status}", one.reason or "-"


def _progress(row: Recommendation) -> list[Sentence]:
    source = f"recommendation:{row.pk}"
    said = []
    for one in row.progress.order_by("pk"):
        sources = (source, *(f"evidence:{number}" for number in one.evidence))
        said.append(Sentence("progress.head", {"on": str(one.on), "status": f"status:{one.status}"}, sources))
        said.append(Sentence(WORDS, {"text": one.text, "piece": source}, sources))
    for found in row.verifications.order_by("pk"):
        sources = (source, *(f"evidence:{number}" for number in found.evidence))
        decided = {"on": str(found.on), "decision": f"decision:{found.decision}"}
        said.append(Sentence("recommendation.decided", decided, sources))
        said.append(Sentence(WORDS, {"text": found.reason, "piece": source}, sources))
    due = next((due for due in follow_up_clock(row) if due.step.name == "committee"), None)
    if due is not None and due.due is not None:
        said.append(Sentence("recommendation.due", {"due": str(due.due)}, (source, "obligation:2395-10b")))
    return said
