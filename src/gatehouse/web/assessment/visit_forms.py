"""The forms of visits: the list of a year; a visit's events, days, partners, agenda, checklist; a State's request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from gatehouse.assessment.clocks import clock
from gatehouse.assessment.visits.factors import VALUE_MAX, WEIGHT_MAX, factors
from gatehouse.assessment.visits.lists import REASON_CHARS_MAX, YEARS
from gatehouse.assessment.visits.logistics import KINDS, checklist
from gatehouse.assessment.visits.models import Partner, VisitList
from gatehouse.assessment.visits.visit_file import TEXT_CHARS_MAX, Meeting
from gatehouse.web.assessment.doing import ActForm, day, words
from gatehouse.web.assessment.words import CLOCK_STEPS, FACTORS, state_names
from gatehouse.web.forms import selection

LINES_MAX = 2_000
OWN_INPUTS = ("gaps", "requested", "consented", "never-visited")
"""Inputs that this installation counts itself."""
VISIT_KINDS = {
    "comprehensive": gettext_lazy("Comprehensive"),
    "focused": gettext_lazy("Focused"),
    "follow-up": gettext_lazy("Follow-up"),
    "advocacy": gettext_lazy("Advocacy"),
}
EVENTS: dict[str, str | Promise] = {
    "ask-consent": gettext_lazy("The State is asked to consent"),
    "consent": gettext_lazy("The State consents"),
    "refuse": gettext_lazy("The State refuses"),
    "withdraw": gettext_lazy("The State withdraws its consent"),
    "cancel": gettext_lazy("It is cancelled"),
    "begin": gettext_lazy("It begins"),
    "end": gettext_lazy("It has ended"),
    "send-draft": gettext_lazy("The draft report goes to the State"),
    "comment": gettext_lazy("The State comments on the draft"),
    "no-comment": gettext_lazy("The State made no comment in its days"),
    "hand-in": gettext_lazy("The report goes to the committee"),
    "send-back": gettext_lazy("The committee sends it back"),
    "adopt": gettext_lazy("The committee adopts it"),
}
REPLIES = (("accepted", gettext_lazy("accepted")), ("declined", gettext_lazy("declined")))


def today() -> dt.date:
    """The day that a form begins with."""
    return timezone.now().date()


class _Weighted(ActForm):
    """A list with the weight of each input, and why."""

    reason = forms.CharField(label=gettext_lazy("Why"), max_length=REASON_CHARS_MAX, widget=words(2))

    def __init__(
        self, weights: Mapping[str, int], data: Any = None, initial: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(data, initial={**{f"weight-{name}": one for name, one in weights.items()}, **(initial or {})})
        for factor in factors():
            label = format_lazy("{}: {}", gettext_lazy("Weight"), FACTORS[factor.name])
            self.fields[f"weight-{factor.name}"] = forms.IntegerField(label=label, min_value=0, max_value=WEIGHT_MAX)

    def weights(self) -> dict[str, int]:
        """The weights, once the form is sound."""
        return {factor.name: self.cleaned_data[f"weight-{factor.name}"] for factor in factors()}


class ProposeForm(_Weighted):
    """The first version of a year's list."""

    act = "propose"
    year = forms.IntegerField(label=gettext_lazy("Year"), min_value=YEARS[0], max_value=YEARS[1])
    places = forms.IntegerField(label=gettext_lazy("How many States"), min_value=1, max_value=300)
    known = forms.CharField(
        label=gettext_lazy("Emerging issues, trends, events and analyses on record"),
        help_text=gettext_lazy(
            "One a line: State, input, count, such as `KEN events 2`. Gaps, requests and consents are counted here."
        ),
        required=False,
        widget=words(5),
    )
    field_order = ("year", "places", "known")

    def clean_known(self) -> dict[str, dict[str, int]]:
        """By State and input the count."""
        found: dict[str, dict[str, int]] = {}
        names = {factor.name for factor in factors()} - set(OWN_INPUTS)
        lines = [line.split() for line in self.cleaned_data["known"].splitlines() if line.strip()]
        if len(lines) > LINES_MAX:
            raise forms.ValidationError(_("These are too many lines."))
        for number, line in enumerate(lines, 1):
            sound = len(line) == 3 and line[1] in names and line[2].isascii() and line[2].isdigit() and len(line[2]) < 7
            if not sound or int(line[2]) > VALUE_MAX:
                raise forms.ValidationError(
                    _("Line %(number)d: give State, input and count; the inputs are %(inputs)s.")
                    % {"number": number, "inputs": ", ".join(sorted(names))}
                )
            found.setdefault(line[0], {})[line[1]] = int(line[2])
        return found


class AmendForm(_Weighted):
    """Another version of a list: other States or other weights, with the reason. `seen`: the version it is made on."""

    act = "amend"
    chosen = forms.MultipleChoiceField(label=gettext_lazy("States to be visited"), widget=forms.CheckboxSelectMultiple)
    seen = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("seen", "chosen")

    def __init__(self, newest: VisitList, order: Iterable[str], data: Any = None) -> None:
        super().__init__(newest.weights, data, {"chosen": newest.chosen, "seen": newest.pk})
        names = state_names(get_language() or "en")
        selection(self, "chosen").choices = [(code, names.get(code, code)) for code in order]


class PlanForm(ActForm):
    """A visit to be planned."""

    act = "plan"
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[(kind, VISIT_KINDS[kind]) for kind in KINDS])
    reason = forms.CharField(label=gettext_lazy("What it is for"), max_length=REASON_CHARS_MAX, widget=words(2))


class EventForm(ActForm):
    """Something that happens to a visit, on a day."""

    act = "event"
    event = forms.ChoiceField(label=gettext_lazy("What happens"), widget=forms.RadioSelect)
    on = forms.DateField(label=gettext_lazy("Day"), widget=day())
    reason = forms.CharField(label=gettext_lazy("Why, or the letter"), max_length=REASON_CHARS_MAX, widget=words(2))

    def __init__(self, events: Iterable[str], data: Any = None) -> None:
        super().__init__(data, initial={"on": today()})
        selection(self, "event").choices = [(event, EVENTS[event]) for event in events]


class DaysForm(ActForm):
    """The first and the last day of a visit."""

    act = "days"
    starts = forms.DateField(label=gettext_lazy("First day"), widget=day())
    ends = forms.DateField(label=gettext_lazy("Last day"), widget=day())
    reason = forms.CharField(label=gettext_lazy("Why, or the letter"), max_length=REASON_CHARS_MAX)


class DeadlineForm(ActForm):
    """Another day for a step of the report."""

    act = "deadline"
    step = forms.ChoiceField(
        label=gettext_lazy("Step"), choices=[(one.name, CLOCK_STEPS[one.name]) for one in clock("visit-report")]
    )
    day = forms.DateField(label=gettext_lazy("Day"), widget=day())
    reason = forms.CharField(label=gettext_lazy("Why"), max_length=REASON_CHARS_MAX)


class InviteForm(ActForm):
    """A body that is invited to take part."""

    act = "invite"
    body = forms.CharField(label=gettext_lazy("Body"), max_length=80)
    on = forms.DateField(label=gettext_lazy("Day"), widget=day())


class PartnerForm(ActForm):
    """What an invited body answered."""

    act = "partner"
    partner = forms.TypedChoiceField(label=gettext_lazy("Body"), coerce=int)
    reply = forms.ChoiceField(label=gettext_lazy("Its answer"), choices=REPLIES)
    on = forms.DateField(label=gettext_lazy("Day"), widget=day())

    def __init__(self, partners: Iterable[Partner], data: Any = None) -> None:
        super().__init__(data, initial={"on": today()})
        selection(self, "partner").choices = [(one.pk, one.body) for one in partners]


class MeetingForm(ActForm):
    """A meeting for the agenda; times are UTC."""

    act = "meeting"
    on = forms.DateField(label=gettext_lazy("Day"), widget=day())
    starts = forms.TimeField(label=gettext_lazy("From (UTC)"), widget=forms.TimeInput(attrs={"type": "time"}))
    ends = forms.TimeField(label=gettext_lazy("To (UTC)"), widget=forms.TimeInput(attrs={"type": "time"}))
    title = forms.CharField(label=gettext_lazy("Title"), max_length=TEXT_CHARS_MAX)
    with_whom = forms.CharField(
        label=gettext_lazy("With whom"), help_text=gettext_lazy("An office, never a name."), max_length=TEXT_CHARS_MAX
    )

    def meeting(self) -> Meeting:
        """The meeting, once the form is sound."""
        said = self.cleaned_data
        starts, ends = (dt.datetime.combine(said["on"], said[name], dt.UTC) for name in ("starts", "ends"))
        return Meeting(starts, ends, said["title"], said["with_whom"])


class SeenToForm(ActForm):
    """An item of the checklist that was seen to."""

    act = "seen-to"
    item = forms.ChoiceField(label=gettext_lazy("Item"))
    on = forms.DateField(label=gettext_lazy("Day"), widget=day())
    note = forms.CharField(label=gettext_lazy("Note"), max_length=REASON_CHARS_MAX, required=False, widget=words(2))

    def __init__(self, kind: str, data: Any = None) -> None:
        super().__init__(data, initial={"on": today()})
        selection(self, "item").choices = [(one.name, one.words) for one in checklist(kind)]


class RequestForm(ActForm):
    """A State asks to be visited."""

    act = "request"
    reference = forms.CharField(label=gettext_lazy("The State's letter"), max_length=REASON_CHARS_MAX)
    conditions = forms.CharField(
        label=gettext_lazy("Under which conditions"), max_length=REASON_CHARS_MAX, required=False, widget=words(2)
    )
