"""Marks: a State keeps selected information confidential, and releases it by a recorded decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.utils import timezone

from gatehouse.assessment.access.facts import FROM_THE_STATE, facts
from gatehouse.assessment.acting import Given, acting
from gatehouse.assessment.confidentiality.errors import ConfidentialityError
from gatehouse.assessment.confidentiality.models import Mark
from gatehouse.assessment.confidentiality.paragraphs import fingerprint, paragraphs
from gatehouse.assessment.confidentiality.redaction import WHOLE
from gatehouse.assessment.states.models import State
from gatehouse.safeguards.decision import Actor, KeptTo, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

REASON_CHARS_MAX = 2_000
KINDS = {
    "answer": SubjectClass.ANSWER,
    "evidence": SubjectClass.STATE_EVIDENCE,
    "finding": SubjectClass.FINDING,
    "recommendation": SubjectClass.RECOMMENDATION,
    "visit": SubjectClass.VISIT,
    "need": SubjectClass.ASSISTANCE,
    "project": SubjectClass.ASSISTANCE,
    "report": SubjectClass.ASSESSMENT_REPORT,
    "assessment": SubjectClass.ASSESSMENT_REPORT,
}
"""Pieces that can be kept confidential, by the kind of their reference."""


def keep(actor: Actor, piece: Subject, reason: str, text: str = "", to: KeptTo = KeptTo.COMMITTEE) -> list[Mark]:
    """Keep a piece confidential, or only the paragraphs of `text`. What is kept already is left as it is.

    Raises `ConfidentialityError` without a reason, and `NotAllowedError` for anybody but the State itself.
    """
    if not reason.strip() or len(reason) > REASON_CHARS_MAX:
        raise ConfidentialityError(
            Saying("say why it is kept confidential, in at most %(most)s characters", most=REASON_CHARS_MAX)
        )
    parts = {fingerprint(one): one for one in paragraphs(text)} if text.strip() else {WHOLE: ""}
    with acting(actor, "mark.set", piece):
        state = State.objects.get(code=piece.state)
        made = []
        for part, excerpt in parts.items():
            mark, _ = Mark.objects.get_or_create(
                ref=piece.ref,
                part=part,
                released_at=None,
                defaults={
                    "state": state,
                    "kept_to": to.value,
                    "excerpt": excerpt,
                    "reason": reason,
                    "set_by": actor.id,
                },
            )
            made.append(mark)
    return made


def release(actor: Actor, mark: Mark, reason: str) -> Mark:
    """End a mark: the State's own decision, with its reason. Raises `ConfidentialityError` for one that has ended."""
    piece = facts(KINDS[mark.ref.partition(":")[0]], mark.ref, mark.state, None, FROM_THE_STATE)
    with acting(actor, "mark.released", piece, {"mark": f"mark:{mark.pk}"}, Given(reference=reason)):
        ended = Mark.objects.filter(pk=mark.pk, released_at=None).update(
            released_by=actor.id, released_at=timezone.now(), release_reason=reason
        )
        if not ended:
            raise ConfidentialityError(Saying("this mark was released already"))
    mark.refresh_from_db()
    return mark


def kept(refs: Iterable[str]) -> dict[str, dict[str, KeptTo]]:
    """The marks in force on each piece that has any: by part, to whom."""
    found: dict[str, dict[str, KeptTo]] = defaultdict(dict)
    for mark in Mark.objects.filter(ref__in=list(refs), released_at=None):
        found[mark.ref][mark.part] = KeptTo(mark.kept_to)
    return dict(found)


def carry(actor: Actor, old: str, piece: Subject) -> None:
    """Keep a piece as the one that it is a copy of (`old`, its reference): by the same marks, for the same reasons."""
    for mark in Mark.objects.filter(ref=old, released_at=None):
        keep(actor, piece, mark.reason, mark.excerpt, KeptTo(mark.kept_to))


def refs_kept(kind: str) -> list[str]:
    """Every piece of a kind on which there is a mark in force, whole or in part: such a one is in no table."""
    return list(Mark.objects.filter(ref__startswith=f"{kind}:", released_at=None).values_list("ref", flat=True))


def kept_words(state: State | None = None) -> list[tuple[KeptTo, str, str]]:
    """Of every marked paragraph in force: to whom it is kept, the State's code, and the words."""
    marks = Mark.objects.filter(released_at=None).exclude(excerpt="").select_related("state")
    marks = marks.filter(state=state) if state is not None else marks
    return [(KeptTo(mark.kept_to), mark.state.code, mark.excerpt) for mark in marks]


def of_state(actor: Actor, state: State) -> list[Mark]:
    """The marks of a State, in force and ended, for itself and its team."""
    with acting(actor, "material.opened", facts(SubjectClass.CYCLE, f"state:{state.code}", state)):
        return list(Mark.objects.filter(state=state).order_by("-set_at", "-pk"))
