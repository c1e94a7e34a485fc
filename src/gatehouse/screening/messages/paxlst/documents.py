"""DOC: a travel document or visa of a person; LOC 91 and DTM 36 and 182 behind it complete it."""

from __future__ import annotations

from gatehouse.screening.messages.paxlst.codes import CODES
from gatehouse.screening.messages.paxlst.said import OPENS_DOCUMENT, Elements, Fault, Said, shown

_KNOWN = CODES["DOC"]
_SKIPPED = Said(OPENS_DOCUMENT, (), (Fault("document-empty"),))


def document(elements: Elements, ordinal: int) -> Said:
    """DOC: C002 1001 the type (other components name code lists), C503 1004 the number.

    Without type and number it opens a document that is not kept, so that what follows it lands nowhere else. A type
    that is missing or not known is kept as it is.
    """
    # Some senders copy the type from the machine-readable zone, filler and all.
    kind = elements[0][0].strip().upper().rstrip("<") if elements else ""
    number = elements[1][0].strip().rstrip("<") if len(elements) > 1 else ""
    facts = (("type", kind or None), ("number", number or None), ("segment", ordinal))
    if number and kind in _KNOWN:
        return Said(OPENS_DOCUMENT, facts)
    # Common in traffic: a template's second document that nobody filled.
    if not number and not kind:
        return _SKIPPED
    # A type without a number still says which document was shown; it is worth keeping.
    faults = [] if number else [Fault("document-number-missing", shown(kind))]
    if not kind:
        faults.append(Fault("document-type-missing"))
    elif kind not in _KNOWN:
        faults.append(Fault("document-type-unknown", shown(kind)))
    return Said(OPENS_DOCUMENT, facts, tuple(faults))
