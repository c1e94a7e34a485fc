"""DOCS, DOCO, DOCA and INFT texts: each vector names what is wrong with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.messages.pnrgov.docs import SEXES, read_doca, read_doco, read_docs, read_infant

FULL = "/P/NOR/N5550001/NOR/14MAR88/F/01FEB31/LINDQVIST/ASTRID/MAREN/H"


def test_full_form_has_every_field():
    docs = read_docs(FULL, 2025)
    assert docs is not None
    assert (docs.type, docs.issuer, docs.number, docs.nationality) == ("P", "NOR", "N5550001", "NOR")
    assert (docs.birth_date, docs.sex, docs.expires) == ("1988-03-14", "F", "2031-02-01")
    assert (docs.surname, docs.given_names, docs.primary) == ("LINDQVIST", "ASTRID MAREN", True)
    assert not docs.infant
    assert not docs.realigned
    assert docs.faults == ()


@pytest.mark.parametrize(
    ("fault", "text", "document"),
    [
        ("issuer left out", "/P/N5550001/NOR/14MAR88/F/01FEB31/LINDQVIST/ASTRID", ("P", None, "N5550001", "NOR")),
        ("type left out", "/NOR/5550001/NOR/14MAR88/F/01FEB31/LINDQVIST/ASTRID", (None, "NOR", "5550001", "NOR")),
        ("slash too many", "//P/NOR/N5550001/NOR/14MAR88/F/01FEB31/LINDQVIST/ASTRID", ("P", "NOR", "N5550001", "NOR")),
        (
            "empty field within",
            "/P//NOR/N5550001/NOR/14MAR88/F/01FEB31/LINDQVIST/A",
            ("P", "NOR", "N5550001", "NOR"),
        ),
    ],
)
def test_offset_by_one_is_read_in_line(fault, text, document):
    docs = read_docs(text, 2025)
    assert docs is not None, fault
    assert docs.realigned
    assert (docs.type, docs.issuer, docs.number, docs.nationality) == document
    assert (docs.birth_date, docs.expires, docs.surname) == ("1988-03-14", "2031-02-01", "LINDQVIST")


def test_leading_slash_may_be_missing():
    assert read_docs(FULL[1:], 2025) == read_docs(FULL, 2025)


def test_secure_flight_form_states_a_person_and_no_document():
    docs = read_docs("////" + "/14MAR88/F//LINDQVIST/ASTRID", 2025)
    assert docs is not None
    assert not docs.is_document
    assert not docs.realigned
    assert (docs.birth_date, docs.sex, docs.surname, docs.given_names) == ("1988-03-14", "F", "LINDQVIST", "ASTRID")


def test_two_letter_countries_stay_as_printed():
    docs = read_docs("/P/NO/N5550001/SE/14MAR88/F/01FEB31/LINDQVIST/ASTRID", 2025)
    assert docs is not None
    assert (docs.issuer, docs.nationality) == ("NO", "SE")


@pytest.mark.parametrize("sex", sorted(SEXES))
def test_every_sex_code_and_its_infant(sex):
    docs = read_docs(f"/P/NOR/N1/NOR/14MAR24/{sex}/01FEB31/LINDQVIST/ODA", 2025)
    assert docs is not None
    assert docs.sex == SEXES[sex]
    assert docs.infant == sex.endswith("I")


def test_association_is_cut_from_the_given_name():
    docs = read_docs("/P/NOR/N1/NOR/14MAR24/FI/01FEB31/LINDQVIST/ODA-1LINDQVIST/ASTRID MRS", 2025)
    assert docs is not None
    assert docs.given_names == "ODA"
    assert docs.association == ("LINDQVIST", "ASTRID MRS")


def test_hyphen_in_a_surname_is_no_association():
    docs = read_docs("/P/NOR/N1/NOR/14MAR88/F/01FEB31/BERG-NILSEN/ASTRID", 2025)
    assert docs is not None
    assert (docs.surname, docs.given_names) == ("BERG-NILSEN", "ASTRID")


def test_birth_is_in_the_past_and_expiry_may_be_ahead():
    docs = read_docs("/P/NOR/N1/NOR/14MAR26/F/01FEB35/LINDQVIST/ASTRID", 2025)
    assert docs is not None
    assert (docs.birth_date, docs.expires) == ("1926-03-14", "2035-02-01")


def test_a_date_that_is_none_is_a_fault_and_no_guess():
    docs = read_docs("/P/NOR/N1/NOR/31FEB88/F/01FEB31/LINDQVIST/ASTRID", 2025)
    assert docs is not None
    assert docs.birth_date is None
    assert docs.faults == ("birth date",)


@pytest.mark.parametrize("text", ["", "/", "TO BE ADVISED", "/P/NOR", "/A/B/C/D/E/F/G/H/I"])
def test_no_docs_at_all(text):
    assert read_docs(text, 2025) is None


def test_dateless_docs_keeps_document_and_name():
    docs = read_docs("/P/NOR/N1/NOR////LINDQVIST/ASTRID", 2025)
    assert docs is not None
    assert (docs.number, docs.surname, docs.birth_date, docs.sex) == ("N1", "LINDQVIST", None, None)


@given(st.text(alphabet="/ABCDFIMNPX0123456789- JANH", max_size=80), st.integers(2000, 2060))
def test_any_text_is_read_or_refused(text, year):
    docs = read_docs(text, year)
    assert docs is None or docs.birth_date is None or docs.birth_date[:4] <= str(year)


def test_doco_visa():
    doco = read_doco("/BERGEN/V/88100200/OSLO/22DEC23/LI", 2025)
    assert doco is not None
    assert (doco.birth_place, doco.type, doco.number) == ("BERGEN", "V", "88100200")
    assert (doco.place_of_issue, doco.issued, doco.country, doco.infant) == ("OSLO", "2023-12-22", "LI", False)


@pytest.mark.parametrize(
    ("text", "kind", "infant"),
    [
        ("/V/88100200/OSLO/22DEC23/LI", "V", False),
        ("//V/88100200/OSLO/22DEC23/LI/I", "V", True),
        ("//R/1234567///USA", "R", False),
        ("//K/98765432///USA", "K", False),
    ],
)
def test_doco_without_birth_place(text, kind, infant):
    doco = read_doco(text, 2025)
    assert doco is not None
    assert (doco.birth_place, doco.type, doco.infant) == (None, kind, infant)
    assert doco.number


@pytest.mark.parametrize("text", ["", "/", "/BERGEN", "/BERGEN/Z/1/2"])
def test_no_doco(text):
    assert read_doco(text, 2025) is None


def test_doca():
    doca = read_doca("/R/NO/1 QUAY STREET/BERGEN/VESTLAND/5003")
    assert doca is not None
    assert (doca.type, doca.country, doca.infant) == ("R", "NO", False)
    assert doca.address == "1 QUAY STREET, BERGEN, VESTLAND, 5003, NO"
    infant = read_doca("/D/GR/2 HARBOUR ROAD/PIRAEUS//18531/I")
    assert infant is not None
    assert infant.infant
    assert read_doca("/Q/GR") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LINDQVIST/ODA 10AUG24", ("LINDQVIST", "ODA", "2024-08-10")),
        ("LINDQVIST/ODA/10AUG24", ("LINDQVIST", "ODA", "2024-08-10")),
        ("/LINDQVIST/ODA MISS 10AUG2024", ("LINDQVIST", "ODA MISS", "2024-08-10")),
        ("1LINDQVIST/ODA", ("LINDQVIST", "ODA", None)),
        ("LINDQVIST/ODA 10AUG24-1LINDQVIST/ASTRID", ("LINDQVIST", "ODA", "2024-08-10")),
        ("1LINDQVIST/ODA MISS 10AUG24 OCCUPYING SEAT", ("LINDQVIST", "ODA MISS", "2024-08-10")),
        (".LINDQVIST/ODA.10AUG24", ("LINDQVIST", "ODA", "2024-08-10")),
        ("LINDQVIST/ODA 31FEB24", ("LINDQVIST", "ODA", None)),
        ("", (None, None, None)),
    ],
)
def test_infant(text, expected):
    assert tuple(read_infant(text, 2025)) == expected


def test_a_docs_parted_by_hyphens_is_read_as_typed():
    docs = read_docs("P-NOR-N1234567-NOR-10AUG84-F-01FEB29-LINDQVIST-ODA", 2025)
    assert docs is not None
    assert (docs.number, docs.birth_date, docs.given_names) == ("N1234567", "1984-08-10", "ODA")


def test_a_birth_day_of_00_leaves_the_month():
    docs = read_docs("/P/NOR/N1/NOR/00AUG84/F/01FEB29/LINDQVIST/ODA", 2025)
    assert docs is not None
    assert (docs.birth_date, docs.faults) == ("1984-08", ())
