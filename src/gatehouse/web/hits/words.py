"""States, events, answers and marks of a review as pages show them."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.screening.hits.models import Hit
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
CLAIMS: dict[str, str | Promise] = {
    Hit.State.WEAKENED: _("Weakened by later data"),
    Hit.State.ENTRY_REMOVED: _("The entry left the list"),
    Hit.State.ENTRY_CHANGED: _("The entry changed"),
    Hit.State.SILENT: _("Told apart by redress"),
}
"""What became of the machine's claim since it was made; nothing is said of one that stands."""
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
REASONS: dict[tuple[str, str], str | Promise] = {
    (Answer.NOT_SAME, "birth-date"): _("the birth dates differ and neither is a slip of the other"),
    (Answer.NOT_SAME, "document"): _("a document of the traveller excludes the listed person"),
    (Answer.NOT_SAME, "sex"): _("the sexes differ"),
    (Answer.NOT_SAME, "nationality-and-birth-place"): _("nationality and birth place both differ"),
    (Answer.NOT_SAME, "name-only"): _("nothing but a frequent name agrees"),
    (Answer.NOT_SAME, "picture"): _("a picture, or the body, excludes the listed person"),
    (Answer.NOT_SAME, "whereabouts"): _("the listed person was elsewhere, or is dead"),
    (Answer.NOT_SAME, "authority"): _("the authority that keeps the list says it is another person"),
    (Answer.NOT_SAME, "redress"): _("the person was told from the listed one in a redress case"),
    (Answer.NOT_SAME, "other"): _("another reason"),
    (Answer.SAME, "document"): _("the same document"),
    (Answer.SAME, "name-birth-and-more"): _("name and birth date agree, and something else that is rare"),
    (Answer.SAME, "picture"): _("a picture, or the body, agrees"),
    (Answer.SAME, "authority"): _("the authority that keeps the list says it is the person"),
    (Answer.SAME, "other"): _("another reason"),
    (Answer.CANNOT_TELL, "birth-date"): _("the traveller's birth date is needed"),
    (Answer.CANNOT_TELL, "document"): _("the traveller's document is needed"),
    (Answer.CANNOT_TELL, "passenger-list"): _("only the booking is here: the passenger list, when it comes, may tell"),
    (Answer.CANNOT_TELL, "list-detail"): _("the list says too little: its authority is asked"),
    (Answer.CANNOT_TELL, "language"): _("somebody who reads the script is needed"),
    (Answer.CANNOT_TELL, "other"): _("something else is needed"),
    (Answer.REOPEN, "new-information"): _("something is known now that was not"),
    (Answer.REOPEN, "mistake"): _("the decision was a mistake"),
    (Answer.REOPEN, "redress"): _("a redress case asks for it"),
    (Answer.REOPEN, "oversight"): _("the supervisory body asks for it"),
    (Answer.REOPEN, "authority"): _("the authority that keeps the list asks for it"),
}
"""The closed list of `review/reasons.csv` in the reader's language."""
OF_EVENT = {
    states.CLEAR: Answer.NOT_SAME,
    states.PROPOSE_CLEARING: Answer.NOT_SAME,
    states.PROPOSE_MATCH: Answer.SAME,
    states.ASK_FOR_MORE: Answer.CANNOT_TELL,
    states.QUESTION: Answer.REOPEN,
}
"""Which answer's reasons an event has."""
SEVERITIES: dict[str, tuple[str, str | Promise]] = {
    "info": ("", _("note")),
    "warning": ("warn", _("warning")),
    "error": ("bad", _("fault")),
}
"""The tag and the words of how bad a finding about the data is."""


def reason_says(event: str, code: str) -> str:
    """A reason of the closed list in words; the code itself where it is of another list."""
    return str(REASONS.get((OF_EVENT.get(event, ""), code), code))


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
