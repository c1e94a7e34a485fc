"""States, events, answers and marks of a review as pages show them."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.screening.review import states
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.fields import Mark

STATES: dict[str, str | Promise] = {
    states.OPEN: _("Open"),
    states.ASSIGNED: _("Assigned"),
    states.SECOND: _("Waits for a second person"),
    states.NEEDS_MORE: _("More is needed"),
    states.REOPENED: _("Reopened"),
    states.CHANGED: _("Changed since it was cleared"),
    states.CLEARED: _("Cleared"),
    states.CONFIRMED: _("Confirmed by two persons"),
    states.SILENT: _("Cleared before"),
    states.CLEARED_QUESTIONED: _("Cleared; reopening was asked for"),
    states.CONFIRMED_QUESTIONED: _("Confirmed; reopening was asked for"),
    states.SILENT_QUESTIONED: _("Cleared before; reopening was asked for"),
}
STATE_KINDS = {
    states.CLEARED: "good",
    states.SILENT: "good",
    states.CONFIRMED: "bad",
    states.SECOND: "warn",
    states.CHANGED: "warn",
    states.REOPENED: "warn",
}
"""Which tag a state has; any other has the quiet one."""
EVENTS: dict[str, str | Promise] = {
    states.ASSIGN: _("Given to somebody"),
    states.RELEASE: _("Put back"),
    states.CLEAR: _("Not the same person"),
    states.PROPOSE_CLEARING: _("Not the same person (proposed)"),
    states.PROPOSE_MATCH: _("The same person (proposed)"),
    states.ASK_FOR_MORE: _("Cannot tell: more is needed"),
    states.AGREE_CLEARING: _("A second person agreed: not the same"),
    states.AGREE_MATCH: _("A second person agreed: the same"),
    states.DISAGREE: _("A second person disagreed"),
    states.QUESTION: _("Reopening was asked for"),
    states.AGREE_REOPENING: _("Reopened by a second person"),
    states.REFUSE_REOPENING: _("A second person let it stand"),
    states.SILENCE: _("Silent: the pair was cleared before"),
    states.CHANGE: _("Back: something material changed"),
    states.NEWS: _("Back: something new was told"),
}
ANSWERS: dict[str, str | Promise] = {
    Answer.NOT_SAME: _("Not the same person"),
    Answer.SAME: _("The same person"),
    Answer.CANNOT_TELL: _("Cannot tell: more is needed"),
}
FIELDS: dict[str, str | Promise] = {
    "name": _("Name"),
    "birth-date": _("Birth date"),
    "sex": _("Sex"),
    "nationality": _("Nationality"),
    "birth-place": _("Birth place"),
    "document": _("Document"),
    "contact": _("Contact"),
}
MARKS: dict[str, tuple[str, str | Promise]] = {
    Mark.AGREES: ("good", _("agrees")),
    Mark.CLOSE: ("info", _("close")),
    Mark.DIFFERS: ("bad", _("differs")),
    Mark.ONE_SIDE: ("", _("one side only")),
    Mark.NOT_COMPARED: ("", _("not compared")),
}
"""The tag and the words of a mark; the tag has a shape of its own beside its colour."""
