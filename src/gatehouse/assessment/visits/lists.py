"""The list of a year: proposed from the ranking, adopted by two, amended with a reason; every version stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import IntegrityError
from django.db.models import Max
from django.utils import timezone

from gatehouse.assessment.acting import Given, acting
from gatehouse.assessment.errors import ChangedMeanwhileError
from gatehouse.assessment.visits.errors import VisitError
from gatehouse.assessment.visits.factors import values, weights
from gatehouse.assessment.visits.models import VisitList
from gatehouse.assessment.visits.ranking import Ranked, ranked
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

YEARS = (2001, 2100)
STATES_MAX = 300
REASON_CHARS_MAX = 2_000


def propose(
    actor: Actor,
    year: int,
    inputs: Mapping[str, Mapping[str, int]],
    places: int,
    reason: str,
    given_weights: Mapping[str, int] | None = None,
) -> VisitList:
    """The first version of a year's list: the first `places` States of the ranking.

    Raises `VisitError` for inputs that para 7 does not name, and where the year has a list: that one is amended.
    """
    if not YEARS[0] <= year <= YEARS[1] or not 0 < places <= len(inputs) <= STATES_MAX:
        raise VisitError(
            Saying(
                "a list is for a year from %(first)s on, and of 1 to %(count)s States",
                first=YEARS[0],
                count=len(inputs),
            )
        )
    ranking = ranked(inputs, given_weights)
    chosen = [one.state for one in ranking[:places]]
    fields = {"weights": weights(given_weights), "inputs": {state: values(known) for state, known in inputs.items()}}
    with acting(actor, "visits.proposed", _subject("store:assessment"), given=Given(_reason(reason))) as acted:
        try:
            made = VisitList.objects.create(
                year=year, version=1, chosen=chosen, reason=reason, made_by=actor.id, **fields
            )
        except IntegrityError:
            raise VisitError(Saying("%(year)s has a list already; amend it with a reason", year=year)) from None
        acted.subject, acted.details["entries"] = f"visits:{made.pk}", len(chosen)
    return made


def amend(
    actor: Actor,
    seen: VisitList,
    chosen: Sequence[str],
    reason: str,
    given_weights: Mapping[str, int] | None = None,
) -> VisitList:
    """Another version: other States, or other weights, with the reason. It has to be adopted anew.

    `seen` is the version that the amendment was made on; `ChangedMeanwhileError` where it is no longer the newest.
    """
    if len(set(chosen)) < len(chosen) or not set(chosen) <= set(seen.inputs):
        raise VisitError(Saying("a list names States of which the inputs are known, each once"))
    told = "weights.changed" if given_weights else "visits.amended"
    version = seen.version + 1
    with acting(actor, told, _subject(f"visits:{seen.pk}"), {"version": version}, Given(_reason(reason))):
        newest = VisitList.objects.filter(year=seen.year).aggregate(newest=Max("version"))["newest"]
        if newest != seen.version:
            raise ChangedMeanwhileError(Saying("the list"), newest_of(seen.year).chosen, list(chosen))
        return VisitList.objects.create(
            year=seen.year,
            version=version,
            weights=weights({**seen.weights, **(given_weights or {})}),
            inputs=seen.inputs,
            chosen=list(chosen),
            reason=reason,
            made_by=actor.id,
        )


def adopt(actor: Actor, second: Actor, version: VisitList) -> VisitList:
    """Adopt the newest version: two persons, neither of whom made it."""
    given = Given(second=second, requester=version.made_by)
    with acting(actor, "visits.adopted", _subject(f"visits:{version.pk}"), {"version": version.version}, given):
        done = VisitList.objects.filter(pk=version.pk, adopted_at=None, version=newest_of(version.year).version)
        if not done.update(adopted_by=actor.id, adopted_at=timezone.now()):
            raise VisitError(Saying("this version was adopted already, or there is a newer one"))
    version.refresh_from_db()
    return version


def newest_of(year: int) -> VisitList:
    """The newest version of a year's list. Raises `VisitError` where there is none."""
    found = VisitList.objects.filter(year=year).order_by("-version").first()
    if found is None:
        raise VisitError(Saying("%(year)s has no list; `gatehouse assess visits propose` makes one", year=year))
    return found


def versions(actor: Actor, year: int) -> list[VisitList]:
    """Every version of a year's list, the newest first, for those who assess and adopt."""
    with acting(actor, "material.opened", _subject("store:assessment")):
        return list(VisitList.objects.filter(year=year).order_by("-version"))


def ranking_of(version: VisitList) -> tuple[Ranked, ...]:
    """The ranking as it was when this version was made, from the inputs and weights that it keeps."""
    return ranked(version.inputs, version.weights)


def subject_of(version: VisitList) -> Subject:
    """The facts about a version of a list, for the kernel: it is of no State."""
    return _subject(f"visits:{version.pk}")


def _subject(ref: str) -> Subject:
    return Subject(SubjectClass.VISIT_LIST, ref)


def _reason(reason: str) -> str:
    if not reason.strip() or len(reason) > REASON_CHARS_MAX:
        raise VisitError(Saying("say why, in at most %(most)s characters", most=REASON_CHARS_MAX))
    return reason
