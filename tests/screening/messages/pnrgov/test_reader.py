"""A push from its first segment to its last."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gatehouse.screening.messages.pnrgov as room
from gatehouse.edifact import Message, Segment
from gatehouse.edifact.message import Interchange
from gatehouse.screening.messages.pnrgov.reader import read

ROOM = Path(room.__file__).parent
PERSON = "TIF+BERG+LARS MR:A:1"


def test_level_zero(push):
    reading = push("SRC", "RCI+1A:QX7PLM", PERSON)
    assert (reading.type, reading.version, reading.function, reading.function_code) == (
        "PNRGOV",
        "13.1",
        "pnr-push",
        "22",
    )
    assert (reading.sender, reading.recipient, reading.sent) == ("ZZ", "GOV", "2025-06-14T12:00")
    (flight,) = reading.flights
    assert (flight.designator, flight.legs[0].departs) == ("ZZ611", "2025-06-15T09:30")
    assert reading.counted == (("bookings", 1),)
    assert reading.findings == ()


def test_update(push):
    assert push("SRC", "RCI+1A:QX7PLM", PERSON, level_zero=("MSG+:141", "ORG+1A")).function == "pnr-update"


def test_unknown_function_is_said(push, codes):
    reading = push(level_zero=("MSG+:99", "ORG+1A"))
    assert (reading.function, reading.function_code) == (None, "99")
    assert codes(reading) == ["function-unknown"]


def test_count_of_a_whole_push(push, message, codes):
    level_zero = ("MSG+:22", "ORG+1A", "EQN+9")
    assert codes(push("SRC", "RCI+1A:QX7PLM", PERSON, level_zero=level_zero)) == ["booking-count"]
    part = read(message(*level_zero, "SRC", "RCI+1A:QX7PLM", PERSON, sequence="+02"))
    assert part.findings == ()
    assert part.counted == (("bookings", 9),)


def test_booking_without_src(push, codes):
    reading = push("RCI+1A:QX7PLM", PERSON)
    assert len(reading.travellers) == 1
    assert reading.bookings[0].locator == "QX7PLM"
    assert codes(reading) == ["booking-start-missing"]


def test_unknown_segment_at_level_zero(push, codes):
    reading = push("QQQ+1")
    assert codes(reading) == ["segment-unknown", "booking-count"]
    assert reading.evidence == ((6, "QQQ+1"),)


@pytest.mark.parametrize("kind", ["ACKRES:11:1:IA", "GOVREQ:11:1:IA"])
def test_other_types_have_their_own_reader(message, kind):
    assert read(message("MSG+:23", kind=kind)).function in ("acknowledgement", "request")


@pytest.mark.parametrize("version", ["10:1", "11:1", "12:1", "13:1", "14:1", "18:1", "21:1"])
def test_every_release_reads_the_same_booking(message, version):
    reading = read(message("MSG+:22", "SRC", "RCI+1A:QX7PLM", PERSON, kind=f"PNRGOV:{version}:IA"))
    assert [t.full_name for t in reading.travellers] == ["LARS BERG"]


def test_other_delimiters(message):
    segments = [Segment(s.text, s.ordinal, s.offset, s.delimiters) for s in message("MSG+:22", "SRC", PERSON).segments]
    assert read(Message(Interchange(), segments)).travellers[0].surname == "BERG"


TAGS = (
    "SRC",
    "TIF",
    "TVL",
    "DAT",
    "SSR",
    "RCI",
    "ORG",
    "TRI",
    "TBD",
    "SSD",
    "ABI",
    "SAC",
    "EQN",
    "MSG",
    "FOP",
    "TKT",
    "QQ",
)
WORDS = st.sampled_from(
    [
        *(
            "",
            "1",
            "2",
            "A",
            "IN",
            "BERG",
            "LARS MR",
            "150625",
            "OSL",
            "ZZ",
            "700",
            "710",
            "HK",
            "DOCS",
            "INFT",
            "SEAT",
        ),
        *("/P/NOR/N1/NOR/14MAR88/FI/01FEB31/BERG/ODA", "BERG/ODA 10AUG24", "HP", "611:Y", "4111111111111111", "9" * 40),
    ]
)
ELEMENTS = st.lists(st.lists(WORDS, max_size=10).map(":".join), max_size=6).map("+".join)
SEGMENTS = st.lists(st.tuples(st.sampled_from(TAGS), ELEMENTS).map("+".join), max_size=40)


@settings(max_examples=150, deadline=None)
@given(SEGMENTS)
def test_any_order_of_segments_is_read_and_no_named_person_is_lost(texts):
    segments = [Segment(text, ordinal) for ordinal, text in enumerate(["UNH+1+PNRGOV:13:1:IA", *texts], 1)]
    reading = read(Message(Interchange(), segments))
    indexes = [index for booking in reading.bookings for index in booking.travellers]
    assert indexes == list(range(len(reading.travellers)))
    assert sum(text.startswith("SRC") for text in texts) <= len(reading.bookings)
    assert "4111111111111111" not in repr([b.payments for b in reading.bookings])
    leading = 0
    for text in texts:
        if not text.startswith(("SRC", "RCI", "TIF")):
            break
        leading += text.startswith("TIF")
    assert len(reading.travellers) >= leading


def test_every_finding_is_documented():
    with (ROOM / "findings.csv").open(encoding="utf-8", newline="") as rows:
        table = {row["code"]: row for row in csv.DictReader(rows)}
    assert list(table) == sorted(table)
    assert {row["severity"] for row in table.values()} == {"error", "warning", "info"}
    source = "".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    emitted = dict.fromkeys(re.findall(r'\b(?:error|warning|info)\(\s*"([a-z-]+)"', source))
    indirect = {"date-unreadable", "sex-unknown"}
    assert set(emitted) | indirect == set(table)
