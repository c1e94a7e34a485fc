"""Flight designators as carriers write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.terms.flight import Flight, split_designator, split_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ZZ0123A", ("ZZ", "123", "A")),
        ("zz123", ("ZZ", "123", None)),
        ("ZZ 12 3", ("ZZ", "123", None)),
        ("9W4", ("9W", "4", None)),
        ("U21234", ("U2", "1234", None)),
        ("U20001", ("U2", "1", None)),
        ("U20", ("U2", "0", None)),
        ("ZZZ123", ("ZZZ", "123", None)),
        ("ZZ0000", ("ZZ", "0", None)),
        ("ZZ12345", (None, "ZZ12345", None)),
        ("99123", (None, "99123", None)),
        ("HELLO", (None, "HELLO", None)),
        ("", (None, None, None)),
        ("ZZ123\n", ("ZZ", "123", None)),
    ],
)
def test_a_designator_is_carrier_number_and_suffix(
    text: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    assert split_designator(text) == expected


@given(
    st.from_regex(r"[A-Z]{2,3}", fullmatch=True),
    st.integers(1, 9999),
    st.sampled_from(["", "A", "Z"]),
    st.integers(0, 3),
)
def test_zeros_before_the_number_mean_nothing(carrier: str, number: int, suffix: str, zeros: int) -> None:
    written = f"{carrier}{'0' * zeros}{number}{suffix}"
    assert split_designator(written) == (carrier, str(number), suffix or None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0006", ("6", None)),
        ("123A", ("123", "A")),
        ("0000", ("0", None)),
        ("0A", ("0", "A")),
        (" 12 ", ("12", None)),
        ("A", ("A", None)),
        ("AB12", ("AB12", None)),
        ("", (None, None)),
    ],
)
def test_a_number_alone(text: str, expected: tuple[str | None, str | None]) -> None:
    assert split_number(text) == expected


@pytest.mark.parametrize(
    ("flight", "text"),
    [(Flight("ZZ", "602"), "ZZ602"), (Flight("ZZ", "602", "A"), "ZZ602A"), (Flight(None, "602"), "?602")],
)
def test_a_flight_is_called_by_its_designator(flight: Flight, text: str) -> None:
    assert flight.designator == text
