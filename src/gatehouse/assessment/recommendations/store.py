"""Recommendations from draft to adoption: written, put before the State, replied to, adopted by two, shared by two."""

from __future__ import annotations

import datetime as dt

from django.db.models import Max
from django.utils import timezone

from gatehouse.assessment.access.facts import Stage, facts
from gatehouse.assessment.acting import Given, acting
from gatehouse.assessment.confidentiality.reading import cut_rows
from gatehouse.assessment.errors import ChangedMeanwhileError
from gatehouse.assessment.findings.store import require_known as require_findings
from gatehouse.assessment.obligations.catalogue import UnknownObligation
from gatehouse.assessment.obligations.catalogue import obligation as duty
from gatehouse.assessment.recommendations.draft import Draft, checked
from gatehouse.assessment.recommendations.errors import RecommendationError
from gatehouse.assessment.recommendations.models import FollowsFrom, Recommendation, RecommendationVersion
from gatehouse.assessment.recommendations.recommendation_stages import ADOPTED, FIRST, after
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.translations.store import Source
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

ACCEPTANCES = ("accepted", "partly", "noted")
REPLY_CHARS_MAX = 8_000
WORDS = ("text", "reply", "owner", "indicator")
FIELDS = ("text", "obligation", "priority", "owner", "obstacle", "indicator")


def subject_of(row: Recommendation) -> Subject:
    """The facts about a recommendation, for the kernel."""
    stage = Stage(
        with_the_state=row.stage not in ("draft", "withdrawn"),
        before_the_committee=row.stage == "replied",
        adopted=row.stage in ADOPTED,
        shareable=row.shared_at is not None,
    )
    return facts(SubjectClass.RECOMMENDATION, f"recommendation:{row.pk}", row.state, row.cycle, stage)


def source_of(row: Recommendation) -> Source:
    """What is recommended, to be translated."""
    return Source(subject_of(row), row.text)


def draft(actor: Actor, state: State, cycle: Cycle, said: Draft) -> Recommendation:
    """Draft a recommendation from findings; its number is the next one of the State and cycle.

    Raises `RecommendationError` for an obligation that is none, `FindingsError` for a finding that is not the State's.
    """
    _require_sound(state, said)
    on = facts(SubjectClass.RECOMMENDATION, f"state:{state.code}", state, cycle)
    with acting(actor, "recommendation.drafted", on, {"findings": len(said.findings)}) as acted:
        State.objects.select_for_update().get(pk=state.pk)
        last = Recommendation.objects.filter(state=state, cycle=cycle).aggregate(last=Max("number"))["last"]
        row = Recommendation.objects.create(
            state=state,
            cycle=cycle,
            number=(last or 0) + 1,
            stage=FIRST,
            drafted_by=actor.id,
            **{field: getattr(said, field) for field in FIELDS},
        )
        FollowsFrom.objects.bulk_create(FollowsFrom(recommendation=row, finding=one) for one in said.findings)
        _keep(row, said, actor)
        acted.subject = f"recommendation:{row.pk}"
    return row


def rewrite(actor: Actor, seen: Recommendation, said: Draft) -> Recommendation:
    """Write a draft anew. `ChangedMeanwhileError` where it is no longer as `seen`, with both texts."""
    _require_sound(seen.state, said)
    if seen.stage != FIRST:
        raise RecommendationError(Saying("only a draft is rewritten; take it back with `revise` first"))
    with acting(actor, "recommendation.drafted", subject_of(seen), {"findings": len(said.findings)}):
        _change(seen, said.text, **{field: getattr(said, field) for field in FIELDS})
        FollowsFrom.objects.filter(recommendation=seen).exclude(finding__in=said.findings).delete()
        for finding in said.findings:
            FollowsFrom.objects.get_or_create(recommendation=seen, finding=finding)
        _keep(seen, said, actor)
    return seen


def move(actor: Actor, row: Recommendation, event: str) -> Recommendation:
    """Propose it to the State, take it back, go on without a reply, withdraw or supersede it."""
    if event not in ("propose", "revise", "no-reply", "withdraw", "supersede"):
        raise RecommendationError(Saying("%(event)s is done by a function of its own", event=event[:40]))
    with acting(actor, "recommendation.drafted", subject_of(row)):
        _change(row, event, stage=after(row.stage, event))
    return row


def reply(actor: Actor, row: Recommendation, acceptance: str, text: str) -> Recommendation:
    """The State says whether it accepts, accepts in part, or notes it."""
    if acceptance not in ACCEPTANCES or len(text) > REPLY_CHARS_MAX:
        raise RecommendationError(
            Saying(
                "a State says one of %(choices)s, in at most %(most)s characters",
                choices=", ".join(ACCEPTANCES),
                most=REPLY_CHARS_MAX,
            )
        )
    with acting(actor, "recommendation.replied", subject_of(row)):
        _change(row, text, stage=after(row.stage, "reply"), acceptance=acceptance, reply=text)
    return row


def adopt(actor: Actor, second: Actor, row: Recommendation, report_on: dt.date) -> Recommendation:
    """Adopt it: two persons, neither of whom drafted it. `report_on`: the day of the first assessment report."""
    given = Given(second=second, requester=row.drafted_by)
    with acting(actor, "recommendation.adopted", subject_of(row), given=given):
        _change(row, "adopt", stage=after(row.stage, "adopt"), adopted_by=actor.id, report_on=report_on)
    return row


def share(actor: Actor, second: Actor, row: Recommendation, decision: str) -> Recommendation:
    """Let those who help have it: a recorded decision of two."""
    with acting(actor, "recommendation.shared", subject_of(row), given=Given(decision, second)):
        _change(row, decision, shared_at=timezone.now())
    return row


def open_recommendations(actor: Actor, state: State, cycle: Cycle) -> list[tuple[Recommendation, str]]:
    """The recommendations that this actor may see, each with what the State does not keep from them of its words.

    The other words of a row are cut as well; it is not to be saved.
    """
    rows = list(Recommendation.objects.filter(state=state, cycle=cycle).select_related("state", "cycle"))
    shown = Stage(
        with_the_state=True, before_the_committee=True, adopted=True, shareable=any(row.shared_at for row in rows)
    )
    about = facts(SubjectClass.RECOMMENDATION, f"state:{state.code}", state, cycle, shown)
    with acting(actor, "material.opened", about) as acted:
        seen = cut_rows(actor, [(subject_of(row), row) for row in rows], *WORDS)
        acted.details["items"] = len(seen)
    return [(row, row.text) for row in seen]


def open_recommendation(actor: Actor, row: Recommendation) -> Recommendation:
    """One recommendation as this reader has it; its words are cut in the row in hand, which is not to be saved."""
    with acting(actor, "material.opened", subject_of(row)):
        cut_rows(actor, [(subject_of(row), row)], *WORDS)
    return row


def findings_of(row: Recommendation) -> list[int]:
    """The numbers of the findings that it follows from."""
    return list(row.follows_from.order_by("finding").values_list("finding", flat=True))


def said_in(row: Recommendation) -> list[RecommendationVersion]:
    """Every version, the first one first."""
    return list(row.versions.order_by("edition"))


def _require_sound(state: State, said: Draft) -> None:
    checked(said)
    try:
        duty(said.obligation)
    except UnknownObligation:
        raise RecommendationError(Saying("name an obligation of the catalogue by its code, such as 2396-11a")) from None
    require_findings(state, said.findings)


def _keep(row: Recommendation, said: Draft, actor: Actor) -> None:
    told = {**{field: getattr(said, field) for field in FIELDS}, "findings": list(said.findings)}
    RecommendationVersion.objects.create(recommendation=row, edition=row.edition, said=told, by=actor.id)


def change_stage(row: Recommendation, event: str, **fields: object) -> None:
    """For the room that follows up: the event and its fields, inside the caller's act."""
    _change(row, event, stage=after(row.stage, event), **fields)


def _change(row: Recommendation, offered: object, **fields: object) -> None:
    """Write fields where nobody else wrote since `row` was read."""
    edition = row.edition + 1
    if not Recommendation.objects.filter(pk=row.pk, edition=row.edition).update(edition=edition, **fields):
        current = Recommendation.objects.get(pk=row.pk)
        raise ChangedMeanwhileError(Saying("the recommendation"), current.text, offered)
    row.refresh_from_db()
