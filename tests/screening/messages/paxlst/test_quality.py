from collections.abc import Callable
from dataclasses import replace

import pytest

from gatehouse.screening.messages.paxlst import quality
from gatehouse.screening.messages.paxlst.said import FINDING_KINDS
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Document, Role, Traveller

Build = Callable[..., Reading]
ANN = Traveller(Role.PASSENGER, "ROE", "ANN", birth_date="1990-01-31", segments=(8, 12), sources={"birth_date": 9})
DAY = "2026-06-21"


def codes(result: Reading) -> list[str]:
    return [found.code for found in result.findings]


def test_a_complete_person_gives_no_finding(manifest: Build, person: tuple[str, ...]) -> None:
    result = manifest(*person)
    assert [found for found in result.findings if found.code != "leg-too-long"] == []


MISSING = [
    ("birth date", "DTM+329", "birth date"),
    ("sex", "ATT", "sex"),
    ("nationality", "NAT", "nationality"),
    ("issuer", "LOC+91", "document issuer"),
    ("expiry", "DTM+36", "document expires"),
]


@pytest.mark.parametrize(("begins", "named"), [v[1:] for v in MISSING], ids=[v[0] for v in MISSING])
def test_a_missing_element_is_named(manifest: Build, person: tuple[str, ...], begins: str, named: str) -> None:
    result = manifest(*(text for text in person if not text.startswith(begins)))
    (found,) = (found for found in result.findings if found.code == "element-missing")
    assert found.text.endswith(f": {named}")
    assert found.segment == 8


def test_what_is_stated_as_unknown_is_not_missing(manifest: Build, person: tuple[str, ...]) -> None:
    unknown = [text.replace("ATT+2++F", "ATT+2++U").replace("DTM+36:300101", "DTM+36:") for text in person]
    assert "element-missing" not in codes(manifest(*unknown))


def test_a_closing_message_may_name_people_by_name_alone(reading: Build) -> None:
    assert "element-missing" not in codes(reading("BGM+266+CLOB", "NAD+FL+++ROE:ANN", "RFF+ABO:77"))


BIRTHS = [
    ("2026-06-22", "birth-in-future"),
    ("2026-07", "birth-in-future"),
    ("2027", "birth-in-future"),
    ("2026-06-21", None),
    ("2026-06", None),
    ("2026", None),
    ("1911-01-01", None),
    ("1910-12-31", "age-beyond-limit"),
    (None, None),
]


@pytest.mark.parametrize(("birth", "code"), BIRTHS)
def test_birth_beside_the_day_of_travel(birth: str | None, code: str | None) -> None:
    found = quality.born_plausibly(replace(ANN, birth_date=birth), DAY)
    assert (found and found.code) == code


def test_without_a_day_nothing_is_in_the_future() -> None:
    assert quality.born_plausibly(replace(ANN, birth_date="2999-01-01"), "") is None


NAMES = [
    ("ROE", "ANN", None),
    ("ROE", "ANN 2ND", "name-digits"),
    ("R0E", "ANN", "name-digits"),
    ("TEST", "ANN", "name-placeholder"),
    ("ROE", "dummy", "name-placeholder"),
    ("TESTA", "ANN", None),
    ("ANN", "ANN", "name-repeated"),
    ("R", "ANN", "surname-initial"),
    ("ROE", None, None),
    (None, None, None),
]


@pytest.mark.parametrize(("surname", "given", "code"), NAMES)
def test_names_that_are_hardly_names(surname: str | None, given: str | None, code: str | None) -> None:
    found = quality.name_plausible(replace(ANN, surname=surname, given_names=given), DAY)
    assert (found and found.code) == code


EXPIRIES = [
    ("2026-06-20", True),
    ("2026-06-21", False),
    ("2026-05", True),
    ("2026-06", False),
    ("2025", True),
    (None, False),
]


@pytest.mark.parametrize(("expires", "expired"), EXPIRIES)
def test_a_document_holds_to_the_end_of_what_it_states(expires: str | None, expired: bool) -> None:
    papers = (Document("P", "X1", expires="2030-01-01"), Document("V", "Y2", expires=expires, segment=17))
    found = quality.documents_valid(replace(ANN, documents=papers), DAY)
    assert (found is not None) is expired
    assert found is None or (found.code, found.segment) == ("document-expired", 17)


def test_one_document_or_seat_for_several_is_said_once_with_how_many(manifest: Build) -> None:
    persons = [
        text
        for name in ("ROE", "DOE", "POE")
        for text in (f"NAD+FL+++{name}:ANN", "RFF+SEA:1A", "DOC+P+X1", "LOC+91+GBR")
    ]
    result = manifest(*persons)
    shared = [found for found in result.findings if found.code in ("document-shared", "seat-shared")]
    assert [(found.segment, found.text.rpartition(": ")[2]) for found in shared] == [(13, "3 times"), (14, "3 times")]
    assert len(result.travellers) == 3


def test_the_same_number_of_another_issuer_is_another_document(manifest: Build) -> None:
    first = ("NAD+FL+++ROE:ANN", "DOC+P+X1", "LOC+91+GBR")
    assert "document-shared" not in codes(manifest(*first, "NAD+FL+++DOE:JOE", "DOC+P+X1", "LOC+91+FRA"))


def test_totals_beside_persons(reading: Build) -> None:
    persons = ("NAD+FL+++ROE:ANN", "NAD+DDU+++DOE:JOE", "NAD+FM+++POE:SAM")
    assert "count-differs" not in codes(reading("BGM+745", *persons, "CNT+42:2", "CNT+41:1"))
    assert codes(reading("BGM+745", *persons, "CNT+42:160")).count("count-differs") == 1
    assert FINDING_KINDS["count-differs"].severity == "info"


def test_a_part_of_a_series_does_not_hold_everybody(reading: Build) -> None:
    assert "count-differs" not in codes(reading("BGM+745", "NAD+FL+++ROE:ANN", "CNT+42:160", sequence="01:C"))


def test_the_day_of_travel_is_the_first_departure_else_the_day_of_sending(reading: Build) -> None:
    late = (
        "TDT+20+ZZ2",
        "LOC+125+SYD",
        "DTM+189:2606230900:201",
        "TDT+20+ZZ1",
        "LOC+125+SYD",
        "DTM+189:2606210900:201",
    )
    assert quality.travel_day(reading("BGM+745", *late)) == "2026-06-21"
    assert quality.travel_day(reading("BGM+745")) == "2026-06-20"
