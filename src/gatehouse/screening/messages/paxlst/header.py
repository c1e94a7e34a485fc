"""BGM and CNT: what the message is, and how many people it says are on the flight."""

from __future__ import annotations

from gatehouse.edifact.segment import at
from gatehouse.screening.messages.paxlst.codes import CODES, FUNCTIONS, Function
from gatehouse.screening.messages.paxlst.said import MESSAGE, OPENS_NOTHING, Elements, Fault, Said, shown
from gatehouse.terms.quantity import whole

OTHER = "other"
LIST_TYPES = frozenset(kind for kind, _ in FUNCTIONS)


def beginning(elements: Elements) -> Said:
    """BGM: 1001 list type and 1004 function code, as a function in words with the wire's codes joined (`745+CP`).

    A function code that the list type does not define leaves the function of the list type alone.
    """
    kind, code = at(elements, 0), at(elements, 1).upper()
    if kind not in LIST_TYPES:
        return _said(Function(OTHER, None, ""), kind, Fault("list-type-unknown", shown(kind)))
    # The code is joined only for known list types: elsewhere 1004 is a document number.
    text = f"{kind}+{code}" if code else kind
    if (kind, code) in FUNCTIONS:
        return _said(FUNCTIONS[kind, code], text)
    known = FUNCTIONS.get((kind, ""), Function(OTHER, None, ""))
    return _said(known, text, Fault("function-code-unknown", shown(code)))


def _said(known: Function, text: str, *faults: Fault) -> Said:
    facts = (("function", known.function), ("function_code", text or None), ("on_board", known.on_board))
    return Said(MESSAGE, facts, faults)


def count(elements: Elements) -> Said:
    """CNT: C270 6069 and 6066. Totals are of the whole flight and not of this message; no person follows."""
    qualifier, value = at(elements, 0), at(elements, 0, 1)
    known = CODES["CNT"].get(qualifier)
    if known is None:
        return Said(OPENS_NOTHING, (), (Fault("count-unknown", shown(qualifier)),), True)
    # CNT ends the persons even when it cannot be read, so its text is the message's.
    counted = whole(value)
    if counted is None:
        return Said(OPENS_NOTHING, (), (Fault("count-unreadable"),), True)
    return Said(OPENS_NOTHING, (("counted", ((known.field, counted),)),))
