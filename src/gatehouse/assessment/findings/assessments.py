"""An assessment from its beginning to the State's reply: gates, and what is lacking yet. `adoption` goes on."""

from __future__ import annotations

import datetime as dt

from django.db import models, transaction
from django.utils import timezone

from gatehouse.assessment.access.facts import Stage, facts
from gatehouse.assessment.acting import acting
from gatehouse.assessment.confidentiality.marks import kept
from gatehouse.assessment.confidentiality.reading import cutter
from gatehouse.assessment.errors import ChangedMeanwhileError
from gatehouse.assessment.findings.errors import FindingsError, NotReadyError
from gatehouse.assessment.findings.method import AXES, Axis, gates, method
from gatehouse.assessment.findings.models import Assessment, Finding, GateText, Moved, Reply
from gatehouse.assessment.findings.standing import rated_of
from gatehouse.assessment.findings.states import DONE, HOW_FAR, Rated, Stand, after
from gatehouse.assessment.states.cycle_states import CycleState
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

TEXT_CHARS_MAX = 50_000


def about(assessment: Assessment) -> Subject:
    """What the kernel is asked about: the assessment, with how far it has come."""
    return about_piece(assessment, SubjectClass.ASSESSMENT_REPORT, f"assessment:{assessment.pk}")


def about_piece(assessment: Assessment, kind: SubjectClass, reference: str) -> Subject:
    """The same of a piece of it: a finding, or all of them. Where it stands is read now, not remembered."""
    stand = Assessment.objects.values_list("stand", flat=True).get(pk=assessment.pk)
    stage = Stage(
        with_the_state=stand != Stand.DRAFTING,
        before_the_committee=stand in (Stand.REPLIED, Stand.UNANSWERED),
        adopted=stand == Stand.ADOPTED,
    )
    return facts(kind, reference, assessment.state, assessment.cycle, stage)


def about_finding(finding: Finding) -> Subject:
    """What the kernel is asked about: a finding, with how far its assessment has come."""
    return about_piece(finding.assessment, SubjectClass.FINDING, f"finding:{finding.pk}")


def begin(actor: Actor, state: State, cycle: Cycle) -> Assessment:
    """Begin to assess a State in an open cycle; the one that was begun before, where there is one."""
    if cycle.state != CycleState.OPEN:
        raise FindingsError(
            Saying(
                "the cycle %(name)s is %(state)s; assessments are made in an open one",
                name=cycle.name,
                state=cycle.state,
            )
        )
    subject = facts(SubjectClass.ASSESSMENT_REPORT, f"state:{state.code}", state, cycle)
    with acting(actor, "assessment.begun", subject) as acted:
        found, made = Assessment.objects.get_or_create(state=state, cycle=cycle, defaults={"method": method().version})
        acted.subject, acted.silent = f"assessment:{found.pk}", not made
    return found


def begun(state: State, cycle: Cycle) -> Assessment:
    """The assessment of a State in a cycle. Raises `FindingsError` where none was begun."""
    found = Assessment.objects.select_related("state", "cycle").filter(state=state, cycle=cycle).first()
    if found is None:
        raise FindingsError(Saying("this State is not assessed in this cycle yet; it begins with the first finding"))
    return found


def require_drafting(assessment: Assessment) -> None:
    """Refuse what would change an assessment that is not being drafted; until the act ends nobody else changes it."""
    stand = Assessment.objects.select_for_update().values_list("stand", flat=True).get(pk=assessment.pk)
    if stand != Stand.DRAFTING:
        raise FindingsError(
            Saying("the assessment is %(stand)s; it is changed while it is being drafted (event revise)", stand=stand)
        )


def require_words(text: str) -> None:
    """Refuse what has to be in words and is not. Raises `FindingsError`."""
    if not text.strip() or len(text) > TEXT_CHARS_MAX:
        raise FindingsError(Saying("words are needed here, at most %(most)s characters", most=TEXT_CHARS_MAX))


def require_unchanged(what: Saying, stands: models.Model | None, seen: int | None, offered: object) -> None:
    """Refuse to write over a version that was not seen: `seen` is its number, 0 for none, None where nobody looked.

    Raises `ChangedMeanwhileError` with what stands and what was to be written.
    """
    if seen is not None and seen != (stands.pk if stands else 0):
        raise ChangedMeanwhileError(what, stands, offered)


def write_gate(actor: Actor, assessment: Assessment, gate: str, text: str, seen: int | None = None) -> None:
    """Write a version of the section of a gate. Raises `FindingsError` for no such gate.

    `seen` is the version (`GateText.pk`) that was read before (`require_unchanged`).
    """
    if gate not in gates() or len(text) > TEXT_CHARS_MAX:
        raise FindingsError(
            Saying(
                "there are the sections %(choices)s, of at most %(most)s characters",
                choices=", ".join(gates()),
                most=TEXT_CHARS_MAX,
            )
        )
    with acting(actor, "section.written", about(assessment)):
        require_drafting(assessment)
        require_unchanged(Saying("this section"), newest_gate(assessment, gate), seen, text)
        GateText.objects.create(assessment=assessment, gate=gate, text=text.strip(), by=actor.id)


def newest_gate(assessment: Assessment, gate: str) -> GateText | None:
    """The version of a section that stands; None where it was never written."""
    return GateText.objects.filter(assessment=assessment, gate=gate).order_by("pk").last()


def gate_texts(assessment: Assessment) -> dict[str, str]:
    """The newest text of each gate; empty where there is none."""
    rows = GateText.objects.filter(assessment=assessment).order_by("pk")
    return dict.fromkeys(gates(), "") | {row.gate: row.text for row in rows}


def open_sections(actor: Actor, assessment: Assessment) -> dict[str, str]:
    """The same as this reader has it: without the paragraphs that the State keeps from them."""
    subject = about(assessment)
    with acting(actor, "material.opened", subject):
        cut = cutter(actor, subject, kept([subject.ref]).get(subject.ref, {}))
        return {gate: cut(text) if cut else "" for gate, text in gate_texts(assessment).items()}


def words_of(assessment: Assessment) -> list[str]:
    """What can be kept confidential of an assessment as a whole: its sections, and replies to all of the draft."""
    replies = Reply.objects.filter(assessment=assessment, finding=None).order_by("pk").values_list("text", flat=True)
    return [*gate_texts(assessment).values(), *replies]


def is_written(text: str) -> bool:
    """Whether the section of a gate has as many letters as the method asks for."""
    return sum(char.isalnum() for char in text) >= method().gate_chars_min


def lacking(assessment: Assessment) -> tuple[Saying, ...]:
    """What is missing before the draft can be put before the State, and so before adoption; empty: nothing."""
    missing = [*empty_gates(assessment)]
    findings = list(Finding.objects.filter(assessment=assessment).order_by("number"))
    if not findings:
        missing.append(Saying("nothing is found yet"))
    rated = rated_of(assessment)
    for finding in findings:
        open_axes = [axis for axis in Axis if rated[finding.pk, axis] not in DONE]
        missing += [_unfinished(finding.number, axis, rated[finding.pk, axis]) for axis in open_axes]
    return tuple(missing)


def empty_gates(assessment: Assessment) -> tuple[Saying, ...]:
    """The sections of gates that are not written yet."""
    empty = Saying("the section on %(gate)s is empty (under %(least)s characters; %(cites)s)")
    short = method().gate_chars_min
    return tuple(
        empty.about(gate=Saying(gates()[gate].en), least=short, cites=gates()[gate].cites)
        for gate, text in gate_texts(assessment).items()
        if not is_written(text)
    )


def _unfinished(number: int, axis: Axis, rated: Rated) -> Saying:
    """What is open on one axis of a finding."""
    return Saying("finding %(number)s, %(axis)s: %(rated)s", number=number, axis=AXES[axis], rated=HOW_FAR[rated])


def put_before_the_state(actor: Actor, assessment: Assessment, today: dt.date) -> Assessment:
    """Put the whole draft before the State, which can reply for the days of the method.

    Raises `NotReadyError` with everything that is missing.
    """
    due = today + dt.timedelta(days=method().reply_days)
    with acting(actor, "assessment.put", about(assessment)):
        if missing := lacking(assessment):
            raise NotReadyError(Saying("not ready for the State"), missing)
        return move(actor, assessment, "put", {"reply_due": due, "put_by": actor.id})


def reply(actor: Actor, assessment: Assessment, text: str, finding: Finding | None = None) -> None:
    """The State says something to the draft or to one finding, as often as it likes until it ends its reply."""
    if not text.strip() or len(text) > TEXT_CHARS_MAX:
        raise FindingsError(Saying("a reply is in words, at most %(most)s characters", most=TEXT_CHARS_MAX))
    if finding and finding.assessment_id != assessment.pk:
        raise FindingsError(Saying("the finding is of another assessment"))
    with acting(actor, "assessment.replied", about(assessment)):
        if Assessment.objects.select_for_update().get(pk=assessment.pk).stand != Stand.WITH_STATE:
            raise FindingsError(Saying("the draft is not before the State; a reply is given while it is"))
        Reply.objects.create(assessment=assessment, finding=finding, text=text.strip(), by=actor.id)


def end_reply(actor: Actor, assessment: Assessment) -> Assessment:
    """The State has said what it has to say, be it nothing."""
    with acting(actor, "assessment.replied", about(assessment)):
        return move(actor, assessment, "reply", {})


def lapse(actor: Actor, assessment: Assessment, today: dt.date) -> Assessment:
    """The day of the reply has passed. Raises `FindingsError` before that."""
    with acting(actor, "assessment.lapsed", about(assessment)):
        due = Assessment.objects.get(pk=assessment.pk).reply_due
        if due is None or today <= due:
            raise FindingsError(
                Saying("the State can reply up to and including %(due)s; nothing lapses before", due=due)
            )
        return move(actor, assessment, "lapse", {})


def revise(actor: Actor, assessment: Assessment, reason: str) -> Assessment:
    """Take the draft up again after the State was heard; it is put before the State anew."""
    if not reason.strip():
        raise FindingsError(Saying("say why the draft is taken up again"))
    with acting(actor, "assessment.revised", about(assessment)):
        return move(actor, assessment, "revise", {"reply_due": None}, reason)


def move(actor: Actor, assessment: Assessment, event: str, changes: dict[str, object], reason: str = "") -> Assessment:
    """Let an assessment take a step of its table, within the act that is in the log."""
    with transaction.atomic():
        locked = (
            Assessment.objects.select_for_update(of=("self",)).select_related("state", "cycle").get(pk=assessment.pk)
        )
        locked.stand = after(Stand(locked.stand), event).value
        for name, value in changes.items():
            setattr(locked, name, value)
        locked.save()
        Moved.objects.create(assessment=locked, event=event, stand=locked.stand, by=actor.id, reason=reason.strip())
    return locked


def today() -> dt.date:
    """The day in UTC."""
    return timezone.now().date()
