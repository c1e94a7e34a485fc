"""Whose document it is: each vector is one way in which carriers file it."""

from __future__ import annotations

import pytest

from gatehouse.terms.traveller import Role

ADULT = "TIF+LINDQVIST:I+ASTRID MRS:A:2:1"
INFANT = "TIF+LINDQVIST:I+ODA:IN:3"
OTHER = "TIF+BERG:I+LARS MR:A:4"
ADULT_DOCS = "/P/NOR/N5550001/NOR/14MAR88/F/01FEB31/LINDQVIST/ASTRID MAREN/"
INFANT_DOCS = "/P/NOR/N5550002/NOR/10AUG24/FI/01FEB29/LINDQVIST/ODA SOLVEIG/"
PLAIN_INFANT_DOCS = "/P/NOR/N5550002/NOR/10AUG24/F/01FEB29/LINDQVIST/ODA SOLVEIG/"
OTHER_DOCS = "/P/DNK/D5550003/DNK/02JAN79/M/01FEB30/BERG/LARS/"
FLIGHT = "TVL+150625:0930:150625:1340+OSL+ATH+ZZ+611:Y"


def docs(text: str, reference: str = "") -> str:
    return f"SSR+DOCS:HK:1:ZZ:::::{text}" + (f"+::{reference}" if reference else "")


def numbers(reading):
    return {t.given_names: [d.number for d in t.documents] for t in reading.travellers}


OWN = {"ASTRID": ["N5550001"], "ODA": ["N5550002"]}


@pytest.mark.parametrize(
    ("filed", "segments"),
    [
        ("both under the adult, infant's marked", [ADULT, docs(INFANT_DOCS), docs(ADULT_DOCS), INFANT]),
        ("both under the adult, infant's named only", [ADULT, docs(PLAIN_INFANT_DOCS), docs(ADULT_DOCS), INFANT]),
        ("both at the flight, for the adult", [ADULT, INFANT, FLIGHT, docs(INFANT_DOCS, "2"), docs(ADULT_DOCS, "2")]),
        ("at the flight without reference", [ADULT, INFANT, FLIGHT, docs(INFANT_DOCS), docs(ADULT_DOCS)]),
        ("before the names", [docs(INFANT_DOCS), docs(ADULT_DOCS), ADULT, INFANT]),
        ("each under their own", [ADULT, docs(ADULT_DOCS), INFANT, docs(INFANT_DOCS)]),
        ("under each other", [ADULT, docs(PLAIN_INFANT_DOCS), INFANT, docs(ADULT_DOCS)]),
        (
            "repeated at every flight",
            [ADULT, docs(ADULT_DOCS), docs(INFANT_DOCS), INFANT, FLIGHT, docs(ADULT_DOCS, "2"), docs(INFANT_DOCS, "2")],
        ),
    ],
)
def test_adult_and_infant_each_hold_their_own(booking, filed, segments):
    reading = booking(*segments)
    assert numbers(reading) == OWN, filed
    adult, infant = reading.travellers
    assert (adult.birth_date, infant.birth_date) == ("1988-03-14", "2024-08-10")
    assert (adult.infant, infant.infant, infant.accompanied_by) == (False, True, "2")


def test_infant_without_tif_is_added_from_its_docs(booking, codes):
    reading = booking(ADULT, docs(ADULT_DOCS), docs(INFANT_DOCS))
    assert numbers(reading) == {"ASTRID": ["N5550001"], "ODA SOLVEIG": ["N5550002"]}
    assert reading.travellers[1].infant
    assert reading.travellers[1].accompanied_by == "2"
    assert codes(reading) == ["infant-added"]
    assert reading.bookings[0].travellers == (0, 1)


def test_namesakes_are_told_apart_by_birth_date(booking):
    father, son = "TIF+BERG+LARS MR:A:1", "TIF+BERG+LARS MSTR:IN:2"
    inft = "SSR+INFT:HK:1:ZZ:::::BERG/LARS 10AUG24+::1"
    sons = "/P/DNK/D2/DNK/10AUG24/M/01FEB29/BERG/LARS"
    reading = booking(father, inft, docs(sons), docs("/P/DNK/D1/DNK/02JAN79/M/01FEB30/BERG/LARS"), son)
    assert [[d.number for d in t.documents] for t in reading.travellers] == [["D1"], ["D2"]]


def test_docs_under_the_wrong_adult_goes_to_whom_it_names(booking, codes):
    reading = booking(ADULT, docs(OTHER_DOCS), OTHER)
    assert numbers(reading) == {"ASTRID": [], "LARS": ["D5550003"]}
    assert "docs-reassigned" in codes(reading)


def test_another_name_stays_where_it_stands(booking):
    reading = booking(ADULT, docs("/P/NOR/N9/NOR/14MAR88/F/01FEB31/HALVORSEN/MAREN/"), OTHER)
    assert numbers(reading) == {"ASTRID": ["N9"], "LARS": []}
    document = reading.travellers[0].documents[0]
    assert (document.surname, document.given_names) == ("HALVORSEN", "MAREN")
    assert reading.travellers[0].surname == "LINDQVIST"


def test_association_names_the_holder(booking):
    text = "/P/NOR/N9/NOR/14MAR88/F/01FEB31/HALVORSEN/MAREN-1LINDQVIST/ASTRID MRS"
    assert numbers(booking(ADULT, OTHER, FLIGHT, docs(text))) == {"ASTRID": ["N9"], "LARS": []}


def test_docs_that_names_nobody_of_the_booking_is_one_more_traveller(booking, codes):
    repeated = docs("/P/NOR/N9/NOR/14MAR88/F/01FEB31/HALVORSEN/MAREN/")
    reading = booking(ADULT, OTHER, FLIGHT, repeated, repeated)
    assert codes(reading) == ["docs-traveller-added"]
    assert [(t.surname, t.birth_date) for t in reading.travellers[2:]] == [("HALVORSEN", "1988-03-14")]


@pytest.mark.parametrize("name", ["LINDQVIST/MAREN", "HALVORSEN/ASTRID"])
def test_half_a_name_tells_whose_it_is_where_one_alone_has_it(booking, name):
    reading = booking(ADULT, OTHER, FLIGHT, docs(f"/P/NOR/N9/NOR/14MAR88/F/01FEB31/{name}/"), docs(OTHER_DOCS))
    assert numbers(reading) == {"ASTRID": ["N9"], "LARS": ["D5550003"]}


def test_docs_of_nobody_without_a_name_is_evidence(booking, codes):
    reading = booking(ADULT, OTHER, FLIGHT, docs("/P/NOR/N9/NOR/14MAR88/F/01FEB31//"))
    assert codes(reading) == ["docs-unassigned"]
    assert len(reading.travellers) == 2
    assert "N9" in reading.bookings[0].evidence[0].text


def test_docs_of_a_group_place_names_one_more(booking, codes):
    reading = booking("TIF+FJORD CHOIR:G", FLIGHT, docs(OTHER_DOCS))
    assert [(t.role, t.surname) for t in reading.travellers] == [(Role.GROUP, "FJORD CHOIR"), (Role.PASSENGER, "BERG")]
    assert "docs-traveller-added" in codes(reading)


def test_one_document_however_often_and_however_printed(booking):
    again = "/P/NO/N5550001/NO/14MAR88/F//LINDQVIST/ASTRID"
    first = "/P//N5550001/NOR/14MAR88/F/01FEB31/LINDQVIST/ASTRID MAREN/"
    (document,) = booking(ADULT, docs(first), FLIGHT, docs(again, "2")).travellers[0].documents
    assert (document.issuer, document.expires, document.given_names) == ("NOR", "2031-02-01", "ASTRID MAREN")


def test_nationality_comes_from_its_own_field_only(booking):
    reading = booking(ADULT, docs("/P/NOR/N1//14MAR88/F/01FEB31/LINDQVIST/ASTRID"))
    assert reading.travellers[0].nationalities == ()
    assert reading.travellers[0].documents[0].issuer == "NOR"


def test_unknown_country_is_a_finding_and_no_guess(booking, codes):
    reading = booking(ADULT, docs("/P/QQQ/N1/QQQ/14MAR88/F/01FEB31/LINDQVIST/ASTRID"))
    assert reading.travellers[0].nationalities == ()
    assert codes(reading) == ["country-unknown", "country-unknown"]


def test_wrapped_name_is_kept_on_the_document(booking):
    reading = booking(ADULT, docs("/P/NO/N1/NO/14MAR88/F/01FEB31/LINDQV IST/ASTRID MRS"))
    assert reading.travellers[0].surname == "LINDQVIST"
    assert reading.travellers[0].documents[0].surname == "LINDQV IST"


def test_secure_flight_form_makes_no_document_but_fills_the_person(booking):
    traveller = booking(ADULT, docs("/////14MAR88/F//LINDQVIST/ASTRID")).travellers[0]
    assert traveller.documents == ()
    assert (traveller.birth_date, traveller.sex) == ("1988-03-14", "F")


def test_secure_flight_form_keeps_another_printed_name(booking):
    (document,) = booking(ADULT, docs("/////14MAR88/F//LINDQVIST/ASTRIDMAREN")).travellers[0].documents
    assert (document.number, document.given_names) == (None, "ASTRIDMAREN")


@pytest.mark.parametrize(("printed", "given_names", "title"), [("NINA", "NINA", "MS"), ("NINAMS", "NINAMS", None)])
def test_glued_ms_is_a_title_of_a_woman_only(booking, printed, given_names, title):
    traveller = booking("TIF+BERG+NINAMS:A:1", docs(f"/P/NOR/N1/NOR/14MAR88/F/01FEB31/BERG/{printed}")).travellers[0]
    assert "title" not in traveller.sources or traveller.sources["title"] == traveller.sources["birth_date"]
    assert (traveller.given_names, traveller.title) == (given_names, title)
    man = booking("TIF+BERG+NINAMS:A:1", docs(f"/P/NOR/N1/NOR/14MAR88/M/01FEB31/BERG/{printed}")).travellers[0]
    assert (man.given_names, man.title) == ("NINAMS", None)


def test_shapeless_docs_is_evidence(booking, codes):
    reading = booking(ADULT, docs("PASSPORT TO FOLLOW"))
    assert codes(reading) == ["docs-shape"]
    assert reading.travellers[0].evidence[0].text == "DOCS PASSPORT TO FOLLOW"
    assert reading.bookings[0].services[0].text == "PASSPORT TO FOLLOW"


def test_offset_is_said(booking, codes):
    reading = booking(ADULT, docs("/P/N5550001/NOR/14MAR88/F/01FEB31/LINDQVIST/ASTRID"))
    assert codes(reading) == ["docs-offset"]
    assert numbers(reading) == {"ASTRID": ["N5550001"]}


@pytest.mark.parametrize(
    ("field", "code", "birth_date", "sex"),
    [
        ("31FEB88/F", "date-unreadable", None, "F"),
        ("14MA88/F", "date-unreadable", None, "F"),
        ("14MAR88/W", "sex-unknown", "1988-03-14", None),
    ],
)
def test_a_spoilt_field_costs_that_field_only(booking, codes, field, code, birth_date, sex):
    reading = booking(ADULT, docs(f"/P/NOR/N1/NOR/{field}/01FEB31/LINDQVIST/ASTRID"))
    (traveller,) = reading.travellers
    assert codes(reading) == [code]
    assert (traveller.birth_date, traveller.sex, traveller.nationalities) == (birth_date, sex, ("NOR",))
    assert (traveller.documents[0].number, traveller.documents[0].expires) == ("N1", "2031-02-01")


def test_findings_hold_no_personal_data(booking):
    reading = booking(ADULT, OTHER, FLIGHT, docs("/P/NOR/N9/NOR/14MAR88/F/01FEB31/HALVORSEN/MAREN/"), docs("MAREN"))
    text = " ".join(finding.text for finding in reading.findings)
    assert "HALVORSEN" not in text
    assert "MAREN" not in text
    assert "N9" not in text


def test_doco_is_a_visa(booking):
    traveller = booking(ADULT, "SSR+DOCO:HK:1:ZZ:::::/BERGEN/V/88100200/OSLO/22DEC23/LI+::002").travellers[0]
    (visa,) = traveller.documents
    assert (visa.type, visa.number, visa.issuer) == ("V", "88100200", "LIE")
    assert (visa.issued, visa.place_of_issue, visa.expires) == ("2023-12-22", "OSLO", None)
    assert traveller.birth_place == "BERGEN"
    assert traveller.nationalities == ()


def test_doco_of_an_infant_under_the_adult(booking):
    reading = booking(ADULT, "SSR+DOCO:HK:1:ZZ:::::/OSLO/V/77/ATHENS/22DEC24/GR/I", INFANT)
    assert numbers(reading) == {"ASTRID": [], "ODA": ["77"]}


def test_doca_is_residence_and_address(booking):
    traveller = booking(
        ADULT, "SSR+DOCA:HK:1:ZZ:::::/R/NO/1 QUAY STREET/BERGEN//5003", "SSR+DOCA:HK:1:ZZ:::::/D/GR/2 HARBOUR ROAD"
    ).travellers[0]
    assert traveller.residence == "NOR"
    assert [c.value for c in traveller.contacts] == ["1 QUAY STREET, BERGEN, 5003, NO", "2 HARBOUR ROAD, GR"]


def test_doco_and_doca_of_nobody_are_evidence(booking, codes):
    reading = booking(ADULT, OTHER, FLIGHT, "SSR+DOCO:HK:1:ZZ:::::/OSLO/V/77", "SSR+DOCA:HK:1:ZZ:::::/Q/GR")
    assert codes(reading) == ["doco-shape", "doca-shape"]
    assert len(reading.bookings[0].evidence) == 2


def test_every_stated_field_has_its_segment(booking):
    traveller = booking(ADULT, docs(ADULT_DOCS)).travellers[0]
    assert traveller.sources["surname"] == 8
    for field in ("birth_date", "sex", "nationalities", "documents"):
        assert traveller.sources[field] == 9
    assert traveller.segments == (8, 9)
