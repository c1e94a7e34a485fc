"""Words of the assessment's codes as pages show them: inputs of the list of visits, kinds of help, stages."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gatehouse.assessment.states.models import State

FACTORS: dict[str, str | Promise] = {
    "gaps": _("Existing gaps"),
    "emerging-issues": _("Emerging issues"),
    "trends": _("Trends"),
    "events": _("Events"),
    "analysis": _("Analysis"),
    "requested": _("Asked to be visited"),
    "consented": _("Consented earlier"),
    "never-visited": _("Never visited"),
}
THEMES: dict[str, str | Promise] = {
    "api": _("Advance passenger information"),
    "pnr": _("Passenger name records"),
    "biometrics": _("Biometrics"),
    "judicial": _("Judicial procedures"),
    "prr": _("Prosecution, rehabilitation, reintegration"),
    "watch-lists": _("Watch lists and databases"),
    "borders": _("Border control and documents"),
    "financing": _("Countering the financing of terrorism"),
    "cooperation": _("Cooperation between States"),
    "rights": _("Human rights, gender, children"),
    "soft-sites": _("Protection of public places"),
    "victims": _("Support of victims"),
    "other": _("Other help"),
}
URGENCIES: dict[int, tuple[str, str | Promise]] = {
    1: ("bad", _("urgent")),
    2: ("warn", _("soon")),
    3: ("", _("not urgent")),
}
"""The tag and the words of each urgency of a need and priority of a recommendation."""
PROJECT_STAGES: dict[str, tuple[str, str | Promise]] = {
    "planned": ("", _("planned")),
    "consulted": ("", _("consulted")),
    "approved": ("info", _("approved")),
    "running": ("info", _("running")),
    "paused": ("warn", _("paused")),
    "finished": ("good", _("finished")),
    "closed": ("good", _("closed")),
    "dropped": ("", _("dropped")),
}
"""The tag and the words of each stage."""


OBSTACLES: dict[str, str | Promise] = {
    "none": _("no obstacle is known"),
    "resources": _("money or staff are lacking"),
    "law": _("a law has to be made or changed"),
    "skills": _("training is lacking"),
    "coordination": _("offices do not work together"),
    "technology": _("systems are lacking or do not fit"),
    "security": _("the situation does not allow it"),
    "help-pending": _("help was asked for and has not come"),
}
CLOCK_STEPS: dict[str, str | Promise] = {
    "draft": _("Draft report"),
    "comments": _("Comments of the State"),
    "final": _("Final report"),
    "adoption": _("Adoption"),
    "progress": _("The State's report of progress"),
    "committee": _("Report to the committee"),
    "decision": _("Decision"),
}
VISIT_STAGES: dict[str, str | Promise] = {
    "planned": _("planned"),
    "consent-asked": _("consent is asked for"),
    "agreed": _("agreed"),
    "refused": _("refused by the State"),
    "cancelled": _("cancelled"),
    "under-way": _("under way"),
    "drafting": _("being drafted"),
    "with-the-state": _("before the State"),
    "finalising": _("being finalised"),
    "before-the-committee": _("before the committee"),
    "adopted": _("adopted"),
}


def called(state: State) -> str:
    """A State's short name in the reader's language."""
    return state.name_in(get_language() or "")


def state_names(language: str) -> dict[str, str]:
    """Every assessed State's short name in a language, by its code."""
    return {one.code: one.name_in(language) for one in State.objects.all()}
