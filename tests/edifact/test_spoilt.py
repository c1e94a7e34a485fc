"""Tags that one character spoils, and persons behind a lost terminator."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gatehouse.edifact import Message
from gatehouse.edifact.delimiters import DEFAULT
from gatehouse.edifact.spoilt import one_edit_apart, put_right, run_ins

PERSON = "NAD+FL+++ROE:JANE"
SPOILT = (
    "XAD+FL+++ROE:JANE",
    "AD+FL+++ROE:JANE",
    "NA+FL+++ROE:JANE",
    "NA.D+FL+++ROE:JANE",
    "NAD +FL+++ROE:JANE",
    "NADFL+++ROE:JANE",
    "NAD-FL+++ROE:JANE",
    "NA+D+FL+++ROE:JANE",
    "D+FL+++ROE:JANE",
)


@pytest.mark.parametrize("text", SPOILT)
def test_a_person_whose_tag_is_spoilt_is_one(
    text: str,
    one: Callable[[bytes], Message],
    interchange: Callable[..., bytes],
    codes: Callable[[Message], set[str]],
) -> None:
    message = one(interchange(f"BGM+745'{PERSON}'NAT+2+UTO'{text}'NAT+2+UTO'"))
    assert [segment.text for segment in message.segments if segment.tag == "NAD"] == [PERSON, PERSON]
    assert "tag-spoilt" in codes(message)


@pytest.mark.parametrize("text", ["TF+ROE+JANE:A:1", "T.IF+ROE+JANE:A:1", "TIFROE+JANE:A:1", "F+ROE+JANE:IN:1"])
def test_a_person_of_a_booking(text: str) -> None:
    right = put_right(text, {"SRC", "RCI", "TFF"}, DEFAULT)
    assert right in ("TIF+ROE+JANE:A:1", "TIF+ROE+JANE:IN:1")


@pytest.mark.parametrize(
    "text", ["NEIL:SEAN", "ANN+1 MAIN ST:X+TOWN", "NAM+FREE+TEXT", "TIFF+JANE:A:1", "XX", "", "NAB+X+Y+Z", "QQQ+1+2"]
)
def test_pieces_of_a_name_and_foreign_segments_are_left(text: str) -> None:
    assert put_right(text, {"NAD", "NAT", "DTM"}, DEFAULT) is None


def test_a_flight_behind_a_name_is_no_more_of_the_name() -> None:
    assert put_right("VL+150625:0930+OSL+ATH", {"TIF", "TVL"}, DEFAULT) == "TVL+150625:0930+OSL+ATH"


@pytest.mark.parametrize(
    ("lost", "tag"), [("LOC+91+UTONAD+FM+++ROE:JANE", "NAD"), ("SSR+DOCS+::1TIF+ROE+JANE:A:1", "TIF")]
)
def test_a_person_behind_a_lost_terminator_has_a_segment(
    lost: str, tag: str, one: Callable[[bytes], Message], interchange: Callable[..., bytes]
) -> None:
    message = one(interchange(f"BGM+745'{lost}'NAT+2+UTO'"))
    first, second = message.segments[2:4]
    assert (first.text + second.text, second.tag) == (lost, tag)
    assert second.offset == first.offset + len(first.text)


def test_no_person_is_seen_in_a_name() -> None:
    assert run_ins("TIF+ALTIF+MARA:A:1", DEFAULT) == []
    assert run_ins(PERSON, DEFAULT) == []


def test_a_sign_too_many_behind_unb_costs_nobody(
    one: Callable[[bytes], Message], interchange: Callable[..., bytes]
) -> None:
    raw = interchange()
    for spoilt in (b"UNB.+", b"UNB:+", b"UNB'"):
        assert len(one(raw.replace(b"UNB+", spoilt, 1)).segments) == len(one(raw).segments)


def test_one_edit() -> None:
    assert all(one_edit_apart(found, "NAD") for found in ("XAD", "AD", "NAXD"))
    assert not any(one_edit_apart(found, "NAD") for found in ("NAD", "DAN", "A", "NADXX"))
