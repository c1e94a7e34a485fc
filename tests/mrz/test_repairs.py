"""What a scanner confuses is put right where one reading is left, and nowhere else."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.mrz.digits import check_digit
from gatehouse.mrz.zone import read_zone

TODAY = dt.date(2026, 12, 1)


def td3(names: str = "MALIKI<<KARIM<OMAR", number: str = "K1234567O", nationality: str = "UTO") -> str:
    data = f"{number}{check_digit(number)}{nationality}801005{check_digit('801005')}M310101{check_digit('310101')}"
    data += "<" * 14 + "<"
    composite = check_digit(data[:10] + data[13:20] + data[21:43])
    return f"P<UTO{names}".ljust(44, "<") + "\n" + data + composite


@pytest.mark.parametrize(
    ("clean", "scanned", "field"),
    [
        (td3(), td3().replace("P<UTO", "P<UT0"), "issuer"),
        (td3(), td3(nationality="UT0"), "nationality"),
        (td3(), td3().replace("MALIKI", "MAL1K1"), "names"),
        (td3(), td3().replace("OMAR<<<<<<<<<<", "0MAR<<<KK<C<<L"), "names"),
        (td3(names="MALIKI"), td3(names="MALIKI<<<<<<<KKK<<K"), "names"),
    ],
)
def test_a_sign_that_the_field_cannot_hold_is_the_one_it_looks_like(clean: str, scanned: str, field: str) -> None:
    zone, meant = read_zone(scanned, TODAY), read_zone(clean, TODAY)
    assert (zone.surname, zone.given_names) == (meant.surname, meant.given_names)
    assert (zone.issuer, zone.nationality) == (meant.issuer, meant.nationality)
    assert zone.repaired == (field,)
    assert zone.failed == meant.failed == ()


@pytest.mark.parametrize("names", ["MALIKI<<KARIM<K", "MALIKI<<KARIM<K<<", "KCK<<LUC<K<C", "A<<B<<C"])
def test_a_name_that_may_be_one_stays(names: str) -> None:
    zone = read_zone(td3(names=names), TODAY)
    assert zone.repaired == ()
    assert f"{zone.surname} {zone.given_names}" == " ".join(names.replace("<", " ").split())


def test_a_letter_for_a_check_digit_is_the_digit_it_looks_like() -> None:
    number = next(text for text in (f"K12345{n:03}" for n in range(99)) if check_digit(text) == "0")
    scanned = td3(number=number).replace(f"{number}0", f"{number}O")
    zone = read_zone(scanned, TODAY)
    assert (zone.number, zone.repaired, zone.failed) == (number, ("number",), ())


def test_a_document_number_is_never_changed_and_its_failed_check_is_told() -> None:
    zone = read_zone(td3().replace("K1234567O", "K12345670"), TODAY)
    assert (zone.number, zone.repaired) == ("K12345670", ())
    assert "number" in zone.failed
