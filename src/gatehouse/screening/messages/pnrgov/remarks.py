"""Free text: IFT and LTS, kept as remarks with card numbers masked; contacts and boarding status are read from it."""

from __future__ import annotations

from gatehouse.edifact import Segment
from gatehouse.edifact.segment import at, unreleased
from gatehouse.screening.messages.pnrgov.cards import masked_text
from gatehouse.screening.messages.pnrgov.contacts import contact_in, keep
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Elements, Mode
from gatehouse.terms.booking import Remark
from gatehouse.terms.finding import warning

KINDS = {"28": "osi", "15": "fare", "43": "sponsor", "63": "boarding", "19": "history"}
"""IFT 9980 text qualifiers; any other one is a plain remark."""
GO_SHOW = "go-show"
CARD = "CC"
"""FOP 9888 of a payment card."""
FORMS_TOGETHER_MAX = 9
"""Forms of payment of one FOP among which its holder is looked for."""


def free_text(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """IFT: an OSI or remark, fare calculation, payer or boarding status."""
    kind = KINDS.get(at(elements, 0, 1), "remark")
    carrier = at(elements, 0, 3) or None
    texts = [" ".join(part for part in element if part) for element in elements[1:]]
    if not at(elements, 0, 1) and at(elements, 0):
        # `IFT+CTCE NAME//MAIL.COM`: the text stands where its qualifier belongs.
        texts.insert(0, " ".join(part for part in elements[0] if part))
    text = " ".join(part for part in texts if part).strip()
    person = booking.person if booking.mode is Mode.PAX else None
    if person:
        person.touch(segment.ordinal)
        if kind == "boarding":
            person.state("status", GO_SHOW, segment.ordinal)
    found = contact_in(text, segment.ordinal) if kind in ("osi", "remark") else None
    keep(booking, found)
    # Names, address and phone of the payer stay one remark; only the holder is a field.
    if kind == "sponsor" and booking.payments and texts:
        _name_holder(booking, masked_text(texts[0].strip()) or None)
    # What was understood as a contact is not kept a second time as text.
    if text and not found:
        booking.remarks.append(Remark(kind, masked(booking, text, segment.ordinal), carrier, segment.ordinal))


def _name_holder(booking: BookingDraft, holder: str | None) -> None:
    """The holder of the last form of payment; of several in one FOP the card has the holder, and cash has none."""
    payments = booking.payments
    recent = range(max(0, len(payments) - FORMS_TOGETHER_MAX), len(payments))
    cards = [i for i in recent if payments[i].segment == payments[-1].segment and payments[i].kind == CARD]
    place = cards[-1] if cards else len(payments) - 1
    payments[place] = payments[place]._replace(holder=holder)


def raw_line(booking: BookingDraft, segment: Segment, _elements: Elements) -> None:
    """LTS: a line of the booking as the reservation system shows it."""
    text = unreleased(segment.text[4:], segment.delimiters.release)
    if text:
        booking.remarks.append(Remark("raw", masked(booking, text, segment.ordinal), None, segment.ordinal))


def masked(booking: BookingDraft, text: str, ordinal: int) -> str:
    """The text without card numbers, and a finding where there was one (Q54)."""
    clean = masked_text(text)
    if clean != text:
        note = "a card number in free text; only its last four digits were kept"
        booking.findings.append(warning("card-number-unmasked", ordinal, note))
    return clean
