"""PNRGOV XML is read as the EDIFACT that says the same; attacks are refused, what breaks off keeps its beginning."""

from __future__ import annotations

import gzip
import io
import tracemalloc

import pytest

from gatehouse.edifact import EdifactError, limits
from gatehouse.screening.intake.sensitive.redaction import Redacted
from gatehouse.screening.messages import read_messages
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Document, Seat

HEAD = """<IATA_PNRGOV_NotifRQ xmlns="http://www.iata.org/IATA/2007/00" Version="15.1"
 TimeStamp="2026-05-01T08:00:00Z">
<Originator AirlineCode="ZZ" SystemCode="1A"/>
<FlightLeg CarrierCode="ZZ" FlightNumber="0602" DepartureDateTime="2026-05-02T14:30:00"
 ArrivalDateTime="2026-05-02T22:05:00">
<DepartureAirport LocationCode="SIN"/><ArrivalAirport LocationCode="ICN"/></FlightLeg><PNRs NumberOfPnrs="2">"""
PNR = """<PNR NumberOfPassengers="2" PNR_TransDate="2026-04-30T05:59:00" PNR_CreationDate="2026-03-19T13:54:00"
 Mood="HAPPY">
<BookingRefID ID="3PGZOV"><CompanyName Code="1A"/></BookingRefID>
<POS><Source AirlineVendorID="ZZ" AirportCode="SIN" PseudoCityCode="SINZZ0980" ISOCountry="SG">
<RequestorID ID="12345678"/></Source></POS>
<ContactInfo PhoneNumber="6562231111" EmailAddress="ada@mail.example"><AddressLine>1 Orchard Road</AddressLine>
<CityName>Singapore</CityName></ContactInfo>
<Passenger RPH="1" SurnameRefNumber="1" PaxID="ZZ0001" AccompaniedByInfantInd="true">
<GivenName>ADA MRS</GivenName><Surname>O'LIND-QVIST</Surname>
<CustLoyalty VendorCode="ZZ" MembershipID="8794285757"/><FareInfo PTC_Code="ADT" FareBasis="YOW"/>
<SSR SSR_Code="WCHR" Status="HK" ServiceQuantity="1"><Airline Code="ZZ"/></SSR>
<TicketDocument TicketDocumentNbr="6181234567890" Type="T" DateOfIssue="2026-03-19">
<TotalFare Amount="100.00" CurrencyCode="SGD"/>
<PaymentInfo PaymentType="CC" PaymentAmount="100.00" VendorCode="VI" AccountNbr="4111111111111111"
 ExpiryDate="1229"/></TicketDocument>
<DOC_SSR SSRCode="DOCS" ServiceQuantity="1" Status="HK"><FlightInfo Code="ZZ"/>
<DOCS TravelDocType="P" TravelDocNbr="K1234567"
 IssuingLoc="SGP" PaxNationality="SGP" DateOfBirth="1985-01-08" Gender="F" ExpiryDate="09JUL30"
 Surname="OLINDQVIST" FirstGivenName="ADA"/></DOC_SSR>
</Passenger>
<Passenger RPH="2"><GivenName>TIM</GivenName><Surname>王</Surname><FareInfo PTC_Code="INF"/></Passenger>
<DOC_SSR SSR_Code="DOCO" Status="HK" RPH="1"><DOCO TravelDocType="V" TravelDocNbr="V99" PlaceOfIssue="SEOUL"
 DateOfIssue="01JAN25" CountryState="KOR"/></DOC_SSR>
<Flight DepartureDateTime="2026-05-02T14:30:00" ArrivalDateTime="2026-05-02T22:05:00" FlightNumber="9362"
 ResBookDesigCode="K" NumberInParty="2" Status="HK">
<DepartureAirport LocationCode="SIN"/><ArrivalAirport LocationCode="ICN"/>
<OperatingAirline Code="ZZ" FlightNumber="602"/><MarketingAirline Code="QQ"/>
<CheckInInfo Time="2026-05-02T12:00:00"><BoardingNumber Number="168"/><Passenger RPH="1"/>
<SeatNumber CabinClass="J">011D</SeatNumber>
<CheckedBag IssuerCode="ZZ" SerialNumber="123456" SequenceCount="1" UnitOfMeasureQuantity="33"
 UnitOfMeasureCode="700" BagDestination="ICN"/></CheckInInfo></Flight>
</PNR>"""
SECOND = """<PNR><BookingRefID ID="ABCDEF"><CompanyName Code="1A"/></BookingRefID>
<Passenger RPH="1"><GivenName>BO</GivenName><Surname>BERG</Surname></Passenger></PNR>"""
WHOLE = f"{HEAD}{PNR}{SECOND}</PNRs></IATA_PNRGOV_NotifRQ>"


def _read(raw: bytes) -> list[Reading]:
    return list(read_messages(Redacted(io.BytesIO(raw))))


def test_a_booking_in_xml_is_read_whole() -> None:
    (reading,) = _read(WHOLE.encode())
    assert (reading.type, reading.version, reading.function, reading.sender) == ("PNRGOV", "15.1", "pnr-update", "ZZ")
    assert reading.flights[0].designator == "ZZ602"
    assert (reading.flights[0].legs[0].origin, reading.flights[0].legs[0].departs) == ("SIN", "2026-05-02T14:30")
    ada, tim, bo = reading.travellers
    assert (ada.surname, ada.given_names, ada.title, ada.sex) == ("O'LIND-QVIST", "ADA", "MRS", "F")
    assert (ada.birth_date, ada.nationalities, ada.locator, ada.reference) == (
        "1985-01-08",
        ("SGP",),
        "3PGZOV",
        "ZZ0001",
    )
    passport = Document("P", "K1234567", "SGP", "2030-07-09", surname="OLINDQVIST", given_names="ADA")
    visa = Document("V", "V99", "KOR", issued="2025-01-01", place_of_issue="SEOUL")
    assert [paper._replace(segment=None) for paper in ada.documents] == [passport, visa]
    assert [seat._replace(segment=None) for seat in ada.seats] == [Seat("11D", "SIN", "ICN", "J")]
    assert (ada.bag_count, ada.bag_weight_kg, ada.bags[0].tag, ada.tickets) == (1, 33.0, "ZZ123456", ("6181234567890",))
    assert (tim.surname, tim.infant, tim.accompanied_by) == ("王", True, "1")
    assert (bo.surname, bo.locator) == ("BERG", "ABCDEF")
    first = reading.bookings[0]
    assert (first.created, first.updated, first.cancelled) == ("2026-03-19T13:54", "2026-04-30T05:59", False)
    assert (first.flights[0].designator, first.flights[0].operating) == ("QQ9362", "ZZ602")
    assert {contact.value for contact in first.contacts} >= {"6562231111", "ada@mail.example"}
    assert {found.code for found in reading.findings} == {"card-number-unmasked", "sensitive-removed"}


def test_what_is_sensitive_is_taken_out_and_cards_are_masked() -> None:
    text = Redacted(io.BytesIO(WHOLE.encode())).read().decode()
    assert "WCHR" not in text
    (reading,) = _read(WHOLE.encode())
    assert "sensitive-removed" in {found.code for found in reading.findings}
    assert reading.bookings[0].payments[0].account == "XXXXXXXXXXXX1111"


def test_what_has_no_place_is_kept_as_a_raw_line() -> None:
    (reading,) = _read(WHOLE.encode())
    assert "PNR Mood HAPPY" in [remark.text for remark in reading.bookings[0].remarks]


@pytest.mark.parametrize(
    "dress",
    [
        lambda text: text.encode("utf-16"),
        lambda text: b'\xef\xbb\xbf<?xml version="1.0" encoding="utf-8"?>' + text.encode(),
        lambda text: gzip.compress(text.encode()),
        lambda text: f"<Envelope><Body>{text}</Body></Envelope>".encode(),
    ],
)
def test_however_it_is_packed(dress) -> None:  # type: ignore[no-untyped-def]
    assert len(_read(dress(WHOLE))[0].travellers) == 3


def test_several_messages_and_one_cut_off_keep_their_people() -> None:
    both = f"<All>{WHOLE}{WHOLE}</All>".encode()
    assert [len(reading.travellers) for reading in _read(both)] == [3, 3]
    (cut,) = _read(WHOLE.encode()[: WHOLE.index("ABCDEF")])
    assert len(cut.travellers) == 2
    assert "interchange-trailer-missing" in {found.code for found in cut.findings}


@pytest.mark.parametrize(
    "attack",
    [
        f"<!DOCTYPE x [<!ENTITY a 'aaaa'>]>{WHOLE}",
        f"<!DOCTYPE x SYSTEM 'http://attacker.example/x.dtd'>{WHOLE}",
        WHOLE.replace("<GivenName>TIM", "<GivenName>&a;").replace(
            "<IATA", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><IATA", 1
        ),
        HEAD.replace("<PNRs", "<a>" * 99 + "<PNRs"),
        "<IATA_PNRGOV_NotifRQ",
    ],
)
def test_attacks_are_refused(attack: str) -> None:
    with pytest.raises(EdifactError):
        _read(attack.encode())


def test_one_endless_booking_is_refused_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MESSAGE_MAX", 1 << 20)
    endless = f"{HEAD}<PNR x='" + "a" * (6 << 20) + "'/></PNRs></IATA_PNRGOV_NotifRQ>"
    tracemalloc.start()
    with pytest.raises(EdifactError):
        _read(endless.encode())
    assert tracemalloc.get_traced_memory()[1] < 64 << 20
    tracemalloc.stop()
