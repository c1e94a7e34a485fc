"""The pieces of a State's material by their names, with their words: what a State chooses from when it keeps something.

A piece is named by its kind and number (`finding:12`), an answer by its question. Its words are all that anybody wrote
into it, in paragraphs, so that each can be kept by itself; a code, a number or a day is kept with the whole piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Model, QuerySet

from gatehouse.assessment.access.facts import facts
from gatehouse.assessment.acting import acting
from gatehouse.assessment.assistance import needs
from gatehouse.assessment.assistance.models import Need
from gatehouse.assessment.confidentiality.marks import kept
from gatehouse.assessment.confidentiality.reading import Piece, Read, read
from gatehouse.assessment.confidentiality.redaction import Marks
from gatehouse.assessment.errors import AssessmentError
from gatehouse.assessment.evidence import store as evidence
from gatehouse.assessment.evidence.models import Item
from gatehouse.assessment.findings import assessments
from gatehouse.assessment.findings.assessments import about_finding
from gatehouse.assessment.findings.models import Assessment, Finding
from gatehouse.assessment.questions.answers import answers_of
from gatehouse.assessment.questions.pieces import about_answer, about_answers
from gatehouse.assessment.recommendations import store as recommendations
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.reports import freezing
from gatehouse.assessment.reports.contents import WORDS, contents_from, every_part
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.visits import planning
from gatehouse.assessment.visits.models import Visit
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

ANSWER = "answer"


class UnknownPieceError(AssessmentError):
    """No piece of the State has this name."""


@dataclass(frozen=True, slots=True)
class Selectable:
    """A piece as a reader has it: kind and name, what it is called, what they may read, and the marks in force on it.

    `has_file`: any mark keeps the whole file from those whom the mark leaves out.
    """

    kind: str
    name: str
    title: str
    read: Read
    marks: Marks
    has_file: bool = False


@dataclass(frozen=True, slots=True)
class _Kind:
    """Where pieces of a kind are: their rows of a State and cycle, the facts about one, its title and words."""

    rows: Callable[[State, Cycle | None], QuerySet[Any]]
    about: Callable[[Any], Subject]
    title: Callable[[Any], str]
    words: Callable[[Any], list[str]]

    def all_about(self, rows: Sequence[Any]) -> list[Subject]:
        """The facts about rows of one State and cycle: of findings, how far they have come is read once for all."""
        if self.about is not about_finding:
            return [self.about(row) for row in rows]
        known: dict[int, Subject] = {}
        for row in rows:
            if row.assessment_id not in known:
                known[row.assessment_id] = about_finding(row)
        return [replace(known[row.assessment_id], ref=f"finding:{row.pk}") for row in rows]


def piece_of(state: State, kind: str, name: str, cycle: Cycle | None = None) -> Subject:
    """The facts about the piece of this name; an answer is one of a cycle. Raises `UnknownPieceError` for none such."""
    if kind == ANSWER and cycle is not None:
        return about_answer(state, cycle, name)
    known = KINDS.get(kind)
    found = known.rows(state, None).filter(pk=int(name)).first() if known and _is_number(name) else None
    if known is None or found is None:
        raise UnknownPieceError(
            Saying("%(kind)s:%(name)s: %(code)s has no such piece", kind=kind[:16], name=name[:32], code=state.code)
        )
    return known.about(found)


def open_selectable(actor: Actor, state: State, cycle: Cycle, kind: str = "", name: str = "") -> list[Selectable]:
    """The pieces of a State in a cycle that this reader may see; only the one that is named, where one is."""
    with acting(actor, "material.opened", facts(SubjectClass.CYCLE, f"state:{state.code}", state, cycle)) as acted:
        named = [one for one in _named(state, cycle, kind, name) if not name or one[1] == name]
        seen = {one.subject.ref: one for one in read(actor, [piece for *_, piece in named])}
        marks = kept(seen)
        found = [
            Selectable(of, called, title, seen[piece.subject.ref], marks.get(piece.subject.ref, {}), has_file)
            for of, called, title, has_file, piece in named
            if piece.subject.ref in seen
        ]
        acted.details["items"] = len(found)
    return found


def _named(state: State, cycle: Cycle, kind: str, name: str) -> Iterator[tuple[str, str, str, bool, Piece]]:
    if kind in ("", ANSWER):
        about = about_answers(state, cycle)
        for question, standing in sorted(answers_of(state, cycle).items()):
            value = standing.given.value if isinstance(standing.given.value, str) else ""
            text = "\n\n".join((value, standing.given.remarks))
            yield ANSWER, question, question, False, Piece(about[question], text)
    for code, of in KINDS.items():
        if kind not in ("", code):
            continue
        rows = of.rows(state, cycle)
        chosen = list(rows.filter(pk=int(name)) if _is_number(name) else rows.order_by("pk"))
        for row, subject in zip(chosen, of.all_about(chosen), strict=True):
            has_file = bool(getattr(row, "file_name", ""))
            yield code, str(row.pk), of.title(row), has_file, Piece(subject, "\n\n".join(of.words(row)))


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdigit() and len(name) < 16


def _of_finding(row: Finding) -> list[str]:
    newest = max(row.texts.all(), key=lambda text: text.pk, default=None)
    return [newest.text] if newest else []


def _of_recommendation(row: Recommendation) -> list[str]:
    told = [getattr(row, field) for field in recommendations.WORDS]
    told += [one.text for one in sorted(row.progress.all(), key=lambda one: one.pk)]
    return told + [one.reason for one in sorted(row.verifications.all(), key=lambda one: one.pk)]


def _of_visit(row: Visit) -> list[str]:
    told = [row.purpose, *row.events.order_by("pk").values_list("reason", flat=True)]
    for of in row.consents.order_by("pk"):
        told += [of.reference, of.conditions]
    for meeting in row.agenda.all():
        told += [meeting.title, meeting.with_whom]
    return told + list(row.seen_to.order_by("pk").values_list("note", flat=True))


def _of_report(row: FrozenReport) -> list[str]:
    parts = every_part(contents_from(row.contents).parts)
    return [str(one.values["text"]) for part in parts for one in part.sentences if one.key == WORDS]


def _recommendations(state: State, cycle: Cycle | None) -> QuerySet[Any]:
    return _in_cycle(Recommendation)(state, cycle).prefetch_related("progress", "verifications")


def _in_cycle(model: type[Model]) -> Callable[[State, Cycle | None], QuerySet[Any]]:
    def rows(state: State, cycle: Cycle | None) -> QuerySet[Any]:
        found = model._default_manager.filter(state=state).select_related("state", "cycle")
        return found.filter(cycle=cycle) if cycle else found

    return rows


def _findings(state: State, cycle: Cycle | None) -> QuerySet[Any]:
    found = Finding.objects.filter(assessment__state=state)
    found = found.select_related("assessment__state", "assessment__cycle").prefetch_related("texts")
    return found.filter(assessment__cycle=cycle) if cycle else found


KINDS: dict[str, _Kind] = {
    "finding": _Kind(_findings, about_finding, lambda row: f"{row.number}: {row.obligation}", _of_finding),
    "evidence": _Kind(
        _in_cycle(Item),
        evidence.about,
        lambda row: f"{row.kind} {row.pk}",
        lambda row: [getattr(row, field) for field in evidence.WORDS],
    ),
    "recommendation": _Kind(
        _recommendations,
        recommendations.subject_of,
        lambda row: row.code,
        _of_recommendation,
    ),
    "visit": _Kind(
        _in_cycle(Visit), planning.subject_of, lambda row: f"{row.kind} {row.starts or ''}".strip(), _of_visit
    ),
    "assessment": _Kind(_in_cycle(Assessment), assessments.about, lambda row: row.cycle.name, assessments.words_of),
    "need": _Kind(
        lambda state, _: Need.objects.filter(state=state).select_related("state"),
        needs.subject_of,
        lambda row: row.theme,
        lambda row: [row.text],
    ),
    "report": _Kind(_in_cycle(FrozenReport), freezing.subject_of, lambda row: f"{row.kind} {row.pk}", _of_report),
}
"""Pieces that are kept in rows; answers are named by their question."""
