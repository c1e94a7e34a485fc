"""Adoption by two persons of whom neither is an author: the first consent waits in a table for the second.

Who wrote, rated or settled anything in an assessment, or put it before the State, is its author. A consent is to the
draft as it stood: when it is taken up again, what waited has lapsed. Nobody consents for somebody else.
"""

from __future__ import annotations

from gatehouse.assessment.acting import Given, acting, may_do
from gatehouse.assessment.findings import standing
from gatehouse.assessment.findings.assessments import about, lacking, move
from gatehouse.assessment.findings.errors import FindingsError, NotReadyError
from gatehouse.assessment.findings.models import (
    Assessment,
    CapabilityStage,
    Consent,
    FindingText,
    GateText,
    Moved,
    SettledRating,
)
from gatehouse.assessment.findings.states import Stand, after
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.terms.saying import Saying


def authors(assessment: Assessment) -> frozenset[str]:
    """Everybody by whose hand something of the draft is: their references."""
    written = (
        FindingText.objects.filter(finding__assessment=assessment),
        GateText.objects.filter(assessment=assessment),
        SettledRating.objects.filter(finding__assessment=assessment),
        CapabilityStage.objects.filter(finding__assessment=assessment),
        Moved.objects.filter(assessment=assessment, event__in=("put", "revise")),
    )
    found = {who for rows in written for who in rows.values_list("by", flat=True)}
    return frozenset(found) | standing.raters(assessment)


def waiting(assessment: Assessment) -> list[Consent]:
    """The consents that wait for another person's, oldest first; none once it is adopted."""
    last = _last_step(assessment)
    if last is None or last.stand not in (Stand.REPLIED, Stand.UNANSWERED):
        return []
    newest = {row.by: row for row in Consent.objects.filter(assessment=assessment, after=last).order_by("pk")}
    return sorted((row for row in newest.values() if not row.withdrawn), key=lambda row: row.pk)


def may_consent(actor: Actor, assessment: Assessment) -> bool:
    """Whether this person could consent now: for showing a way to it. Consenting asks again."""
    if Stand(assessment.stand) not in (Stand.REPLIED, Stand.UNANSWERED) or actor.id in authors(assessment):
        return False
    others = [row for row in waiting(assessment) if row.by != actor.id]
    if not others and actor.id in {row.by for row in waiting(assessment)}:
        return False
    first, given = _as_two(actor, others[0], assessment) if others else (actor, _given(assessment, begins=True))
    return may_do(first, "assessment.adopted", about(assessment), given)


def consent(actor: Actor, assessment: Assessment) -> Assessment:
    """Consent to adopt: where another person's consent waits, the assessment is adopted by both; else this one waits.

    Raises `NotReadyError` where a gate is empty or a rating open, `FindingsError` for an author of the draft, a second
    consent of the same person, and before the State was heard.
    """
    others = [row for row in waiting(assessment) if row.by != actor.id]
    if others:
        _require_no_author(assessment, actor.id)
        first, given = _as_two(actor, others[0], assessment)
        return adopt(first, assessment, given.second)
    with acting(actor, "adoption.consented", about(assessment), given=_given(assessment, begins=True)):
        locked = _require_adoptable(assessment, actor.id)
        if actor.id in {row.by for row in waiting(locked)}:
            raise FindingsError(Saying("your consent is waiting for another person's already"))
        _keep(actor, locked)
    return locked


def withdraw_consent(actor: Actor, assessment: Assessment) -> None:
    """Take one's own consent back while it waits. Raises `FindingsError` where none waits."""
    with acting(actor, "adoption.withdrawn", about(assessment), given=_given(assessment, begins=True)):
        locked = Assessment.objects.select_for_update().get(pk=assessment.pk)
        if actor.id not in {row.by for row in waiting(locked)}:
            raise FindingsError(Saying("no consent of yours is waiting here"))
        _keep(actor, locked, withdrawn=True)


def adopt(actor: Actor, assessment: Assessment, second: Actor | None = None) -> Assessment:
    """Adopt, by two of the committee or one and a team lead, none of whom is an author of the draft.

    Raises `NotReadyError` where a gate is empty or a rating open, `FindingsError` before the State was heard.
    """
    with acting(actor, "assessment.adopted", about(assessment), given=_given(assessment, second)):
        locked = _require_adoptable(assessment, actor.id, *([second.id] if second else []))
        return move(actor, locked, "adopt", {})


def _given(assessment: Assessment, second: Actor | None = None, *, begins: bool = False) -> Given:
    put_by = Assessment.objects.values_list("put_by", flat=True).get(pk=assessment.pk)
    return Given(f"assessment:{assessment.pk}", second, put_by or None, begins)


def _as_two(actor: Actor, waits: Consent, assessment: Assessment) -> tuple[Actor, Given]:
    """Who acts and who is the second person, of the one who sits here and the one whose consent waits: a member of the
    committee acts, and the other one may be a team lead.
    """
    other = Actor(waits.by, Role(waits.role))
    first, second = (actor, other) if actor.role is Role.COMMITTEE_MEMBER else (other, actor)
    return first, _given(assessment, second)


def _require_adoptable(assessment: Assessment, *persons: str) -> Assessment:
    """The assessment, locked, where it could be adopted by these persons now."""
    locked = Assessment.objects.select_for_update(of=("self",)).select_related("state", "cycle").get(pk=assessment.pk)
    after(Stand(locked.stand), "adopt")
    if missing := lacking(locked):
        raise NotReadyError(Saying("not ready for adoption"), missing)
    _require_no_author(locked, *persons)
    return locked


def _require_no_author(assessment: Assessment, *persons: str) -> None:
    if authors(assessment) & set(persons):
        raise FindingsError(Saying("whoever wrote, rated or put forward a part of the draft does not adopt it"))


def _last_step(assessment: Assessment) -> Moved | None:
    return Moved.objects.filter(assessment=assessment).order_by("pk").last()


def _keep(actor: Actor, assessment: Assessment, *, withdrawn: bool = False) -> None:
    Consent.objects.create(
        assessment=assessment,
        after=Moved.objects.filter(assessment=assessment).latest("pk"),
        role=actor.role.value,
        withdrawn=withdrawn,
        by=actor.id,
    )
