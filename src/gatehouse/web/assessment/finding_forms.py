"""The forms of an assessment: a finding, a rating, a settling, a stage with its roadmap, a section, a reply."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.assessment.evidence.store import Shown
from gatehouse.assessment.findings.assessments import TEXT_CHARS_MAX
from gatehouse.assessment.findings.method import Axis, codes, grounds, method
from gatehouse.assessment.findings.rating import RATIONALE_CHARS_MAX, Rating
from gatehouse.assessment.findings.roadmap import STEPS_MAX, WORDS_CHARS_MAX, Roadmap, Step
from gatehouse.assessment.findings.store import Said
from gatehouse.assessment.obligations.catalogue import catalogue
from gatehouse.web.assessment.doing import day, words
from gatehouse.web.assessment.drafting import WrittenForm
from gatehouse.web.assessment.rating_words import CODES, CONFIDENCES, GROUNDS, STAGES, choices
from gatehouse.web.forms import clipped, selection
from gatehouse.web.wording.languages import Language

ROWS_MORE = 3
"""How many empty rows of a roadmap are shown after the filled ones."""
DUTY_CHARS = 90


class FindingForm(WrittenForm):
    """What is found, and on which items of evidence it rests. Against which obligation is chosen once."""

    obligation = forms.ChoiceField(label=gettext_lazy("Obligation"))
    text = forms.CharField(label=gettext_lazy("What is found"), max_length=TEXT_CHARS_MAX, widget=words(10))
    evidence = forms.MultipleChoiceField(
        label=gettext_lazy("Evidence on which it rests"),
        help_text=gettext_lazy("Only items that were taken in. Bring another one on the page of the evidence first."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(
        label=gettext_lazy("Why it is written anew"),
        max_length=TEXT_CHARS_MAX,
        widget=words(2),
    )

    def __init__(
        self, items: list[Shown], is_new: bool, data: Any = None, initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial)
        selection(self, "evidence").choices = [(str(one.item.pk), f"{one.item.pk}: {one.item.title}") for one in items]
        if not items:
            del self.fields["evidence"]
        if is_new:
            del self.fields["reason"]
            selection(self, "obligation").choices = [("", "–"), *_obligations()]
        else:
            del self.fields["obligation"]

    def said(self) -> Said:
        """The words and the evidence, once the form is sound."""
        return Said(self.cleaned_data["text"], tuple(int(one) for one in self.cleaned_data.get("evidence", ())))


def _obligations() -> list[tuple[str, list[tuple[str, str]]]]:
    """The catalogue by its instruments, in its order: codes with the first words of the duty."""
    by_text: dict[str, list[tuple[str, str]]] = {}
    for one in catalogue().obligations:
        told = f"{one.code}: {clipped(one.duty, DUTY_CHARS)}"
        by_text.setdefault(f"S/RES/{one.code.partition('-')[0]}", []).append((one.code, told))
    return list(by_text.items())


class RatingForm(WrittenForm):
    """One rating of one axis: the code, how sure, on which grounds it is not the highest, and why."""

    code = forms.ChoiceField(label=gettext_lazy("Rating"), widget=forms.RadioSelect)
    confidence = forms.ChoiceField(label=gettext_lazy("How sure you are"), widget=forms.RadioSelect)
    grounds = forms.MultipleChoiceField(
        label=gettext_lazy("Why it is not the highest"),
        help_text=gettext_lazy(
            "A capability that is slow and costly to build is no ground for a lower rating (2396/48)."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    rationale = forms.CharField(
        label=gettext_lazy("Reason in your own words"), max_length=RATIONALE_CHARS_MAX, widget=words(6)
    )
    reason = forms.CharField(
        label=gettext_lazy("What was mistaken in your rating before"), max_length=TEXT_CHARS_MAX, widget=words(2)
    )

    def __init__(self, axis: Axis, corrects: bool, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial)
        self.axis = axis
        selection(self, "code").choices = choices(codes()[axis], CODES)
        selection(self, "confidence").choices = choices(method().confidences, CONFIDENCES)
        selection(self, "grounds").choices = choices(grounds(), GROUNDS)
        if not corrects:
            del self.fields["reason"]

    def clean(self) -> dict[str, object]:
        """A rating below the highest has its grounds, and not only those that never count."""
        said: dict[str, Any] = super().clean() or {}
        ranks = {code.code: code.rank for code in codes()[self.axis].values()}
        rank = ranks.get(said.get("code", ""))
        if rank is None or rank == max(one for one in ranks.values() if one is not None):
            return said
        named = said.get("grounds") or []
        if not named:
            self.add_error("grounds", _("A rating below the highest names its grounds."))
        elif not any(grounds()[one].counts for one in named):
            self.add_error(
                "grounds",
                _("A slow or costly capability is no ground by itself (2396/48): record its stage and roadmap."),
            )
        return said

    def rating(self) -> Rating:
        """The rating as a value, once the form is sound."""
        said = self.cleaned_data
        return Rating(self.axis, said["code"], said["confidence"], tuple(said["grounds"]), said["rationale"])


class SettleForm(WrittenForm):
    """To what a difference is settled, and why."""

    code = forms.ChoiceField(label=gettext_lazy("The rating that stands from now on"), widget=forms.RadioSelect)
    reason = forms.CharField(label=gettext_lazy("Why"), max_length=TEXT_CHARS_MAX, widget=words(4))

    def __init__(self, axis: Axis, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial)
        selection(self, "code").choices = choices(codes()[axis], CODES)


class WithdrawForm(forms.Form):
    """Why a rating is taken back."""

    reason = forms.CharField(label=gettext_lazy("Why you take it back"), max_length=TEXT_CHARS_MAX, widget=words(2))


class StageForm(WrittenForm):
    """The stage of a capability, what it needs, and the steps of its roadmap, with three empty rows."""

    stage = forms.ChoiceField(label=gettext_lazy("Stage of the capability"), widget=forms.RadioSelect)
    resources = forms.CharField(
        label=gettext_lazy("What it needs: time, money, people"),
        max_length=WORDS_CHARS_MAX,
        required=False,
        widget=words(3),
    )

    def __init__(self, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial)
        selection(self, "stage").choices = list(STAGES.items())
        self.rows = min(STEPS_MAX, _filled(data if data is not None else initial or {}) + ROWS_MORE)
        for row in range(self.rows):
            self.fields[f"by_{row}"] = forms.DateField(
                label=_("Step %(number)d: by when") % {"number": row + 1}, required=False, widget=day()
            )
            self.fields[f"what_{row}"] = forms.CharField(
                label=_("Step %(number)d: what is done") % {"number": row + 1},
                required=False,
                max_length=WORDS_CHARS_MAX,
            )

    @property
    def plain(self) -> list[forms.BoundField]:
        """The fields that are no steps."""
        return [self["stage"], self["resources"]]

    @property
    def steps(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows of the roadmap: the day and what is done by it."""
        return [(self[f"by_{row}"], self[f"what_{row}"]) for row in range(self.rows)]

    def clean(self) -> dict[str, object]:
        """Each step has its day and its words; what is planned has steps."""
        said: dict[str, Any] = super().clean() or {}
        for row in range(self.rows):
            by, what = said.get(f"by_{row}"), (said.get(f"what_{row}") or "").strip()
            if what and not by and f"by_{row}" not in self.errors:
                self.add_error(f"by_{row}", _("Say by which day."))
            if by and not what and f"what_{row}" not in self.errors:
                self.add_error(f"what_{row}", _("Say what is done by this day."))
        if said.get("stage") == "planned" and not self.errors and not self._steps(said):
            self.add_error("what_0", _("Planned with a roadmap means that there are steps; name at least one."))
        return said

    def _steps(self, said: Mapping[str, Any]) -> tuple[Step, ...]:
        rows = [(said.get(f"by_{row}"), said.get(f"what_{row}")) for row in range(self.rows)]
        return tuple(Step(what, by) for by, what in rows if isinstance(by, dt.date) and what)

    def roadmap(self) -> Roadmap:
        """The roadmap as a value, once the form is sound."""
        said = self.cleaned_data
        return Roadmap(said["stage"], self._steps(said), said["resources"])


def _filled(given: Mapping[str, Any]) -> int:
    """How many rows up to the last one with something in it."""
    rows = [row for row in range(STEPS_MAX) if given.get(f"by_{row}") or given.get(f"what_{row}")]
    return rows[-1] + 1 if rows else 0


class SectionForm(WrittenForm):
    """A section without which nothing is adopted."""

    text = forms.CharField(label=gettext_lazy("The section"), max_length=TEXT_CHARS_MAX, widget=words(14))


class TranslationForm(WrittenForm):
    """A finding in another language, of the words that were before the translator."""

    of = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    text = forms.CharField(label=gettext_lazy("The translation"), max_length=TEXT_CHARS_MAX, widget=words(10))

    def __init__(self, into: Language, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial)
        self.fields["text"].widget.attrs |= {"lang": into.code, "dir": into.direction}


class ReplyForm(WrittenForm):
    """What the State says, to which finding, and whether that is all."""

    finding = forms.ChoiceField(label=gettext_lazy("To what you reply"), required=False)
    text = forms.CharField(
        label=gettext_lazy("What the State says"), max_length=TEXT_CHARS_MAX, required=False, widget=words(8)
    )
    ends = forms.BooleanField(
        label=gettext_lazy("This is all: the draft goes on to the committee and no further reply is taken"),
        required=False,
    )

    def __init__(
        self, findings: list[tuple[str, str]], data: Any = None, initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial)
        selection(self, "finding").choices = [("", _("The whole draft")), *findings]

    def clean(self) -> dict[str, object]:
        """Something is said, or it is said that nothing is."""
        said: dict[str, Any] = super().clean() or {}
        if not (said.get("text") or "").strip() and not said.get("ends"):
            self.add_error("text", _("Write what the State says, or tick that this is all."))
        return said


class ReasonForm(WrittenForm):
    """Why a draft is taken up again."""

    reason = forms.CharField(label=gettext_lazy("Why"), max_length=TEXT_CHARS_MAX, widget=words(4))
