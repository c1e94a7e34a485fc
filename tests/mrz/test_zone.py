"""Zones of our own making and the standard's specimens: every field, every digit, and what an altered one says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.mrz import Check, MrzError, read_zone
from gatehouse.mrz.digits import VALUES, check_digit

TODAY = dt.date(2026, 11, 30)
SPECIMENS = Path(__file__).parents[2].parent / "shared" / "data" / "mrz_specimens.txt"


def td3(number: str = "AB1234567", birth: str = "760517", expiry: str = "310101", optional: str = "<" * 14) -> str:
    """A passport of our own making with all its digits right."""
    first = "P<UTOKARIM<<YUSUF<ALI".ljust(44, "<")
    parts = [number + check_digit(number), "UTO", birth + check_digit(birth), "M", expiry + check_digit(expiry)]
    body = "".join(parts) + optional + "<"
    composite = check_digit(body[:10] + body[13:20] + body[21:43])
    return f"{first}\n{body}{composite}"


def test_a_passport_is_read_whole() -> None:
    zone = read_zone(td3(), TODAY)
    assert (zone.format, zone.code, zone.issuer, zone.number) == ("TD3", "P", "UTO", "AB1234567")
    assert (zone.surname, zone.given_names, zone.names_cut) == ("KARIM", "YUSUF ALI", False)
    assert (zone.nationality, zone.birth_date, zone.sex, zone.expires_on) == ("UTO", "1976-05-17", "M", "2031-01-01")
    assert zone.failed == ()
    assert [check.field for check in zone.checks] == ["number", "birth", "expiry", "optional", "composite"]


@pytest.mark.parametrize(
    ("place", "fields"),
    [(0, {"number", "composite"}), (13, {"birth", "composite"}), (21, {"expiry", "composite"}), (43, {"composite"})],
)
def test_an_altered_sign_says_which_digit_failed(place: int, fields: set[str]) -> None:
    first, second = td3().split("\n")
    other = "7" if second[place] != "7" else "8"
    assert set(read_zone(f"{first}\n{second[:place]}{other}{second[place + 1 :]}", TODAY).failed) == fields


@given(
    st.text(st.sampled_from(sorted(VALUES)), min_size=9, max_size=9), st.integers(0, 8), st.sampled_from("0123456789")
)
def test_any_one_wrong_digit_of_a_number_is_found(number: str, place: int, digit: str) -> None:
    changed = number[:place] + digit + number[place + 1 :]
    if (VALUES[number[place]] - VALUES[digit]) % 10:
        assert check_digit(changed) != check_digit(number)


@pytest.mark.parametrize("text", [td3().replace("\n", ""), td3().lower(), f"  {td3()}  \n\n", td3().replace("<", "«")])
def test_it_is_read_however_it_was_typed(text: str) -> None:
    assert read_zone(text, TODAY).failed == ()


def test_letters_in_a_date_are_read_as_the_digits_they_look_like_and_it_is_told() -> None:
    zone = read_zone(td3(birth="801005").replace("801005", "8OIOO5"), TODAY)
    assert (zone.birth_date, zone.repaired) == ("1980-10-05", ("birth",))
    assert "birth" not in zone.failed


def test_letters_in_a_date_that_no_digit_confirms_stay() -> None:
    zone = read_zone(td3(birth="801005").replace("801005", "8OIO95"), TODAY)
    assert (zone.birth_date, zone.repaired) == (None, ())
    assert "birth" in zone.failed


def test_parts_of_a_birth_date_may_be_unknown() -> None:
    assert read_zone(td3(birth="7605<<"), TODAY).birth_date == "1976-05"
    assert read_zone(td3(birth="<<<<<<"), TODAY).birth_date is None


def test_a_long_number_goes_on_in_the_optional_field() -> None:
    number = "D23145890734"
    first = f"I<UTO{number[:9]}<{number[9:]}{check_digit(number)}".ljust(30, "<")
    second = f"340712{check_digit('340712')}M310101{check_digit('310101')}UTO".ljust(29, "<")
    second += check_digit(first[5:30] + second[:7] + second[8:15] + second[18:29])
    zone = read_zone(f"{first}\n{second}\n{'STEVENSON<<PETER'.ljust(30, '<')}", TODAY)
    assert (zone.number, zone.failed) == (number, ())


def test_a_name_to_the_last_place_may_go_on() -> None:
    first = "P<UTO" + "A" * 39
    assert read_zone(first + "\n" + td3().split("\n")[1], TODAY).names_cut


def test_a_document_expires_at_the_end_of_its_day() -> None:
    zone = read_zone(td3(expiry="261130"), TODAY)
    assert not zone.is_expired(TODAY)
    assert zone.is_expired(TODAY + dt.timedelta(1))


@pytest.mark.parametrize(
    "text",
    ["", "P<UTO", "x" * 1000, td3() + "\n" + "<" * 44, td3().replace("KARIM", "KARÍM"), "\n".join(["<" * 31] * 3)],
)
def test_what_is_no_zone_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(MrzError) as fault:
        read_zone(text, TODAY)
    assert "KAR" not in str(fault.value)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_zone(text, TODAY)
    except MrzError:
        return


def specimens() -> list[tuple[str, str]]:
    if not SPECIMENS.exists():
        return []
    rows = [line.split("|") for line in SPECIMENS.read_text().splitlines() if line and not line.startswith("#")]
    return [(row[0], "\n".join(row[1:])) for row in rows]


@pytest.mark.shared
@pytest.mark.skipif(not SPECIMENS.exists(), reason="the specimens kept beside the project are absent")
def test_specimens_of_the_standard_have_all_digits_right() -> None:
    for format_name, text in specimens():
        zone = read_zone(text, TODAY)
        assert (zone.format, zone.failed) == (format_name, ()), text
        assert zone.surname
        assert all(isinstance(check, Check) for check in zone.checks)
