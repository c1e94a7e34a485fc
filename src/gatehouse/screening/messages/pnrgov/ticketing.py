"""GR.3 and GR.4: tickets, fares, taxes and forms of payment, without card numbers."""

from __future__ import annotations

from gatehouse.edifact import Segment
from gatehouse.screening.messages.pnrgov.cards import masked_account, masked_part
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Elements, Person, TicketDraft
from gatehouse.terms.booking import Payment, Remark, Ticket
from gatehouse.terms.finding import info, warning

TICKET_DIGITS = (13, 14)
"""A ticket number has 13 digits: airline 3, form and serial 10; a 14th is a check digit modulo 7."""
CHECK_MODULUS = 7


def ticket(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """TKT: one ticket of the person before it; `TKT+:1` is a ticketless booking."""
    composite = [part.strip() for part in (elements[0] if elements else [])] + ["", ""]
    number, kind = composite[0] or None, composite[1] or None
    booking.ticket = TicketDraft(segment.ordinal, number, kind, booking.person)
    booking.tickets.append(booking.ticket)
    if number and not _fits(number):
        text = f"a ticket number of {len(number)} characters without a valid form or check digit"
        booking.findings.append(info("ticket-number-shape", segment.ordinal, text))
    # A ticketless booking states a kind and no number: nothing to join tickets by.
    if number and booking.person:
        add_ticket(booking.person, number, segment.ordinal)


def add_ticket(person: Person, number: str, ordinal: int) -> None:
    """A ticket number of the person, once."""
    person.tickets.setdefault(number)
    person.sources.setdefault("tickets", ordinal)
    person.touch(ordinal)


def _fits(number: str) -> bool:
    """Q51: 13 digits, or 14 of which the last is the others modulo 7 (with or without the airline code)."""
    if not (number.isascii() and number.isdigit()) or len(number) not in TICKET_DIGITS:
        return False
    if len(number) == TICKET_DIGITS[0]:
        return True
    # Which digits are summed is not settled by a text we hold, so either reading passes.
    return int(number[-1]) in (int(number[:13]) % CHECK_MODULUS, int(number[3:13]) % CHECK_MODULUS)


def money(booking: BookingDraft, _segment: Segment, elements: Elements) -> None:
    """MON: base fare (B) and total (T), decimal text with the currency."""
    if booking.ticket is None:
        return
    for element in elements:
        qualifier, amount, currency = [part.strip() for part in (*element, "", "")[:3]]
        if qualifier == "B":
            booking.ticket.fare = amount or None
        elif qualifier == "T":
            booking.ticket.total = amount or None
        booking.ticket.currency = currency or booking.ticket.currency


def taxes(booking: BookingDraft, _segment: Segment, elements: Elements) -> None:
    """TXD: each composite after the first element is an amount, country, currency and type: `4.53 AY6`."""
    if booking.ticket:
        for element in elements[1:]:
            text = " ".join([part for part in element if part])
            if text:
                booking.ticket.taxes.append(text)


def pricing(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """PTK: pricing and ticketing indicators, as a remark."""
    text = " ".join([":".join([part for part in element if part]) for element in elements if any(element)])
    if text:
        booking.remarks.append(Remark("fare", text, segment=segment.ordinal))


def payment(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """FOP: each composite is a form of payment; of its account only the last four digits are read."""
    for element in elements:
        parts = [part.strip() for part in element] + [""] * 6
        if not any(parts):
            continue
        # Masked before anything else sees it, so that no finding or log can hold the number.
        account, whole = masked_account(parts[4]) if parts[4] else ("", False)
        if whole:
            text = "a whole account number; only its last four digits were kept"
            booking.findings.append(warning("card-number-unmasked", segment.ordinal, text))
        booking.payments.append(
            Payment(
                masked_part(parts[0]),
                amount=masked_part(parts[2]) or None,
                vendor=masked_part(parts[3]) or None,
                account=account or None,
                expires=_expires(parts[5], booking.year),
                currency=booking.ticket.currency if booking.ticket and parts[2] else None,
                segment=segment.ordinal,
            )
        )


def _expires(text: str, year: int) -> str | None:
    """MMYY as YYYY-MM, in the century of `year`."""
    if len(text) != 4 or not text.isdigit() or not "01" <= text[:2] <= "12":
        return None
    return f"{year // 100}{text[2:]}-{text[:2]}"


def finished(ticket: TicketDraft) -> Ticket:
    """The ticket as a value, its traveller by TIF 9944."""
    return Ticket(
        ticket.number,
        ticket.kind,
        ticket.issued,
        ticket.fare,
        ticket.total,
        ticket.currency,
        tuple(ticket.taxes),
        ticket.person.number if ticket.person else None,
        ticket.segment,
    )
