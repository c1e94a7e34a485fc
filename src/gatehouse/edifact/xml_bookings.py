"""PNRGOV XML (IATA_PNRGOV_NotifRQ) written as the EDIFACT message that says the same.

So there is one way on: what is sensitive is taken out, held, read and placed as of any push. Layout: IATA schema
IATA2019.2, whose attributes are named after the PADIS elements that they hold. What the schema has no place for here
becomes raw lines (LTS) of its booking, so that nothing is lost. The XML does not say whether it is a full push: it is
taken for an update, which lets no booking vanish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatehouse.edifact.delimiters import PADIS_DEFAULT
from gatehouse.edifact.writer import Element as Part
from gatehouse.edifact.writer import segment
from gatehouse.edifact.xml_nodes import Node, nodes

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
UPDATE = "141"
INFANTS = frozenset({"INF", "INS", "IN"})
CHILDREN = frozenset({"CHD", "CNN", "C", "UNN"})
WEIGHTS, NO_WEIGHT = ("700", "701"), "702"
"""PADIS 6411: kilograms and pounds; pieces that are not weighed."""
_STAMP = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):?(\d{2}))?")
_VERSION = re.compile(r"(\d{1,4})\.(\d{1,3})")
_LINE_MAX = 4_000

Segments = Iterator[str]


def transcribed(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The interchanges, a piece at a time, in UTF-8. Raises as `nodes` does."""
    message = _Message()
    for node in nodes(chunks):
        segments = list(message.take(node))
        if segments:
            yield "".join(f"{one}{PADIS_DEFAULT.terminator}\n" for one in segments).encode()


class _Message:
    """One message in the making: which element leads to which segments, and how many there were."""

    def __init__(self) -> None:
        self._head = Node()
        self._originator = Node()
        self._airline = ""
        self._count = 0
        self._reference = 0

    def take(self, node: Node) -> Segments:
        """The segments of the next element."""
        for one in self._segments(node):
            self._count += 1
            yield one

    def _segments(self, node: Node) -> Segments:
        if node.name == "iatapnrgovnotifrq":
            self._head = node
        elif node.name == "originator":
            self._originator = node
        elif node.name == "flightleg":
            yield from self._begin(node)
        elif node.name == "pnrs":
            yield from self._begun()
            yield _written("EQN", node.value("NumberOfPnrs"))
        elif node.name == "pnr":
            yield from self._begun()
            yield from booking(node)
        elif self._count:
            yield _written("UNT", str(self._count + 1), str(self._reference))
            yield _written("UNZ", "1", str(self._reference))
            self._count = 0

    def _begun(self) -> Segments:
        """The header of a message that names no flight before its bookings."""
        if not self._count:
            yield from self._begin(Node())

    def _begin(self, leg: Node) -> Segments:
        self._reference += 1
        self._airline = self._originator.value("AirlineCode")
        date, clock = _stamp(self._head.value("TimeStamp"))
        prepared = f"{date[4:]}{date[2:4]}{date[:2]}"
        yield PADIS_DEFAULT.service_string() + _written(
            "UNB", ("UNOY", "4"), self._airline, "", (prepared, clock), str(self._reference), "", "PNRGOV"
        )
        # UNB is no segment of the message, and UNT counts itself.
        self._count = 0
        version = _VERSION.match(self._head.value("Version"))
        kind = ("PNRGOV", *(version.groups() if version else ("", "")), "IA")
        yield _written("UNH", str(self._reference), kind, self._head.value("CorrelationID", "TransactionIdentifier"))
        yield _written("MSG", ("", UPDATE))
        yield _written("ORG", (self._airline, self._originator.value("SystemCode")))
        yield from flight(leg, is_pushed=True)


def booking(pnr: Node) -> Segments:
    """SRC and what follows it up to the next."""
    yield "SRC"
    date, clock = _stamp(pnr.value("PNR_CreationDate"))
    for one in pnr.every("BookingRefID"):
        yield _written("RCI", (*_locator(one), date, clock))
    for one in pnr.every("SSR"):
        yield service(one)
    changed, ticketed = _stamp(pnr.value("PNR_TransDate")), _stamp(pnr.value("LastTktDate"))
    if changed[0] or ticketed[0]:
        yield _written("DAT", ("700", *changed), ("710", *ticketed) if ticketed[0] else "")
    yield from _remarks(pnr)
    yield from _origin(pnr.first("POS"))
    yield from _contacts(pnr)
    for bag in pnr.every("PrepaidBag"):
        yield _written(
            "EBD", (bag.value("CurrencyCode"), bag.value("Amount")), (bag.value("UnitOfMeasureQuantity"), "", "N")
        )
    for one in pnr.every("Passenger"):
        yield from passenger(one)
    for one in pnr.every("Flight"):
        yield from flight(one)
    # Behind the people and flights that they speak of, which they name.
    for one in pnr.every("DOC_SSR"):
        yield document(one)
    for one in pnr.every("SplitPNR"):
        yield _written("EQN", one.value("NbrOfPassengers") or "1")
        yield _written("RCI", (one.value("VendorCode"), one.value("PNR_ID")))
    pnr.value("NumberOfPassengers")
    for line in pnr.left():
        yield _written("LTS", line[:_LINE_MAX])


def _locator(one: Node) -> tuple[str, str, str]:
    return one.first("CompanyName").value("Code"), one.value("ID"), one.value("Type")


def _origin(pos: Node) -> Segments:
    source = pos.first("Source")
    system = (source.value("AirlineVendorID"), source.value("AirportCode"))
    agent = (source.first("RequestorID").value("ID"), source.value("PseudoCityCode"))
    # An empty ORG would say that the booking was cancelled.
    if any((*system, *agent)):
        country = (source.value("ISOCountry"), source.value("ISOCurrency"))
        yield _written("ORG", system, agent, "", "", source.value("AgentDutyCode"), country, source.value("AgentSine"))


def _contacts(of: Node) -> Segments:
    for one in of.every("ContactInfo"):
        kind = one.value("AddressType") or "700"
        place = (one.value("AddressLine", "StreetNmbr"), one.value("CityName"), "", one.value("StateProv"))
        code = (one.value("CountryName"), one.value("PostalCode"))
        for reach in (one.value("PhoneNumber"), one.value("EmailAddress")):
            if reach:
                yield _written("ADD", "", (kind, "", "", "", "", "", "", reach))
        if any((*place, *code)):
            yield _written("ADD", "", (kind, *place, *code))


def _remarks(of: Node) -> Segments:
    for one in of.every("OSI"):
        airline = one.value("AirlineCode") or one.first("Airline").value("Code")
        text = one.value("Text") or one.text()
        if text:
            yield _written("IFT", ("4", "28", "", airline), text)


def passenger(one: Node) -> Segments:
    """TIF and what is said of the traveller."""
    fare = one.first("FareInfo")
    kind = fare.value("PTC_Code").upper()
    reference = one.value("RPH")
    one.value("SurnameRefNumber")
    given = " ".join(part for part in (one.value("GivenName"), one.value("NameTitle", "NamePrefix")) if part)
    is_infant, is_child = kind in INFANTS, kind in CHILDREN
    mark = "1" if one.value("AccompaniedByInfantInd").lower() in ("true", "1") else ""
    told = (given, "IN" if is_infant else "C" if is_child else "A", reference, mark)
    yield _written("TIF", one.value("Surname"), told)
    for card in one.every("CustLoyalty"):
        yield _written("FTI", (card.value("VendorCode", "ProgramID"), card.value("MembershipID")))
    if own := one.value("PaxID"):
        yield _written("REF", ("", own))
    if basis := fare.value("FareBasis"):
        yield _written("FAR", "N", "", "", "", "", basis)
    yield from _remarks(one)
    if (status := one.value("BoardingStatus")).isdigit():
        yield _written("IFT", ("4", status), "BOARDING STATUS")
    for asked in one.every("SSR"):
        yield service(asked, reference)
    for paper in one.every("DOC_SSR"):
        yield document(paper, reference)
    yield from _contacts(one)
    for ticket in one.every("TicketDocument"):
        yield from _ticket(ticket)


def _ticket(ticket: Node) -> Segments:
    yield _written("TKT", (ticket.value("TicketDocumentNbr"), ticket.value("Type") or "T"))
    if amount := (total := ticket.first("TotalFare")).value("Amount"):
        yield _written("MON", ("T", amount, total.value("CurrencyCode")))
    if (issued := _stamp(ticket.value("DateOfIssue")))[0]:
        yield _written("DAT", ("710", issued[0]))
    for paid in ticket.every("PaymentInfo"):
        vendor, account = paid.value("VendorCode"), paid.value("AccountNbr")
        form = (paid.value("PaymentType"), "", paid.value("PaymentAmount"), vendor, account, paid.value("ExpiryDate"))
        yield _written("FOP", form)
        if holder := paid.value("CardHolderName"):
            yield _written("IFT", ("4", "43"), holder)


def service(one: Node, reference: str = "") -> str:
    """SSR, of the traveller numbered `reference` where it stands under one."""
    airline = one.value("AirlineCode") or one.first("Airline").value("Code")
    head = (one.value("SSRCode"), one.value("Status"), one.value("ServiceQuantity"), airline, "", "")
    places = (one.value("BoardPoint"), one.value("OffPoint"))
    text = one.value("Text") or one.text()
    return _written("SSR", (*head, *places, text), ("", "", one.value("RPH") or reference))


def document(one: Node, reference: str = "") -> str:
    """SSR DOCS, DOCO or DOCA: the fields of AIRIMP, parted by slashes."""
    told = one.first("FlightInfo")
    who = one.first("PaxInfo")
    airline, places = told.value("Code"), (told.value("BoardPoint"), told.value("OffPoint"))
    code = one.value("SSRCode").upper()
    paper = next((paper for paper in one.every("DOCS", "DOCO", "DOCA")), Node())
    fields = {"docs": _docs, "doco": _doco, "doca": _doca}.get(paper.name, _docs)(paper)
    text = "".join(f"/{part.replace('/', ' ')}" for part in fields).rstrip("/")
    reference = one.value("RPH") or who.value("RPH") or reference
    surname, given = who.value("Surname"), who.value("GivenName")
    if surname and given and not reference:
        text += f"-1{surname}/{given}"
    head = (code or paper.name.upper(), one.value("Status"), one.value("ServiceQuantity"), airline, "", "")
    return _written("SSR", (*head, *places, text), ("", "", reference))


def _docs(paper: Node) -> tuple[str, ...]:
    primary = paper.value("PrimaryPassportHolder").lower() in ("true", "1", "h")
    return (
        paper.value("TravelDocType"), paper.value("IssuingLoc"), paper.value("TravelDocNbr"),
        paper.value("PaxNationality"), _day(paper.value("DateOfBirth")), paper.value("Gender").upper(),
        _day(paper.value("ExpiryDate")), paper.value("Surname"), paper.value("FirstGivenName"),
        paper.value("SecondGivenName"), "H" if primary else "",
    )  # fmt: skip


def _doco(paper: Node) -> tuple[str, ...]:
    return (
        paper.value("BirthLocation"), paper.value("TravelDocType"), paper.value("TravelDocNbr"),
        paper.value("PlaceOfIssue"), _day(paper.value("DateOfIssue")), paper.value("CountryState"),
    )  # fmt: skip


def _doca(paper: Node) -> tuple[str, ...]:
    return (
        paper.value("AddressType"), paper.value("Country"), paper.value("Address"), paper.value("CityName"),
        paper.value("StateProvCounty"), paper.value("PostalCode"),
    )  # fmt: skip


def flight(one: Node, *, is_pushed: bool = False) -> Segments:
    """TVL, and for a flight of the itinerary its operating flight, status and check-in."""
    times = (*_stamp(one.value("DepartureDateTime")), *_stamp(one.value("ArrivalDateTime")))
    origin = one.first("DepartureAirport").value("LocationCode")
    destination = one.first("ArrivalAirport").value("LocationCode")
    operating, marketing = one.first("OperatingAirline"), one.first("MarketingAirline")
    carrier, number = operating.value("Code"), operating.value("FlightNumber")
    sold_by = one.value("CarrierCode") or marketing.value("Code") or carrier
    sold_as, booked_in = one.value("FlightNumber"), one.value("ResBookDesigCode")
    yield _written("TVL", times, origin, destination, (sold_by, carrier), (sold_as or number, booked_in))
    one.value("DateChangeNbr")
    if is_pushed:
        return
    if carrier and number and (carrier, number) != (sold_by, sold_as):
        yield _written("TRA", carrier, (number, operating.value("ResBookDesigCode")))
    yield _written("RPI", one.value("NumberInParty"), one.value("Status"))
    if equipment := one.first("Equipment").value("AirEquipType"):
        yield _written("APD", equipment)
    for asked in one.every("SSR"):
        yield service(asked)
    for ref in one.every("BookingRefID"):
        yield _written("RCI", _locator(ref))
    yield from _remarks(one)
    for checked in one.every("CheckInInfo"):
        yield from _check_in(checked)


def _check_in(one: Node) -> Segments:
    yield _written("DAT", ("2", *_stamp(one.value("Time"))))
    who, boarding = one.first("Passenger"), one.first("BoardingNumber")
    reference = who.value("RPH", "PaxID") or one.value("RPH")
    yield _written("TRI", "", (boarding.value("Number"), "", "", reference))
    surname, given = who.value("Surname"), who.value("GivenName")
    if surname or given or reference:
        yield _written("TIF", surname, (given, "", reference))
    seat = one.first("SeatNumber")
    if number := (seat.text() or one.value("SeatNumber")):
        yield _written("SSD", number, "", "", "", seat.value("CabinClass"))
    for bag in one.every("CheckedBag"):
        quantity, unit = bag.value("UnitOfMeasureQuantity"), bag.value("UnitOfMeasureCode")
        total = ("1", quantity, unit) if unit in WEIGHTS else (quantity, "", NO_WEIGHT)
        tag = (bag.value("IssuerCode"), bag.value("SerialNumber"), bag.value("SequenceCount"))
        yield _written("TBD", "", total, bag.value("BaggagePool"), (*tag, bag.value("BagDestination")))


def _stamp(text: str) -> tuple[str, str]:
    """ISO 8601 as DDMMYY and HHMM, as the clock there shows; two empty texts for anything else."""
    found = _STAMP.match(text)
    if found is None:
        return "", ""
    year, month, day, hour, minute = found.groups("")
    return f"{day}{month}{year[2:]}", hour + minute


def _day(text: str) -> str:
    """A day as AIRIMP writes it (`02MAR1991`), whichever of the two ways it came."""
    found = _STAMP.match(text)
    if found and 1 <= int(found[2]) <= len(MONTHS):
        return f"{found[3]}{MONTHS[int(found[2]) - 1]}{found[1]}"
    return text.upper()


def _written(tag: str, *elements: Part) -> str:
    return segment(tag, *elements, delimiters=PADIS_DEFAULT)
