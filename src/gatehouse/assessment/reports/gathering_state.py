"""What stands in the report on one State: ratings, findings, gates, replies, recommendations, needs, visits."""

from __future__ import annotations

from collections.abc import Iterable

from gatehouse.assessment.access.models import ROLES, Member
from gatehouse.assessment.assistance.models import Need
from gatehouse.assessment.findings import assessments
from gatehouse.assessment.findings.method import Axis, codes
from gatehouse.assessment.findings.models import Assessment, CapabilityStage, Finding, FindingText
from gatehouse.assessment.findings.standing import standing_codes
from gatehouse.assessment.obligations.catalogue.loading import obligation
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.reports.contents import WORDS, Part, Plot, Sentence, Value
from gatehouse.assessment.reports.gathering_recommendations import recommendation_part
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.visits.models import Visit

SHORTFALLS = 5
HIGH = 2
"""The place from which on a rating counts as high: `largely` and `substantial`."""


class Assessed:
    """The findings of one assessment with what stands of each, read once."""

    def __init__(self, state: State, cycle: Cycle) -> None:
        self.state, self.cycle = state, cycle
        self.assessment = Assessment.objects.filter(state=state, cycle=cycle).first()
        self.findings = list(Finding.objects.filter(assessment=self.assessment).order_by("number"))
        self.codes = standing_codes(self.findings)
        rows = FindingText.objects.filter(finding__in=self.findings).order_by("pk")
        self.texts = {row.finding_id: row for row in rows}
        stages = CapabilityStage.objects.filter(finding__in=self.findings).order_by("pk")
        self.stages = {row.finding_id: row for row in stages}

    def place(self, finding: Finding, axis: Axis) -> int | None:
        """The place of what stands, from 0; None where nothing stands or it is outside the order."""
        code = self.codes.get((finding.pk, axis))
        return codes()[axis][code].rank if code else None

    def said(self, finding: Finding, axis: Axis) -> str:
        """What stands, as a code that can be named."""
        code = self.codes.get((finding.pk, axis))
        return f"{axis}:{code}" if code else "open"

    def sources(self, finding: Finding) -> tuple[str, ...]:
        """What a sentence about a finding stands on."""
        text = self.texts.get(finding.pk)
        evidence = tuple(f"evidence:{one}" for one in text.evidence) if text else ()
        return (f"finding:{finding.pk}", *evidence, f"obligation:{finding.obligation}")

    def of(self, axis: Axis, at_least: int) -> int:
        """How many findings stand at this place or higher."""
        return sum((self.place(finding, axis) or 0) >= at_least for finding in self.findings)


def state_parts(state: State, cycle: Cycle, earlier: Iterable[Cycle]) -> tuple[Part, ...]:
    """The whole report on a State."""
    known = Assessed(state, cycle)
    parts = [
        summary(known),
        heat(known, earlier),
        Part("findings", {}, parts=tuple(_finding(known, f) for f in known.findings)),
    ]
    if known.assessment is not None:
        parts += [_gates(known.assessment), _replies(known.assessment)]
    rows = Recommendation.objects.filter(state=state, cycle=cycle).exclude(stage__in=("draft", "withdrawn"))
    parts.append(Part("recommendations", {}, parts=tuple(recommendation_part(row) for row in rows)))
    return (*parts, needs(state), visits(state, cycle), *team(known))


def overview_parts(state: State, cycle: Cycle, earlier: Iterable[Cycle]) -> tuple[Part, ...]:
    """The overview for the committee: in short, where the ratings are lowest, urgent recommendations, help, replies."""
    known = Assessed(state, cycle)
    rows = Recommendation.objects.filter(state=state, cycle=cycle, priority=1).exclude(stage__in=("draft", "withdrawn"))
    urgent = Part("recommendations", {}, parts=tuple(recommendation_part(row) for row in rows))
    replies = (_replies(known.assessment),) if known.assessment else ()
    return (summary(known), heat(known, earlier), shortfalls(known), urgent, needs(state), *replies)


def summary(known: Assessed) -> Part:
    """How many obligations, and how many stand high on each axis: two numbers that are never one."""
    sources = tuple(f"finding:{finding.pk}" for finding in known.findings)
    if not sources:
        return Part("summary", {})
    counts: dict[str, str | int | float | None] = {
        "count": len(known.findings),
        "high": known.of(Axis.COMPLIANCE, HIGH),
        "effective": known.of(Axis.EFFECTIVENESS, HIGH),
    }
    beside = Sentence("summary.beside", {}, ("obligation:2396-48",))
    return Part("summary", {}, (Sentence("summary.counts", counts, sources), beside))


def heat(known: Assessed, earlier: Iterable[Cycle]) -> Part:
    """The heat map of this cycle, and the course of the means over the cycles."""
    sources = tuple(f"finding:{finding.pk}" for finding in known.findings)
    if not sources:
        return Part("heat", {})
    rows = tuple(
        {
            "code": finding.obligation,
            "axis": axis.value,
            "place": known.place(finding, axis),
            "said": known.place(finding, axis),
        }
        for finding in known.findings
        for axis in Axis
    )
    course = []
    for cycle in (*earlier, known.cycle):
        course += _means(known if cycle == known.cycle else Assessed(known.state, cycle))
    plots = [Plot("heat", "heat.caption", rows, sources)]
    if len({row["cycle"] for row in course}) > 1:
        plots.append(Plot("progress", "progress.caption", tuple(course), sources))
    return Part("heat", {}, plots=(*plots, *_roadmap(known)))


def shortfalls(known: Assessed) -> Part:
    """The findings with the lowest ratings: by compliance, then by effectiveness; the two are not added."""
    places = [
        (known.place(finding, Axis.COMPLIANCE), known.place(finding, Axis.EFFECTIVENESS), finding.number, finding)
        for finding in known.findings
    ]
    known_ones = sorted((one for one in places if one[0] is not None), key=lambda one: (one[0], one[1] or 0, one[2]))
    return Part(
        "shortfalls",
        {},
        tuple(
            Sentence(
                "shortfall",
                {
                    "code": finding.obligation,
                    "compliance": known.said(finding, Axis.COMPLIANCE),
                    "effectiveness": known.said(finding, Axis.EFFECTIVENESS),
                },
                known.sources(finding),
            )
            for _, _, _, finding in known_ones[:SHORTFALLS]
        ),
    )


def needs(state: State) -> Part:
    """What help the State needs."""
    sentences: list[Sentence] = []
    for need in Need.objects.filter(state=state, met_at=None).order_by("urgency", "pk"):
        source: tuple[str, ...] = (f"need:{need.pk}",)
        if need.recommendation_id:
            source += (f"recommendation:{need.recommendation_id}",)
        sentences.append(Sentence("need.head", {"theme": f"theme:{need.theme}", "urgency": need.urgency}, source))
        sentences.append(Sentence(WORDS, {"text": need.text, "piece": f"need:{need.pk}"}, source))
    return Part("needs", {}, tuple(sentences))


def team(known: Assessed) -> tuple[Part, ...]:
    """Who assessed: the team of the cycle with their roles, by reference; a reader has them by name or by initials."""
    if known.assessment is None:
        return ()
    members = Member.objects.filter(state=known.state, cycle=known.cycle, left_at=None, who__startswith="account:")
    source = (f"assessment:{known.assessment.pk}",)
    said = [
        Sentence("team.member", {"role": f"role:{row.role}", "who": row.who}, source)
        for row in sorted(members, key=lambda row: (ROLES.index(row.role), row.pk))
    ]
    return (Part("team", {}, tuple(said)),) if said else ()


def visits(state: State, cycle: Cycle) -> Part:
    """The visits of the cycle."""
    rows = Visit.objects.filter(state=state, cycle=cycle).exclude(starts=None).order_by("starts")
    return Part(
        "visits",
        {},
        tuple(
            Sentence(
                "visit.head",
                {
                    "kind": f"kind:{row.kind}",
                    "starts": str(row.starts),
                    "ends": str(row.ends),
                    "stage": f"stage:{row.stage}",
                    "partners": ", ".join(row.partners.filter(reply="accepted").values_list("body", flat=True)) or "-",
                },
                (f"visit:{row.pk}", "obligation:2395-5"),
            )
            for row in rows
        ),
    )


def _finding(known: Assessed, finding: Finding) -> Part:
    sources = known.sources(finding)
    text, stage = known.texts.get(finding.pk), known.stages.get(finding.pk)
    rated: dict[str, str | int | float | None] = {axis.value: known.said(finding, axis) for axis in Axis}
    sentences = [_duty(finding.obligation), Sentence("finding.rated", rated, sources)]
    if stage is not None:
        sentences.append(Sentence("finding.stage", {"stage": f"capability:{stage.stage}"}, sources))
    if text is not None:
        sentences.append(Sentence(WORDS, {"text": text.text, "piece": f"finding:{finding.pk}"}, sources))
    return Part("obligation", {"code": finding.obligation}, tuple(sentences))


def _duty(code: str) -> Sentence:
    """The obligation in our words, in Chinese beside them."""
    known = obligation(code)
    chinese: dict[str, Value] = {"duty.zh": known.duty_zh} if known.duty_zh else {}
    return Sentence("finding.duty", {"duty": known.duty, **chinese}, (f"obligation:{code}",))


def _gates(assessment: Assessment) -> Part:
    piece = f"assessment:{assessment.pk}"
    parts = tuple(
        Part(
            "gate",
            {"gate": f"gate:{gate}"},
            (Sentence(WORDS, {"text": text, "piece": piece}, (piece,)),) if text else (),
        )
        for gate, text in assessments.gate_texts(assessment).items()
    )
    return Part("gates", {}, parts=parts)


def _replies(assessment: Assessment) -> Part:
    piece = f"assessment:{assessment.pk}"
    sentences = []
    for reply in assessment.replies.order_by("pk"):
        on = f"finding:{reply.finding_id}" if reply.finding_id else piece
        sentences.append(Sentence(WORDS, {"text": reply.text, "piece": on}, (on,)))
    return Part("replies", {}, tuple(sentences))


def _means(known: Assessed) -> list[dict[str, str | int | float | None]]:
    found: list[dict[str, str | int | float | None]] = []
    for axis in Axis:
        places = [place for finding in known.findings if (place := known.place(finding, axis)) is not None]
        if places:
            found.append({"cycle": known.cycle.name, "axis": axis.value, "mean": round(sum(places) / len(places), 2)})
    return found


def _roadmap(known: Assessed) -> tuple[Plot, ...]:
    rows, sources = [], []
    for finding in known.findings:
        stage = known.stages.get(finding.pk)
        begins = known.cycle.begins.isoformat()
        for step in stage.roadmap if stage else []:
            rows.append({"code": finding.obligation, "what": step["what"], "from": begins, "by": step["by"]})
            sources.append(f"finding:{finding.pk}")
    return (Plot("roadmap", "roadmap.caption", tuple(rows), tuple(dict.fromkeys(sources))),) if rows else ()
