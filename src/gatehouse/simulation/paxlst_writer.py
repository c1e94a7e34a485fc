"""A reading becomes PAXLST segments (UN/EDIFACT D.02B to D.15B, WCO/IATA/ICAO air profile).

What `screening.messages.paxlst` reads back is the same travellers with the same fields. Fields that PAXLST has no
place for (contacts of kind `address`, loyalty, tickets) are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from gatehouse.edifact.writer import message
from gatehouse.simulation.style import Style, hhmm, interchange, sequence, yymmdd
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.places import airport_country
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Bag, Document, Role, Traveller

PARTY = {Role.PASSENGER: "FL", Role.CREW: "FM", Role.TRANSIT: "DDU", Role.TRANSIT_CREW: "DDT"}
"""UN/EDIFACT 3035."""

CONTACTS = {"phone": "TE", "fax": "FX", "email": "EM"}


def write(readings: tuple[Reading, ...], style: Style) -> bytes:
    """One interchange with a message for each reading, enveloped as the first one says."""
    application = "IAPI" if (readings[0].transaction or "").startswith("I") else "APIS"
    return interchange(readings[0], [segments(reading, style) for reading in readings], application, style)


def segments(reading: Reading, style: Style) -> list[str]:
    """UNH to UNT of one reading."""
    kind = ("PAXLST", "D", style.release, "UN", "IATA")
    reference, common = reading.reference or "1", reading.common_reference or ""
    return message(reference, kind, _body(reading, style), common, sequence(reading), delimiters=style.delimiters)


def _body(reading: Reading, style: Style) -> Iterator[str]:
    write_ = style.segment
    list_type, _, function = (reading.function_code or "745").partition("+")
    yield write_("BGM", list_type, function)
    if reading.transaction:
        yield write_("RFF", ("TN", reading.transaction, "", "", reading.revision or ""))
    if reading.contacts:
        yield write_("NAD", "MS", "", "", "OPERATIONS CONTROL")
        yield write_("COM", *((contact.value, CONTACTS[contact.kind]) for contact in reading.contacts))
    for flight in reading.flights:
        yield from _flight(flight, style)
    for traveller in reading.travellers:
        yield from _traveller(traveller, style)
    for qualifier, count in reading.counted:
        yield write_("CNT", (qualifier, str(count)))


def _places(leg: Leg, style: Style) -> tuple[str, str]:
    """LOC qualifiers of a leg: 125 and 87 where it crosses the border of the receiving State, else 92 and 92."""
    # Only the leg that enters or leaves the receiving State may bear 125 and 87; a reader puts people on that leg.
    countries = {airport_country(leg.origin or ""), airport_country(leg.destination or "")}
    return ("125", "87") if style.home in countries and len(countries) == 2 else ("92", "92")


def _flight(flight: Flight, style: Style) -> Iterator[str]:
    designator = f"{flight.carrier}{(flight.number or '').zfill(4)}{flight.suffix or ''}"
    yield style.segment("TDT", "20", designator, "", "", flight.carrier or "")
    for leg in flight.legs:
        departure, arrival = _places(leg, style)
        yield style.segment("LOC", departure, leg.origin or "")
        if leg.departs:
            yield style.segment("DTM", ("189", yymmdd(leg.departs) + hhmm(leg.departs), "201"))
        yield style.segment("LOC", arrival, leg.destination or "")
        if leg.arrives:
            yield style.segment("DTM", ("232", yymmdd(leg.arrives) + hhmm(leg.arrives), "201"))


def _traveller(traveller: Traveller, style: Style) -> Iterator[str]:
    write_ = style.segment
    yield write_("NAD", PARTY[traveller.role], "", "", (traveller.surname or "", traveller.given_names or ""))
    # ATT, DTM, MEA, GEI, FTX, LOC, COM, EMP, NAT, RFF, DOC: the order of the air profile.
    if traveller.sex:
        yield write_("ATT", "2", "", traveller.sex)
    if traveller.birth_date:
        yield write_("DTM", ("329", yymmdd(traveller.birth_date)))
    yield from _baggage(traveller, style)
    for qualifier, place in (
        ("22", traveller.clearance),
        ("178", traveller.embarkation),
        ("179", traveller.destination),
        ("174", traveller.residence),
    ):
        if place:
            yield write_("LOC", qualifier, place)
    if traveller.birth_place:
        yield write_("LOC", "180", ("", "", "", traveller.birth_place))
    for contact in traveller.contacts:
        if contact.kind in CONTACTS:
            yield write_("COM", (contact.value, CONTACTS[contact.kind]))
    if traveller.crew_duty:
        yield write_("EMP", "1", (traveller.crew_duty, "110", "111"))
    for nationality in traveller.nationalities:
        yield write_("NAT", "2", nationality)
    yield from _references(traveller, style)
    for document in traveller.documents:
        yield from _document(document, style)


def _baggage(traveller: Traveller, style: Style) -> Iterator[str]:
    if traveller.bag_count is not None:
        yield style.segment("MEA", "CT", "", ("", str(traveller.bag_count)))
    if traveller.bag_weight_kg is not None:
        yield style.segment("MEA", "WT", "", ("KGM", f"{traveller.bag_weight_kg:g}"))
    if traveller.verified is not None:
        yield style.segment("GEI", "4", "173" if traveller.verified else "174")
    for bag in traveller.bags:
        yield style.segment("FTX", "BAG", "", "", _tags(bag))


def _tags(bag: Bag) -> tuple[str, ...]:
    # One piece is the meaning of a tag that states no number.
    return (bag.tag or "",) if (bag.pieces or 1) == 1 else (bag.tag or "", str(bag.pieces))


def _references(traveller: Traveller, style: Style) -> Iterator[str]:
    for qualifier, value in (("AVF", traveller.locator), ("ABO", traveller.reference)):
        if value:
            yield style.segment("RFF", (qualifier, value))
    for seat in traveller.seats:
        yield style.segment("RFF", ("SEA", seat.number))


def _document(document: Document, style: Style) -> Iterator[str]:
    yield style.segment("DOC", (document.type or "", "110", "111"), document.number or "")
    if document.expires:
        yield style.segment("DTM", ("36", yymmdd(document.expires)))
    if document.issued:
        yield style.segment("DTM", ("182", yymmdd(document.issued)))
    if document.issuer:
        yield style.segment("LOC", "91", document.issuer)
