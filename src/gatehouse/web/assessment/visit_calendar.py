"""The calendar of visits: those that lie too close to each other or to visits of other bodies, and deadlines that
contradict each other. Visits of others are typed in, compared and kept nowhere.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from gatehouse.assessment.visits.calendar import Entered, open_calendar, too_close
from gatehouse.assessment.visits.clashes import WEEKS_APART, Stay
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.assessment.doing import ActForm, words
from gatehouse.web.assessment.visit_forms import VISIT_KINDS
from gatehouse.web.assessment.words import CLOCK_STEPS, VISIT_STAGES, state_names
from gatehouse.web.door import FORM, page, seated

LINES_MAX = 500
BODY_CHARS_MAX = 80
WEEKS_MAX = 52


class OthersForm(ActForm):
    """How far apart visits are to be, and visits that other bodies plan."""

    act = "compare"
    weeks = forms.IntegerField(
        label=gettext_lazy("Weeks that should lie between two visits to one State"), min_value=0, max_value=WEEKS_MAX
    )
    others = forms.CharField(
        label=gettext_lazy("Visits of other bodies"),
        help_text=gettext_lazy(
            "One a line: State, first day, last day, body, such as `KEN 2026-05-04 2026-05-08 UNODC`. "
            "They are compared and not kept."
        ),
        required=False,
        widget=words(4),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"weeks": WEEKS_APART})

    def clean_others(self) -> list[Stay]:
        """The stays."""
        lines = [line for line in self.cleaned_data["others"].splitlines() if line.strip()]
        if len(lines) > LINES_MAX:
            raise forms.ValidationError(_("These are too many lines."))
        return [_stay(number, line) for number, line in enumerate(lines, 1)]


def _stay(number: int, line: str) -> Stay:
    wrong = forms.ValidationError(_("Line %(number)d: give State, first day, last day and body.") % {"number": number})
    try:
        state, first, last, body = line.split(maxsplit=3)
        stay = Stay(state, body.strip()[:BODY_CHARS_MAX], dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    except ValueError:
        raise wrong from None
    if stay.ends < stay.starts:
        raise wrong
    return stay


class Close(NamedTuple):
    """Two visits to one State, and how many days lie between them; none where they overlap."""

    state: str
    one: Stay
    other: Stay
    days: int | None


class Contradiction(NamedTuple):
    """A deadline before what it is counted from."""

    entered: Entered
    step: str | Promise
    due: dt.date
    counted_from: str | Promise
    begins: dt.date


@page(Act.VIEW, SubjectClass.VISIT_LIST, PurposeClass.ASSESSMENT, methods=FORM)
def calendar(request: HttpRequest) -> HttpResponse:
    """All visits with days, and what is wrong with them."""
    form = OthersForm(request.POST or None)
    said: dict[str, Any] = form.cleaned_data if form.is_valid() else {"others": [], "weeks": WEEKS_APART}
    entered = open_calendar(seated(request).actor)
    names = state_names(get_language() or "")
    context = {
        "form": form,
        "entered": [(one, VISIT_KINDS[one.kind], VISIT_STAGES[one.stage]) for one in entered],
        "close": [_close(pair, names) for pair in too_close(entered, said["others"], said["weeks"])],
        "contradictions": [found for one in entered for found in _contradictions(one)],
        "crumbs": [(reverse("visits"), _("Visits")), ("", _("Calendar"))],
    }
    return render(request, "assessment/visit_calendar.html", context, status=400 if form.errors else 200)


def _close(pair: tuple[Stay, Stay], names: Mapping[str, str]) -> Close:
    one, other = pair
    between = (other.starts - one.ends).days - 1
    return Close(names.get(one.state, one.state), one, other, between if between >= 0 else None)


def _contradictions(one: Entered) -> list[Contradiction]:
    return [
        Contradiction(
            one,
            CLOCK_STEPS[due.step.name],
            due.due,
            CLOCK_STEPS.get(due.step.counted_from, _("End of the visit")),
            due.begins,
        )
        for due in one.contradictory
        if due.due and due.begins
    ]
