"""Findings written, rated twice, settled and read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Max

from gatehouse.assessment.acting import Given, acting
from gatehouse.assessment.confidentiality.reading import Piece, read
from gatehouse.assessment.evidence.store import require_known as require_evidence
from gatehouse.assessment.findings import standing
from gatehouse.assessment.findings.agreement import Agreement, Pair, agreement
from gatehouse.assessment.findings.assessments import TEXT_CHARS_MAX, about, about_piece, begin, require_drafting
from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.assessment.findings.method import Axis, codes, method
from gatehouse.assessment.findings.models import (
    Assessment,
    CapabilityStage,
    Finding,
    FindingText,
    GivenRating,
    SettledRating,
)
from gatehouse.assessment.findings.rating import Rating
from gatehouse.assessment.findings.roadmap import Roadmap
from gatehouse.assessment.findings.states import Rated, rated_after
from gatehouse.assessment.obligations.catalogue import UnknownObligation
from gatehouse.assessment.obligations.catalogue import obligation as duty
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass


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


def about_finding(finding: Finding) -> Subject:
    """What the kernel is asked about: a finding, with how far its assessment has come."""
    return about_piece(finding.assessment, SubjectClass.FINDING, f"finding:{finding.pk}")


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
        raise FindingsError(f"finding {told}: none of this State; `gatehouse assess findings` shows which there are")


def _require_findable(state: State, obligation: str, text: str, evidence: Sequence[int]) -> None:
    try:
        duty(obligation)
    except UnknownObligation:
        raise FindingsError("a finding is against one obligation of the catalogue, by its code (2396-11a)") from None
    _require_words(text)
    require_evidence(state, evidence)


def numbered(assessment: Assessment, number: int) -> Finding:
    """The finding of this number. Raises `FindingsError` where there is none."""
    found = Finding.objects.select_related("assessment").filter(assessment=assessment, number=number).first()
    if found is None:
        raise FindingsError("no finding has this number; `gatehouse assess findings` shows which there are")
    return found


def _made(assessment: Assessment, number: int, obligation: str) -> Finding:
    try:
        with transaction.atomic():
            return Finding.objects.create(assessment=assessment, number=number, obligation=obligation)
    except IntegrityError:
        raise FindingsError("there is a finding against this obligation already; rewrite that one") from None


def rewrite(actor: Actor, finding: Finding, text: str, evidence: tuple[int, ...], reason: str) -> None:
    """Write another version of a finding's words, with the reason. The one before stays."""
    _require_words(text)
    _require_words(reason)
    require_evidence(finding.assessment.state, evidence)
    with acting(actor, "finding.drafted", about_finding(finding)):
        require_drafting(finding.assessment)
        FindingText.objects.create(
            finding=finding, text=text.strip(), evidence=list(evidence), reason=reason.strip(), by=actor.id
        )


def rate(actor: Actor, finding: Finding, rating: Rating) -> Rated:
    """Rate an axis: as its first rater, or as the second one, who is another person and cannot see the first rating.

    How far the axis is then. Raises `FindingsError` where both are in.
    """
    first = standing.first_rater(finding, rating.axis)
    told, given = ("finding.rated", Given()) if first is None else ("finding.rerated", Given(requester=first))
    with acting(actor, told, about_finding(finding), given=given):
        require_drafting(finding.assessment)
        rated = standing.rated_of(finding.assessment)[finding.pk, rating.axis]
        if rated not in (Rated.OPEN, Rated.ONCE) or (rated is Rated.OPEN) != (first is None):
            raise FindingsError(f"{rating.axis} of this finding was rated meanwhile, or twice; look at it again")
        _give(actor, finding, rating, 1 if first is None else 2)
        return standing.rated_of(finding.assessment)[finding.pk, rating.axis]


def _give(actor: Actor, finding: Finding, rating: Rating, place: int) -> None:
    try:
        with transaction.atomic():
            GivenRating.objects.create(
                finding=finding,
                axis=rating.axis.value,
                place=place,
                code=rating.code,
                confidence=rating.confidence,
                grounds=list(rating.grounds),
                rationale=rating.rationale.strip(),
                method=method().version,
                by=actor.id,
            )
    except IntegrityError:
        raise FindingsError("somebody rated this axis at the same moment; look at it again") from None


def settle(actor: Actor, finding: Finding, axis: Axis, code: str, reason: str) -> None:
    """Settle a difference to a code of the axis, with a reason. Nobody settles a difference that they are half of."""
    _require_words(reason)
    if code not in codes()[axis]:
        raise FindingsError(f"{axis} is rated {', '.join(codes()[axis])}")
    with acting(actor, "finding.settled", about_finding(finding), given=Given(reference=f"finding:{finding.pk}")):
        require_drafting(finding.assessment)
        rated_after(standing.rated_of(finding.assessment)[finding.pk, axis], "settle")
        raters = [who for who, _ in standing.visible_to(actor.id, [finding])[finding.pk, axis]]
        if actor.id in raters:
            raise FindingsError("whoever gave one of the two ratings does not settle between them")
        SettledRating.objects.create(finding=finding, axis=axis.value, code=code, reason=reason.strip(), by=actor.id)


def set_stage(actor: Actor, finding: Finding, roadmap: Roadmap) -> None:
    """Write the stage of the capability behind a finding, with its roadmap. It changes no rating."""
    with acting(actor, "finding.staged", about_finding(finding)):
        require_drafting(finding.assessment)
        CapabilityStage.objects.create(finding=finding, by=actor.id, **roadmap.columns())


def open_findings(actor: Actor, assessment: Assessment) -> list[Seen]:
    """The findings of an assessment as the actor may see them. Ratings that are to be blind are not in it,
    nor what the State keeps from this reader.
    """
    subject = about_piece(assessment, SubjectClass.FINDING, f"state:{assessment.state.code}")
    with acting(actor, "material.opened", subject) as acted:
        findings = Finding.objects.filter(assessment=assessment).order_by("number")
        texts = {row.finding_id: row for row in FindingText.objects.filter(finding__in=findings).order_by("pk")}
        pieces = [Piece(replace(subject, ref=f"finding:{each.pk}"), texts[each.pk].text) for each in findings]
        told = {one.subject.ref: one.text for one in read(actor, pieces)}
        visible = [each for each in findings if f"finding:{each.pk}" in told]
        acted.details["items"] = len(visible)
        words = {each.pk: (told[f"finding:{each.pk}"], texts[each.pk].evidence) for each in visible}
        return _seen(actor, assessment, visible, words)


def _seen(
    actor: Actor, assessment: Assessment, findings: list[Finding], words: dict[int, tuple[str, list[int]]]
) -> list[Seen]:
    stages = {row.finding_id: row for row in CapabilityStage.objects.filter(finding__in=findings).order_by("pk")}
    rated, visible = standing.rated_of(assessment), standing.visible_to(actor.id, findings)
    stand = standing.standing_codes(findings)
    return [
        Seen(
            finding.pk,
            finding.number,
            finding.obligation,
            words[finding.pk][0],
            tuple(words[finding.pk][1]),
            {axis: rated[finding.pk, axis] for axis in Axis},
            {axis: visible.get((finding.pk, axis), []) for axis in Axis},
            {axis: stand[finding.pk, axis] for axis in Axis if (finding.pk, axis) in stand},
            Roadmap.of(stages[finding.pk]) if finding.pk in stages else None,
        )
        for finding in findings
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


def _require_words(text: str) -> None:
    if not text.strip() or len(text) > TEXT_CHARS_MAX:
        raise FindingsError(f"words are needed here, at most {TEXT_CHARS_MAX} characters")
