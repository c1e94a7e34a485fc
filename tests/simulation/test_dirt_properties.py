"""Every kind of dirt on generated lists: nobody is lost, and what must not change does not."""

from __future__ import annotations

import io
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.edifact import read
from gatehouse.screening.messages import read_messages
from gatehouse.simulation import paxlst_writer
from gatehouse.simulation.dirt import (
    DIRT,
    LINE_LENGTH,
    ODD_DELIMITERS,
    Dirt,
    controlled,
    curly,
    mailed,
    short_service_string,
    type_b,
    wrapped,
)
from gatehouse.simulation.style import Style
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Role, Traveller

SOILED = [one for one in DIRT if not one.names]
WORDS = st.text("ABDGHIKLOPTVZ", min_size=4, max_size=30)
STYLE = Style("05B", "AUT")


def _written(names: list[tuple[str, str]], kind: Dirt, seed: int) -> bytes:
    reading = Reading(
        "PAXLST",
        function_code="745",
        sender="ZZDCS",
        recipient="ATPIU",
        sent="2026-01-20T07:00",
        control_reference="25P",
        flights=(Flight("ZZ", "25", legs=(Leg("LHR", "VIE", "2026-01-20T07:30", "2026-01-20T10:45"),)),),
        travellers=tuple(Traveller(Role.PASSENGER, surname, given) for surname, given in names),
    )
    style = kind.write(STYLE, Random(seed)) if kind.write else STYLE
    written = paxlst_writer.write((reading,), style)
    return kind.soil(written) if kind.soil else written


@pytest.mark.parametrize("kind", SOILED, ids=lambda kind: kind.kind)
@given(names=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=8), seed=st.integers(0, 1000))
@settings(max_examples=25, deadline=None)
def test_no_dirt_changes_who_is_on_the_list(kind: Dirt, names: list[tuple[str, str]], seed: int) -> None:
    """The same people in the same order under the same names, letter for letter."""
    (reading,) = read_messages(io.BytesIO(_written(names, kind, seed)))
    assert [(t.surname, t.given_names) for t in reading.travellers] == names


@given(st.binary(max_size=600))
def test_wraps_add_line_ends_and_nothing_else(clean: bytes) -> None:
    assert wrapped(clean).replace(b"\r\n", b"") == clean.replace(b"\r\n", b"")


@given(st.text("ABCXYZ '+", max_size=600).map(str.encode))
def test_wraps_never_touch_a_blank_or_a_separator(clean: bytes) -> None:
    soiled = wrapped(clean)
    for at in range(len(soiled) - 1):
        if soiled[at : at + 2] == b"\r\n":
            assert soiled[at - 1 : at].isalpha()
            assert soiled[at + 2 : at + 3].isalpha()


@given(st.binary(max_size=900).filter(lambda raw: b"\n" not in raw and b"\r" not in raw))
def test_type_b_cuts_at_the_line_length(clean: bytes) -> None:
    """Every line but the last is full, none is longer (IATA SCR 3.2)."""
    body = type_b(clean).split(b"\x02", 1)[1].removesuffix(b"\r\n\x03")
    lines = body.split(b"\r\n")
    assert b"".join(lines) == clean
    assert all(len(line) == LINE_LENGTH for line in lines[:-1])
    assert len(lines[-1]) <= LINE_LENGTH


@pytest.mark.parametrize("length", [LINE_LENGTH - 1, LINE_LENGTH, LINE_LENGTH + 1])
def test_the_line_length_itself(length: int) -> None:
    assert type_b(b"A" * length).count(b"\r\n") == (3 if length <= LINE_LENGTH else 4)


@pytest.mark.parametrize(
    ("soil", "mark"),
    [
        (mailed, b"Dear colleagues"),
        (curly, b"\xe2\x80\x99"),
        (controlled, b"\x00\r\n"),
        (short_service_string, b"UNA:+.?'UNB"),
        (type_b, b"\x01QK "),
    ],
    ids=["mail", "word-processor", "queue", "lost-blank", "type-b"],
)
def test_each_wrapper_is_recognisable(soil: object, mark: bytes) -> None:
    assert callable(soil)
    assert mark in soil(b"UNB+UNOA:4+A+B+260101:1200+1'UNZ+0+1'")


@pytest.mark.parametrize("delimiters", ODD_DELIMITERS, ids=lambda delimiters: "".join(delimiters))
def test_odd_separators_are_distinct_and_announced(delimiters: tuple[str, ...]) -> None:
    used = [c for c in delimiters if c != " "]
    assert len(set(used)) == len(used)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("wrong-count", "segment-count"),
        ("curly-quotes", "curly-quotes"),
        ("short-una", "una-length"),
        ("odd-separators", None),
        ("line-ends", None),
        ("grouped", None),
    ],
)
def test_dirt_that_a_carrier_should_hear_of_is_a_finding(kind: str, code: str | None) -> None:
    """Repairs are told; what the standard allows is not."""
    chosen = next(one for one in DIRT if one.kind == kind)
    (message,) = read(io.BytesIO(_written([("MUSTER", "ANNA")], chosen, 1)))
    codes = {finding.code for finding in message.findings} - {"una-unusual"}
    assert codes == ({code} if code else set())
