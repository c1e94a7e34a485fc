"""Findings written and read, with the stage of the capability beside them; rated they are in `giving`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Max

from gatehouse.assessment.acting import acting
from gatehouse.assessment.confidentiality.marks import kept
from gatehouse.assessment.confidentiality.reading import cutter
from gatehouse.assessment.evidence.store import require_known as require_evidence
from gatehouse.assessment.findings import standing
from gatehouse.assessment.findings.agreement import Agreement, Pair, agreement
from gatehouse.assessment.findings.assessments import (
    about,
    about_finding,
    about_piece,
    begin,
    require_drafting,
    require_unchanged,
    require_words,
)
from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.assessment.findings.method import Axis, codes
from gatehouse.assessment.findings.models import (
    Assessment,
    CapabilityStage,
    Finding,
    FindingText,
)
from gatehouse.assessment.findings.rating import Rating, cut_rating
from gatehouse.assessment.findings.roadmap import Roadmap
from gatehouse.assessment.findings.states import Rated
from gatehouse.assessment.obligations.catalogue import UnknownObligation
from gatehouse.assessment.obligations.catalogue import obligation as duty
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.translations.store import Source
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying


def source_of(finding: Finding) -> Source:
    """The words of a finding as they stand, to be translated."""
    words = newest_text(finding)
    return Source(about_finding(finding), words.text if words else "")


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding as one reader sees it: its text, how far each axis is, the ratings they may see, what stands, stage.

    `standing` and `stage` lie beside each other and are never made into one.
    """

    finding: int
    number: int
    obligation: str
    text: str
    evidence: tuple[int, ...]
    rated: dict[Axis, Rated]
    ratings: dict[Axis, list[tuple[str, Rating]]]
    standing: dict[Axis, str]
    stage: Roadmap | None


class Said(NamedTuple):
    """The words of a finding, and the evidence it rests on, by number."""

    text: str
    evidence: tuple[int, ...] = ()


def find_in(actor: Actor, state: State, cycle: Cycle, obligation: str, said: Said) -> Finding:
    """Write a finding where no assessment may be begun yet: what is refused begins none."""
    _require_findable(state, obligation, said.text, said.evidence)
    return find(actor, begin(actor, state, cycle), obligation, said.text, said.evidence)


def find(actor: Actor, assessment: Assessment, obligation: str, text: str, evidence: tuple[int, ...] = ()) -> Finding:
    """Write a finding against an obligation. Raises `FindingsError` for no code, no words, or a second one, and
    `EvidenceError` for evidence that is not there.
    """
    _require_findable(assessment.state, obligation, text, evidence)
    with acting(actor, "finding.drafted", about(assessment)) as acted:
        require_drafting(assessment)
        number = (Finding.objects.filter(assessment=assessment).aggregate(last=Max("number"))["last"] or 0) + 1
        finding = _made(assessment, number, obligation)
        FindingText.objects.create(finding=finding, text=text.strip(), evidence=list(evidence), by=actor.id)
        acted.details["finding"] = f"finding:{finding.pk}"
    return finding


def require_known(state: State, findings: Sequence[int]) -> None:
    """Refuse findings (`Finding.pk`) that are none, or another State's."""
    known = set(Finding.objects.filter(pk__in=findings, assessment__state=state).values_list("pk", flat=True))
    if unknown := [number for number in findings if number not in known]:
        told = ", ".join(map(str, unknown[:5]))
        raise FindingsError(
            Saying("finding %(told)s: none of this State; `gatehouse assess findings` shows which there are", told=told)
        )


def _require_findable(state: State, obligation: str, text: str, evidence: Sequence[int]) -> None:
    try:
        duty(obligation)
    except UnknownObligation:
        raise FindingsError(
            Saying("a finding is against one obligation of the catalogue, by its code (2396-11a)")
        ) from None
    require_words(text)
    require_evidence(state, evidence)


def numbered(assessment: Assessment, number: int) -> Finding:
    """The finding of this number. Raises `FindingsError` where there is none."""
    found = Finding.objects.select_related("assessment").filter(assessment=assessment, number=number).first()
    if found is None:
        raise FindingsError(Saying("no finding has this number; `gatehouse assess findings` shows which there are"))
    return found


def _made(assessment: Assessment, number: int, obligation: str) -> Finding:
    try:
        with transaction.atomic():
            return Finding.objects.create(assessment=assessment, number=number, obligation=obligation)
    except IntegrityError:
        raise FindingsError(Saying("there is a finding against this obligation already; rewrite that one")) from None


def rewrite(actor: Actor, finding: Finding, said: Said, reason: str, seen: int | None = None) -> None:
    """Write another version of a finding's words, with the reason. The one before stays.

    `seen` is the version (`FindingText.pk`) that was read before; where another stands, nothing is written and
    `ChangedMeanwhileError` has both.
    """
    require_words(said.text)
    require_words(reason)
    require_evidence(finding.assessment.state, said.evidence)
    with acting(actor, "finding.drafted", about_finding(finding)):
        require_drafting(finding.assessment)
        require_unchanged(Saying("this finding"), newest_text(finding), seen, said)
        FindingText.objects.create(
            finding=finding, text=said.text.strip(), evidence=list(said.evidence), reason=reason.strip(), by=actor.id
        )


def newest_text(finding: Finding) -> FindingText | None:
    """The version of the words that stands."""
    return FindingText.objects.filter(finding=finding).order_by("pk").last()


def newest_stage(finding: Finding) -> CapabilityStage | None:
    """The version of the stage that stands; None where there is none."""
    return CapabilityStage.objects.filter(finding=finding).order_by("pk").last()


def set_stage(actor: Actor, finding: Finding, roadmap: Roadmap, seen: int | None = None) -> None:
    """Write the stage of the capability behind a finding, with its roadmap. It changes no rating.

    `seen` as in `rewrite` (`CapabilityStage.pk`, 0 for none).
    """
    with acting(actor, "finding.staged", about_finding(finding)):
        require_drafting(finding.assessment)
        require_unchanged(Saying("this stage"), newest_stage(finding), seen, roadmap)
        CapabilityStage.objects.create(finding=finding, by=actor.id, **roadmap.columns())


def open_findings(actor: Actor, assessment: Assessment) -> list[Seen]:
    """The findings of an assessment as the actor may see them. Ratings that are to be blind are not in it,
    nor what the State keeps from this reader.
    """
    subject = about_piece(assessment, SubjectClass.FINDING, f"state:{assessment.state.code}")
    with acting(actor, "material.opened", subject) as acted:
        findings = list(Finding.objects.filter(assessment=assessment).order_by("number"))
        marks = kept(f"finding:{each.pk}" for each in findings)
        cuts = {}
        for each in findings:
            piece = replace(subject, ref=f"finding:{each.pk}")
            cuts[each.pk] = cutter(actor, piece, marks.get(piece.ref, {}))
        visible = {each: cut for each in findings if (cut := cuts[each.pk]) is not None}
        acted.details["items"] = len(visible)
        return _seen(actor, assessment, visible)


def _seen(actor: Actor, assessment: Assessment, cuts: dict[Finding, Callable[[str], str]]) -> list[Seen]:
    findings = list(cuts)
    texts = {row.finding_id: row for row in FindingText.objects.filter(finding__in=findings).order_by("pk")}
    stages = {row.finding_id: row for row in CapabilityStage.objects.filter(finding__in=findings).order_by("pk")}
    rated, visible = standing.rated_of(assessment), standing.visible_to(actor.id, findings)
    stand = standing.standing_codes(findings)
    return [
        Seen(
            finding.pk,
            finding.number,
            finding.obligation,
            cut(texts[finding.pk].text),
            tuple(texts[finding.pk].evidence),
            {axis: rated[finding.pk, axis] for axis in Axis},
            {axis: [(by, cut_rating(one, cut)) for by, one in visible.get((finding.pk, axis), [])] for axis in Axis},
            {axis: stand[finding.pk, axis] for axis in Axis if (finding.pk, axis) in stand},
            Roadmap.of(stages[finding.pk]).cut(cut) if finding.pk in stages else None,
        )
        for finding, cut in cuts.items()
    ]


def open_agreement(actor: Actor, cycle: Cycle) -> dict[Axis, Agreement]:
    """How far raters agree in a cycle, over all States, axis by axis; only ratings of which both are in."""
    with acting(actor, "material.opened", Subject(SubjectClass.SURVEY_TABLE, "store:assessment")):
        findings = Finding.objects.filter(assessment__cycle=cycle)
        return {
            axis: agreement(
                [Pair(str(finding), first, second) for finding, first, second in standing.pairs(axis, findings)],
                {code.code: code.rank for code in codes()[axis].values()},
            )
            for axis in Axis
        }
