"""CONTRL to a reading: one reply for each level that is answered (ISO 9735-4 §5; segments UCI UCF UCM UCS UCD).

`reference` of a reply is the control reference of the level (0020, 0048, 0062), the position of a segment (0096),
or segment/element:component of a data element. `codes` are action, then error. Refuses nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from gatehouse.edifact import Message, Segment
from gatehouse.edifact.segment import at
from gatehouse.screening.messages.contrl.codes import ACKNOWLEDGED, ACTIONS, ERRORS, RECEIVED, REJECTED
from gatehouse.screening.messages.envelope import envelope
from gatehouse.terms.finding import Finding, error, info, warning
from gatehouse.terms.reading import Reading, StatusReply
from gatehouse.terms.traveller import Evidence


class _Layout(NamedTuple):
    """Where a segment keeps its action (0083) and error (0085); `action` is None where there is none."""

    level: str
    action: int | None
    error: int


LAYOUTS = {
    "UCI": _Layout("interchange", 3, 4),
    "UCF": _Layout("group", 3, 4),
    "UCM": _Layout("message", 2, 3),
    "UCS": _Layout("segment", None, 1),
    "UCD": _Layout("element", None, 0),
}


def read(message: Message) -> Reading:
    """What was acknowledged or rejected; `function` is `syntax-acknowledgement`, `syntax-rejection` or None."""
    replies: list[StatusReply] = []
    findings: list[Finding] = []
    evidence: list[Evidence] = []
    position = ""
    for segment in message.segments:
        if segment.tag in LAYOUTS:
            reply = _reply(segment, position)
            # UCD belongs to the UCS before it, whose position it needs to be found.
            position = reply.reference or "" if reply.level == "segment" else position
            replies.append(reply)
            findings.extend(_faults(reply, segment))
        elif segment.tag not in ("UNH", "UNT"):
            evidence.append(Evidence(segment.ordinal, segment.text))
            findings.append(info("segment-unknown", segment.ordinal, "segment without a use in CONTRL; kept"))
    actions = [action for segment in message.segments if (action := _action(segment))]
    if not any(reply.level == "interchange" for reply in replies):
        findings.append(error("action-missing", None, "no UCI: the interchange answered is not named"))
    return Reading(
        **envelope(message),
        function=_function(actions),
        function_code=actions[0] if actions else None,
        replies=tuple(replies),
        findings=tuple(findings),
        evidence=tuple(evidence),
    )


def _action(segment: Segment) -> str:
    layout = LAYOUTS.get(segment.tag)
    return at(segment.elements(), layout.action) if layout and layout.action is not None else ""


def _reply(segment: Segment, position: str) -> StatusReply:
    layout, elements = LAYOUTS[segment.tag], segment.elements()
    action = _action(segment)
    fault = at(elements, layout.error)
    meanings = (ACTIONS.get(action), ERRORS.get(fault))
    reference = at(elements, 0)
    if layout.level == "element":
        place = ":".join(part.strip() for part in elements[1]) if len(elements) > 1 else ""
        reference = f"{position}/{place}"
    return StatusReply(
        layout.level,
        tuple(code for code in (action, fault) if code),
        reference=reference or None,
        text="; ".join(meaning for meaning in meanings if meaning) or None,
        segment=segment.ordinal,
    )


def _faults(reply: StatusReply, segment: Segment) -> list[Finding]:
    layout, elements, found = LAYOUTS[segment.tag], segment.elements(), []
    if layout.action is not None:
        action = _action(segment)
        if not action:
            found.append(error("action-missing", reply.segment, f"{segment.tag} gives no action code"))
        elif action not in ACTIONS:
            found.append(warning("action-unknown", reply.segment, f"0083 {action[:3]!r} is not a known action"))
    fault = at(elements, layout.error)
    if fault and fault not in ERRORS:
        found.append(info("error-unknown", reply.segment, f"0085 {fault[:3]!r} is not a known syntax error"))
    return found


def _function(actions: list[str]) -> str | None:
    """One rejected level makes a rejection: the sender has to act on it."""
    if REJECTED in actions:
        return "syntax-rejection"
    if actions and set(actions) <= {ACKNOWLEDGED, RECEIVED}:
        return "syntax-acknowledgement"
    return None
