"""Journeys from tables: test cases of a criterion file, and lines of history in the form of docs/contracts/read.md.

Only what the closed list of fields (and the fairness groups) can need is taken; remarks, contact details, document
numbers and whatever else a line holds are left where they are. Names are taken for their script alone.
"""

from __future__ import annotations

from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.tables import Table
from gatehouse.terms.booking import Booking, HistoryItem, OtherService, Payment, SpecialService, Ticket
from gatehouse.terms.dates import is_partial_date
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.saying import Saying
from gatehouse.terms.traveller import Contact, Document, Role, Seat, Traveller

JOURNEY_KEYS = ("traveller", "booking", "flights")
FLIGHT_KEYS = ("carrier", "number", "suffix", "legs")
LEG_KEYS = ("origin", "destination", "departs", "arrives")
TRAVELLER_KEYS = (
    "role", "surname", "given_names", "sex", "birth_date", "nationalities", "residence", "documents", "bag_count",
    "bag_weight_kg", "seats", "contacts", "locator", "number", "infant", "embarkation", "destination", "verified",
    "loyalty", "tickets",
)  # fmt: skip
BOOKING_KEYS = (
    "locator", "created", "ticketed", "travellers", "flights", "contacts", "payments", "tickets", "services",
    "history", "other_services", "agency", "split_from", "cancelled",
)  # fmt: skip


def strict_journey(table: Table, number: int) -> Journey:
    """The journey of a test case: a key that is not known, and so would be ignored, is refused."""
    table.only("name", "expect", *JOURNEY_KEYS)
    table.table("traveller").only(*TRAVELLER_KEYS)
    booking = table.maybe_table("booking")
    if booking:
        booking.only(*BOOKING_KEYS)
    for holder in (table, booking) if booking else (table,):
        for flight in holder.tables("flights"):
            flight.only(*FLIGHT_KEYS)
            for leg in flight.tables("legs"):
                leg.only(*LEG_KEYS)
    return journey(table, "case", number)


def journey(table: Table, source: str, number: int) -> Journey:
    """The journey of a table with a traveller, and perhaps a booking and flights."""
    booking = table.maybe_table("booking")
    return Journey(
        source, number, traveller(table.table("traveller")), booking_of(booking) if booking else None, flights(table)
    )


def traveller(table: Table) -> Traveller:
    """The traveller of a table."""
    role = table.maybe_text("role") or Role.PASSENGER
    born = table.maybe_text("birth_date")
    if role not in list(Role):
        raise table.refused("role", Saying("is not known"), Saying("known are %(names)s", names=", ".join(Role)))
    if born is not None and not is_partial_date(born):
        raise table.refused("birth_date", Saying("is no date"), Saying('write "1976-05-17", "1976-05" or "1976"'))
    bags = table.maybe_number("bag_count")
    return Traveller(
        role=Role(role),
        surname=table.maybe_text("surname"),
        given_names=table.maybe_text("given_names"),
        sex=table.maybe_text("sex"),
        birth_date=born,
        nationalities=table.texts("nationalities"),
        residence=table.maybe_text("residence"),
        documents=tuple(_document(one) for one in table.tables("documents")),
        bag_count=None if bags is None else int(bags),
        bag_weight_kg=table.maybe_number("bag_weight_kg"),
        seats=tuple(Seat("", cabin=one.maybe_text("cabin")) for one in table.tables("seats")),
        contacts=_contacts(table),
        locator=table.maybe_text("locator"),
        number=table.maybe_text("number"),
        infant=bool(table.maybe_flag("infant")),
        embarkation=table.maybe_text("embarkation"),
        destination=table.maybe_text("destination"),
        verified=table.maybe_flag("verified"),
        loyalty=table.texts("loyalty"),
        tickets=table.texts("tickets"),
    )


def _document(table: Table) -> Document:
    issuer, expires, issued = (table.maybe_text(key) for key in ("issuer", "expires", "issued"))
    return Document(table.maybe_text("type"), None, issuer, expires, issued)


def _contacts(table: Table) -> tuple[Contact, ...]:
    return tuple(Contact(one.text("kind"), "") for one in table.tables("contacts"))


def flights(table: Table) -> tuple[Flight, ...]:
    """The flights of a table, none when it states none."""
    return tuple(
        Flight(
            one.maybe_text("carrier"),
            one.maybe_text("number"),
            one.maybe_text("suffix"),
            tuple(_leg(leg) for leg in one.tables("legs")),
        )
        for one in table.tables("flights")
    )


def _leg(table: Table) -> Leg:
    origin, destination, departs, arrives = (table.maybe_text(key) for key in LEG_KEYS)
    return Leg(origin, destination, departs, arrives)


def booking_of(table: Table) -> Booking:
    """The booking of a table. Of the people in it only how many they are is kept."""
    return Booking(
        table.maybe_text("locator"),
        created=table.maybe_text("created"),
        ticketed=table.maybe_text("ticketed"),
        travellers=tuple(range(_people(table))),
        flights=flights(table),
        contacts=_contacts(table),
        payments=tuple(
            Payment(one.maybe_text("kind") or "", currency=one.maybe_text("currency"))
            for one in table.tables("payments")
        ),
        tickets=tuple(Ticket(None, kind=one.maybe_text("kind")) for one in table.tables("tickets")),
        services=tuple(
            SpecialService(one.maybe_text("code") or "", travellers=one.texts("travellers"))
            for one in table.tables("services")
        ),
        history=tuple(HistoryItem("") for _ in table.tables("history")),
        other_services=tuple(OtherService(one.maybe_text("kind") or "") for one in table.tables("other_services")),
        agency=table.maybe_text("agency"),
        split_from=table.texts("split_from"),
        cancelled=bool(table.maybe_flag("cancelled")),
    )


def _people(table: Table) -> int:
    """How many: a number in the contract, the places in the message in what is stored."""
    told = table.value("travellers")
    if isinstance(told, list):
        return len(told)
    people = table.maybe_number("travellers") or 0
    if not isinstance(people, int) or not 0 <= people <= 10_000:
        raise table.refused(
            "travellers", Saying("is no number of people"), Saying("write how many people the booking is for")
        )
    return people
