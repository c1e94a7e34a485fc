"""The codes of ratings, grounds, stages and sections as pages show them, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.states import Rated

Words = Mapping[str, str | Promise]

AXES: dict[Axis, str | Promise] = {
    Axis.COMPLIANCE: _("Technical compliance"),
    Axis.EFFECTIVENESS: _("Effectiveness"),
}
CODES: Words = {
    "not": _("Not compliant"),
    "partly": _("Partly compliant"),
    "largely": _("Largely compliant"),
    "fully": _("Compliant"),
    "not-applicable": _("Does not apply"),
    "low": _("Low"),
    "moderate": _("Moderate"),
    "substantial": _("Substantial"),
    "high": _("High"),
    "not-assessed": _("Not assessed"),
}
GROUNDS: Words = {
    "no-law": _("The law does not provide for it"),
    "law-incomplete": _("The law provides for a part of it"),
    "not-applied": _("What the law provides for is not done"),
    "no-authority": _("No authority is charged with it"),
    "no-safeguards": _("Safeguards are missing"),
    "no-results": _("There are no results to show"),
    "no-plan": _("The capability is not even planned"),
    "slow-capability": _("The capability takes a long time to build (never the only ground)"),
    "costly-capability": _("The capability needs resources that are not there yet (never the only ground)"),
}
CONFIDENCES: Words = {"low": _("Low"), "medium": _("Medium"), "high": _("High")}
STAGES: Words = {
    "none": _("None planned"),
    "planned": _("Planned, with a roadmap"),
    "building": _("Being built"),
    "piloting": _("Piloted"),
    "operating": _("In operation"),
    "sustained": _("In operation and maintained"),
}
GATES: Words = {
    "gender": _("Women and gender"),
    "human-rights": _("Human rights and the rule of law"),
    "children": _("Children and their rights"),
}
RATED: dict[Rated, tuple[str, str | Promise]] = {
    Rated.OPEN: ("", _("not rated")),
    Rated.ONCE: ("warn", _("waits for a second rating")),
    Rated.ALIKE: ("good", _("rated alike by two")),
    Rated.DIFFERING: ("bad", _("two ratings differ")),
    Rated.SETTLED: ("good", _("settled")),
}
"""How far an axis is: the kind of its tag, and its words."""


def choices(codes: Iterable[str], words: Words) -> list[tuple[str, str | Promise]]:
    """Codes with their words, for a field of a form."""
    return [(code, words[code]) for code in codes]
