"""The words of criteria in the reader's language: states, faults, and what is measured."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.screening.authoring.models import Trial
from gatehouse.screening.criteria import states

STATES: dict[str, tuple[str, str | Promise]] = {
    states.SHADOW: ("info", _("tried, not in force")),
    states.ACTIVE: ("good", _("in force")),
    states.SUSPENDED: ("warn", _("suspended: its review has lapsed")),
    states.RETIRED: ("", _("retired")),
}
"""The tag of each state: its kind and its words."""
TRIAL_STATES: dict[str, tuple[str, str | Promise]] = {
    Trial.State.ASKED: ("info", _("waits for a worker")),
    Trial.State.RUNNING: ("info", _("runs")),
    Trial.State.DONE: ("good", _("done")),
    Trial.State.FAILED: ("bad", _("failed")),
}
EVENTS: dict[str, str | Promise] = {
    states.TRIED: _("Tried on history"),
    states.ACTIVATED: _("Approved and put in force"),
    states.REPLACED: _("Replaced by a newer version"),
    states.RETIRED_BY: _("Retired"),
}
FAULTS: dict[str, str | Promise] = {
    "no-criterion": _("The text is no criterion yet"),
    "locked": _("This version was tried with another text and is locked"),
    "another-author": _("The author is not who signed in"),
    "no-approver": _("The approver is no other account that may approve"),
    "protected-attribute": _("A test asks about a protected attribute, or about a value that reveals one"),
    "protected-alone": _("The condition can be met by a protected attribute alone"),
    "protected-prose": _("The words speak of a protected attribute"),
    "own-approval": _("Author and approver are one person"),
    "dates-out-of-order": _("The dates do not follow each other"),
    "written-ahead": _("The day of writing is still to come"),
    "review-too-late": _("The review comes too late"),
    "sunset-too-late": _("The end comes too late"),
    "review-lapsed": _("The review has lapsed"),
    "sunset-passed": _("The end has passed"),
    "retired": _("It is retired"),
    "no-known-gaps": _("It names no known gap"),
    "nothing-exculpates": _("Nothing can speak for the traveller, and no reason says why"),
    "too-few-cases": _("It has too few test cases"),
    "case-failed": _("A test case does not come out as expected"),
    "exculpation-untried": _("No test case shows that something silences it"),
}
DIMENSIONS: dict[str, str | Promise] = {
    "nationality": _("Nationality"),
    "sex": _("Sex"),
    "age": _("Age"),
    "name script": _("Script of the name"),
}
GROUPS: dict[str, str | Promise] = {
    "unknown": _("not known"),
    "several": _("several"),
    "others": _("all others"),
}
PROXY_FINDINGS: dict[str, tuple[str, str | Promise]] = {
    "flagged": ("bad", _("goes with it")),
    "clear": ("good", _("does not go with it")),
    "too-small": ("", _("too few to say")),
    "no-contrast": ("", _("nothing to compare")),
}


def group(name: str) -> str | Promise:
    """A group of a dimension; a code or a band of years is the same in every language."""
    return GROUPS.get(name, name)
