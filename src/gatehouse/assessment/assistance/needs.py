"""Needs and offers: stated, shared by two, offered, and which offer fits which need."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from gatehouse.assessment.access.facts import Stage, facts
from gatehouse.assessment.acting import Given, acting
from gatehouse.assessment.assistance.errors import AssistanceError
from gatehouse.assessment.assistance.models import Need, Offer, Project
from gatehouse.assessment.assistance.project_stages import OVER
from gatehouse.assessment.assistance.proposals import Offered, Proposal, Wanted, proposals
from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.confidentiality.reading import Piece, read
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.states.models import State
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

TEXT_CHARS_MAX = 4_000


@dataclass(frozen=True, slots=True)
class Offering:
    """What a body offers."""

    body: str
    themes: tuple[str, ...]
    text: str
    until: dt.date
    regions: tuple[str, ...] = ()


def subject_of(need: Need) -> Subject:
    """The facts about a need, for the kernel. Needs of a State are its own, and adopted with their recommendation."""
    stage = Stage(with_the_state=True, adopted=True, shareable=need.shared_at is not None)
    return facts(SubjectClass.ASSISTANCE, f"need:{need.pk}", need.state, None, stage)


def state_need(actor: Actor, state: State, theme: str, text: str, recommendation: Recommendation | None = None) -> Need:
    """State a need, by the State itself or by its team from a recommendation."""
    _checked((theme,), text)
    if recommendation is not None and recommendation.state_id != state.pk:
        raise AssistanceError(Saying("the recommendation is another State's"))
    with acting(actor, "need.stated", facts(SubjectClass.ASSISTANCE, f"state:{state.code}", state)) as acted:
        need = Need.objects.create(
            state=state,
            recommendation=recommendation,
            theme=theme,
            text=text,
            urgency=recommendation.priority if recommendation else 2,
            stated_by=actor.id,
        )
        acted.subject = f"need:{need.pk}"
    return need


def share_need(actor: Actor, second: Actor, need: Need, decision: str) -> Need:
    """Let those who help see a need: a recorded decision of two."""
    with acting(actor, "need.shared", subject_of(need), given=Given(decision, second)):
        Need.objects.filter(pk=need.pk, shared_at=None).update(shared_at=timezone.now())
    need.refresh_from_db()
    return need


def offer_help(actor: Actor, offering: Offering) -> Offer:
    """Offer help. Raises `AssistanceError` for an unknown theme, and for one that has ended already."""
    _checked(offering.themes, offering.text)
    if offering.until < timezone.now().date() or not offering.body.strip():
        raise AssistanceError(Saying("an offer names its body, and ends on a day to come"))
    with acting(actor, "help.offered", Subject(SubjectClass.ASSISTANCE, "store:assessment")) as acted:
        offer = Offer.objects.create(
            body=offering.body,
            themes=sorted(offering.themes),
            regions=sorted(offering.regions),
            text=offering.text,
            until=offering.until,
            made_by=actor.id,
        )
        acted.subject = f"offer:{offer.pk}"
    return offer


def visible_needs(actor: Actor) -> list[Need]:
    """The needs that this actor may see: those shared, those of their own State, those of their team.

    In `text`, which is not to be saved, is what the State does not keep from this reader.
    """
    needs = {f"need:{need.pk}": need for need in Need.objects.select_related("state").order_by("pk")}
    seen = read(actor, [Piece(subject_of(need), need.text) for need in needs.values()])
    for one in seen:
        needs[one.subject.ref].text = one.text
    return [needs[one.subject.ref] for one in seen]


def proposed(actor: Actor, most_affected: Sequence[str] = ()) -> list[Proposal]:
    """Which offers in force fit the needs that this actor may see, the best first, each with its reasons."""
    wanted = [
        Wanted(need.pk, need.state.code, need.state.region, need.theme, need.urgency)
        for need in visible_needs(actor)
        if need.met_at is None
    ]
    offers = Offer.objects.filter(until__gte=timezone.now().date())
    offered = [Offered(one.pk, one.body, frozenset(one.themes), frozenset(one.regions)) for one in offers]
    running = Project.objects.exclude(stage__in=OVER).values_list("recipient__code", "theme")
    return proposals(wanted, offered, frozenset(most_affected), running)


def _checked(named: Sequence[str], text: str) -> None:
    if not named or set(named) - set(themes()):
        raise AssistanceError(Saying("name a kind of help; those there are: %(choices)s", choices=", ".join(themes())))
    if not text.strip() or len(text) > TEXT_CHARS_MAX:
        raise AssistanceError(Saying("say it in words, in at most %(most)s characters", most=TEXT_CHARS_MAX))
