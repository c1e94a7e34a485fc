"""What a State keeps confidential, on pages: its pieces, the paragraphs of one, marks set and released.

The State marks; its team reads the marks. Nothing typed is lost: a refused form comes back as it was sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from gatehouse.assessment.access.facts import facts
from gatehouse.assessment.confidentiality import marks
from gatehouse.assessment.confidentiality.models import Mark
from gatehouse.assessment.confidentiality.paragraphs import fingerprint, paragraphs
from gatehouse.assessment.errors import AssessmentError
from gatehouse.assessment.questions.answers import Place
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.errors import AnswerError
from gatehouse.assessment.selecting import ANSWER, Selectable, UnknownPieceError, open_selectable, piece_of
from gatehouse.safeguards.decision import KeptTo, Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.assessment.doing import ActForm, done, words
from gatehouse.web.assessment.evidence_forms import KIND_NAMES as EVIDENCE_KINDS
from gatehouse.web.assessment.finding_places import of_the_state, place_at
from gatehouse.web.assessment.visit_forms import VISIT_KINDS
from gatehouse.web.assessment.words import THEMES, called
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.forms import clipped, selection

KIND_NAMES: dict[str, str | Promise] = {
    "answer": gettext_lazy("Answers"),
    "finding": gettext_lazy("Findings"),
    "evidence": gettext_lazy("Evidence"),
    "recommendation": gettext_lazy("Recommendations"),
    "visit": gettext_lazy("Visits"),
    "assessment": gettext_lazy("Sections and replies"),
    "need": gettext_lazy("Needs"),
    "report": gettext_lazy("Reports"),
}
KINDS_IN: dict[str, Mapping[str, str | Promise]] = {"visit": VISIT_KINDS, "evidence": EVIDENCE_KINDS, "need": THEMES}
"""Of pieces that are called by a kind, the words of each."""
CIRCLES = (
    (KeptTo.COMMITTEE.value, gettext_lazy("to us, the team and the committee")),
    (KeptTo.TEAM.value, gettext_lazy("to us and the team")),
)


class KeepForm(ActForm):
    """All of a piece or some of its paragraphs, to whom they are kept, and why."""

    act = "keep"
    whole = forms.BooleanField(label=gettext_lazy("All of it"), required=False)
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("Only these paragraphs"), required=False, widget=forms.CheckboxSelectMultiple
    )
    to = forms.ChoiceField(label=gettext_lazy("It is kept"), choices=CIRCLES, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=gettext_lazy("Why it is confidential"), max_length=marks.REASON_CHARS_MAX, widget=words(2)
    )

    def __init__(self, piece: Selectable, data: Any = None) -> None:
        super().__init__(data, initial={"to": KeptTo.COMMITTEE.value})
        self.told = {fingerprint(one): one for one in paragraphs(piece.read.text)}
        selection(self, "parts").choices = list(self.told.items())
        if not self.told:
            del self.fields["parts"]

    def clean(self) -> dict[str, object]:
        """Something is chosen."""
        said = super().clean() or {}
        if not said.get("whole") and not said.get("parts") and "parts" not in self.errors:
            self.add_error("whole", _("Choose all of it, or the paragraphs that are kept."))
        return said

    def text(self) -> str:
        """The paragraphs that were chosen; nothing for the whole piece."""
        said = self.cleaned_data
        return "" if said["whole"] else "\n\n".join(self.told[part] for part in said["parts"])


class ReleaseForm(ActForm):
    """Why something is confidential no longer."""

    act = "release"
    reason = forms.CharField(
        label=gettext_lazy("Why it need not be kept any more"), max_length=marks.REASON_CHARS_MAX, widget=words(2)
    )

    def __init__(self, mark: int, data: Any = None) -> None:
        self.act = f"release-{mark}"
        super().__init__(data)


def _piece(request: HttpRequest, code: str, cycle: int, kind: str, name: str) -> Subject:
    """The facts about the piece in the address; the class of the piece is its own."""
    del request
    place = place_at(code, cycle)
    try:
        return piece_of(place.state, kind, name, place.cycle)
    except (UnknownPieceError, AnswerError):
        raise Http404 from None


def _marked(request: HttpRequest, code: str, cycle: int, mark: int) -> Subject:
    """The facts about the piece that a mark is on."""
    del request, cycle
    row = get_object_or_404(Mark.objects.select_related("state"), pk=mark, state__code=code)
    return facts(marks.KINDS[row.ref.partition(":")[0]], row.ref, row.state)


@page(Act.VIEW, SubjectClass.CYCLE, PurposeClass.ASSESSMENT, facts=of_the_state(SubjectClass.CYCLE))
def pieces(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Every piece of a State in a cycle that the reader may see, with how much of it is kept."""
    place = place_at(code, cycle)
    found = open_selectable(seated(request).actor, place.state, place.cycle)
    groups = [(name, [(one, title_of(one)) for one in found if one.kind == kind]) for kind, name in KIND_NAMES.items()]
    context = {"place": place, "groups": [group for group in groups if group[1]], "crumbs": _crumbs(place)}
    return render(request, "assessment/marks.html", context)


def title_of(one: Selectable) -> str:
    """What a piece is called: an answer by its question, the others by what they are, in the reader's language."""
    if one.kind == ANSWER and one.name in bank():
        return bank()[one.name].text_in(get_language() or "en")
    kind, _space, rest = one.title.partition(" ")
    word = KINDS_IN.get(one.kind, {}).get(kind)
    return one.title if word is None else f"{word} {rest}".strip()


@page(Act.VIEW, SubjectClass.CYCLE, PurposeClass.ASSESSMENT, facts=of_the_state(SubjectClass.CYCLE))
def piece(request: HttpRequest, code: str, cycle: int, kind: str, name: str) -> HttpResponse:
    """One piece: its paragraphs, what is kept of them and to whom, the marks with their reasons."""
    return _shown(request, place_at(code, cycle), kind, name)


@page(Act.KEEP_CONFIDENTIAL, SubjectClass.ANSWER, PurposeClass.ASSESSMENT, methods=ACTING, facts=_piece)
def keep(request: HttpRequest, code: str, cycle: int, kind: str, name: str) -> HttpResponse:
    """Keep all of a piece, or the paragraphs that were chosen."""
    place, actor = place_at(code, cycle), seated(request).actor
    form = KeepForm(_one(request, place, kind, name), request.POST)

    def act(said: dict[str, Any]) -> None:
        about = piece_of(place.state, kind, name, place.cycle)
        marks.keep(actor, about, said["reason"], form.text(), KeptTo(said["to"]))

    if done(request, form, act, _("Kept confidential from now on, everywhere.")):
        return redirect("assessment-marks-piece", code, cycle, kind, name)
    return _shown(request, place, kind, name, form)


@page(
    Act.RELEASE_CONFIDENTIAL,
    SubjectClass.ANSWER,
    PurposeClass.ASSESSMENT,
    methods=ACTING,
    facts=_marked,
    reasoned=True,
)
def release(request: HttpRequest, code: str, cycle: int, mark: int) -> HttpResponse:
    """End a mark: the State's own decision, recorded with its reason."""
    place, actor = place_at(code, cycle), seated(request).actor
    row = get_object_or_404(Mark.objects.select_related("state"), pk=mark, state=place.state)
    form = ReleaseForm(row.pk, request.POST)
    kind, name = _name_of(row, place)
    if done(
        request, form, lambda said: marks.release(actor, row, said["reason"]), _("Released. The decision is kept.")
    ):
        return redirect("assessment-marks-piece", code, cycle, kind, name)
    return _shown(request, place, kind, name, None, (row.pk, form))


def _name_of(mark: Mark, place: Place) -> tuple[str, str]:
    """The kind and name of the piece that a mark is on. 404 for an answer of another cycle."""
    kind, _colon, number = mark.ref.partition(":")
    if kind != "answer":
        return kind, number
    for name in place.questionnaire.questions():
        if _ref_of(place, kind, name.id) == mark.ref:
            return kind, name.id
    raise Http404


def _ref_of(place: Place, kind: str, name: str) -> str | None:
    """How the log calls a piece; None where there is none."""
    try:
        return piece_of(place.state, kind, name, place.cycle).ref
    except AssessmentError:
        return None


def _one(request: HttpRequest, place: Place, kind: str, name: str) -> Selectable:
    found = open_selectable(seated(request).actor, place.state, place.cycle, kind, name)
    if len(found) != 1:
        raise Http404
    return found[0]


def _shown(
    request: HttpRequest,
    place: Place,
    kind: str,
    name: str,
    wrong: KeepForm | None = None,
    released: tuple[int, ReleaseForm] | None = None,
) -> HttpResponse:
    """The page of a piece; with a form that was refused, as it was sent, and status 400."""
    actor, one = seated(request).actor, _one(request, place, kind, name)
    ours = [mark for mark in marks.of_state(actor, place.state) if mark.ref == one.read.subject.ref]
    forms_of = dict([released] if released else [])
    context = {
        "place": place,
        "one": one,
        "kind": KIND_NAMES[kind],
        "title": title_of(one),
        "paragraphs": [(each, one.marks.get(fingerprint(each.text or ""))) for each in one.read.shown],
        "whole": one.marks.get(""),
        "marks": [(mark, forms_of.get(mark.pk) or ReleaseForm(mark.pk)) for mark in ours],
        "may_mark": actor.state == place.state.code,
        "form": wrong or KeepForm(one),
        "crumbs": _crumbs(place, f"{KIND_NAMES[kind]}: {clipped(title_of(one), 60)}"),
    }
    return render(request, "assessment/marks_piece.html", context, status=400 if wrong or released else 200)


def _crumbs(place: Place, here: str = "") -> list[tuple[str, str]]:
    of = (place.state.code, place.cycle.pk)
    home = (reverse("assessment-state", args=of), f"{called(place.state)} · {place.cycle.name}")
    every = (reverse("assessment-marks", args=of) if here else "", _("What is kept confidential"))
    return [home, every, *([("", here)] if here else [])]
