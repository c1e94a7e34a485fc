"""Reports as pages name them: kinds, how far each has gone, languages, and the forms of freezing and of deciding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.assessment.reports.freezing import OF_A_STATE, OVER_STATES
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.reports.saying import LANGUAGES as SPOKEN
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.assessment.doing import ActForm, words
from gatehouse.web.forms import selection
from gatehouse.web.wording.languages import LANGUAGES, Language

DECISION_CHARS_MAX = 2_000
REPORT_KINDS: dict[str, str | Promise] = {
    "state": _("Report on a State"),
    "overview": _("Overview for the committee"),
    "follow-up": _("Report on follow-up"),
    "annual": _("Annual report"),
    "joint": _("Joint report on uptake"),
    "survey": _("Global survey"),
    "circular": _("Circular on the priorities of help"),
}
READERS: dict[Role, str | Promise] = {
    Role.ASSESSOR: _("The team"),
    Role.STATE_FOCAL_POINT: _("The assessed State"),
    Role.COMMITTEE_MEMBER: _("The committee"),
    Role.DONOR: _("Those who help"),
    Role.PUBLIC: _("Everybody, without signing in"),
}


def how_far(report: FrozenReport) -> tuple[str, str | Promise]:
    """The tag of the last step that a report has taken, and its word."""
    steps = (
        (report.published_at, "good", _("published")),
        (report.shared_at, "good", _("shared with those who help")),
        (report.adopted_at, "info", _("adopted")),
        (report.put_at, "info", _("before the State")),
    )
    return next(((tag, word) for at, tag, word in steps if at is not None), ("", _("frozen")))


def file_languages() -> list[tuple[str, Language]]:
    """The languages in which reports have sentences: the code in a file's name (`zh`), and the language."""
    coded = [(one.code.partition("-")[0], one) for one in LANGUAGES]
    return [(code, one) for code, one in coded if code in SPOKEN]


def kind_choices() -> list[tuple[str | Promise, list[tuple[str, str | Promise]]]]:
    """Kinds in two groups: on one State, over several."""
    return [
        (_("On one State"), [(kind, REPORT_KINDS[kind]) for kind in OF_A_STATE]),
        (_("Over several States"), [(kind, REPORT_KINDS[kind]) for kind in OVER_STATES]),
    ]


class FreezeForm(ActForm):
    """Which report, on what."""

    act = "freeze"
    kind = forms.ChoiceField(label=_("Report"))
    about = forms.ChoiceField(label=_("State and cycle"), help_text=_("A report over several States is of the cycle."))

    def __init__(self, places: Iterable[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        selection(self, "kind").choices = kind_choices()
        selection(self, "about").choices = list(places)


class DecisionForm(ActForm):
    """The decision that sharing or publishing rests on."""

    act = "decide"
    decision = forms.CharField(
        label=_("The decision, in words"),
        help_text=_("Its number and day, and what it rests on. It is kept with the report."),
        max_length=DECISION_CHARS_MAX,
        widget=words(2),
    )


class ShareForm(DecisionForm):
    """Sharing with those who help."""

    act = "share"


class PublishForm(DecisionForm):
    """Publishing for everybody."""

    act = "publish"
