"""A traveller with their bookings: the journey, what they carry, beside whom they sit, and what was said when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from gatehouse.records import opened, subject
from gatehouse.retention.hold_requests import ASKS
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.review import segments as behind
from gatehouse.screening.review import traveller_sheet
from gatehouse.screening.review.booking_versions import Line
from gatehouse.screening.review.co_travellers import Link
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.statements import all_statements
from gatehouse.screening.review.traveller_sheet import BookingSheet, Told, TravellerSheet
from gatehouse.web.door import page, seated
from gatehouse.web.travellers import pictures
from gatehouse.web.travellers.words import (
    BECAUSE,
    BOOKED,
    CARDS,
    CONTACTS,
    DOCUMENTS,
    PAID_BY,
    ROLES,
    SOURCES,
    STATES,
    TAKEN,
)

seeing = page(
    Act.VIEW,
    SubjectClass.TRAVELLER,
    PurposeClass.SCREENING,
    PurposeClass.REQUEST,
    PurposeClass.RIGHTS,
    PurposeClass.OVERSIGHT,
)


class Payment(NamedTuple):
    """A means of payment, of which nobody stores more than the last digits."""

    kind: str
    vendor: str
    account: str
    expires: str
    amount: str
    holder: str
    times: int = 1


class Companion(NamedTuple):
    """Somebody who travels with the traveller, and every reason why that is known."""

    traveller: int
    name: str
    reasons: list[tuple[str | Promise, str]]


@seeing
def one(request: HttpRequest, traveller: int) -> HttpResponse:
    """The page of a traveller."""
    sitting = seated(request)
    try:
        sheet = traveller_sheet.seen(sitting.visit(), traveller)
    except ReviewError as fault:
        raise Http404 from fault
    return render(request, "travellers/one.html", {**_context(sheet), "may_hold": sitting.role is ASKS})


@seeing
def segments(request: HttpRequest, traveller: int, record: int) -> HttpResponse:
    """The segments behind one statement about this traveller; of a statement about somebody else, none."""
    with opened(
        seated(request).visit(), Act.VIEW, subject(SubjectClass.TRAVELLER, traveller_sheet.reference(traveller))
    ):
        said = next((one for one in all_statements(traveller) if one.id == record), None)
        lines = behind.behind(said.message, said.first_segment, said.last_segment) if said else []
    return render(request, "travellers/segments.html", {"lines": lines, "traveller": traveller})


def _context(sheet: TravellerSheet) -> dict[str, object]:
    words = {because: str(word) for because, word in BECAUSE.items()}
    return {
        "sheet": sheet,
        "state": STATES.get(sheet.state, sheet.state),
        "leg_state": STATES.get(sheet.leg.state, sheet.leg.state),
        "role": ROLES.get(sheet.role, sheet.role),
        "route": pictures.route(sheet.hops),
        "documents": _told(sheet.documents),
        "document_kinds": DOCUMENTS,
        "booked": BOOKED,
        "contacts": [(CONTACTS.get(one.kind, one.kind), one, told) for one, told in _told(sheet.contacts)],
        "bags": _told(sheet.bags),
        "bookings": [_booking(booking) for booking in sheet.bookings],
        "seats": pictures.seats(sheet.cabin),
        "taken": TAKEN.items(),
        "companions": companions(sheet.links),
        "together": pictures.together(sheet.name, sheet.links, words) if sheet.links else None,
    }


def _told(values: Iterable[Told]) -> list[tuple[Any, str]]:
    return [(one.value, ", ".join(SOURCES.get(source, source) for source in one.sources)) for one in values]


def companions(links: Iterable[Link]) -> list[Companion]:
    """One row for each person, in the order of the strongest reason."""
    found: dict[int, Companion] = {}
    for link in links:
        row = found.setdefault(link.other, Companion(link.other, link.name, []))
        row.reasons.append((BECAUSE[link.because], link.detail))
    return list(found.values())


def _booking(booking: BookingSheet) -> dict[str, object]:
    return {
        "sheet": booking,
        "state": STATES.get(booking.state, booking.state),
        "payments": _payments(booking.said.get("payments", ())),
        "contacts": [
            (CONTACTS.get(one["kind"], one["kind"]), one["value"]) for one in booking.said.get("contacts", ())
        ],
        "changed": [_shown(line) for line in booking.lines if any(line.changed)],
        "same": [(_path(line.field), line.values[-1]) for line in booking.lines if not any(line.changed)],
    }


def _payments(told: Iterable[dict[str, str]]) -> list[Payment]:
    """Each payment once; what was paid alike for several people says how many times."""
    counted = Counter(_payment(paid) for paid in told)
    return [paid._replace(times=times) for paid, times in counted.items()]


def _payment(paid: dict[str, str]) -> Payment:
    digits, kind, vendor = paid.get("account") or "", paid.get("kind") or "?", paid.get("vendor") or ""
    amount = " ".join(part for part in (paid.get("amount"), paid.get("currency")) if part)
    hidden = f"•••• {digits[-4:]}" if digits else ""
    return Payment(
        str(PAID_BY.get(kind, kind)), CARDS.get(vendor, vendor), hidden, paid.get("expires") or "", amount,
        paid.get("holder") or "",
    )  # fmt: skip


def _shown(line: Line) -> tuple[str, list[tuple[str | None, bool]]]:
    return _path(line.field), list(zip(line.values, line.changed, strict=True))


def _path(field: str) -> str:
    return field.replace("_", " ").replace(".", " › ")
