"""The table of modes and tags."""

from __future__ import annotations

import pytest

from gatehouse.edifact import Segment
from gatehouse.screening.messages.pnrgov.drafts import GROUPS, Mode
from gatehouse.screening.messages.pnrgov.groups import EVERYWHERE, TABLE, take

PERSON = "TIF+BERG+LARS MR:A:1"


def test_every_mode_says_what_every_known_tag_means():
    assert len(TABLE) == len(Mode) == len(GROUPS)
    assert len({frozenset(handlers) for handlers in TABLE}) == 1
    assert set(EVERYWHERE) <= set(TABLE[Mode.HEAD])


def test_unknown_segment_is_evidence(booking, codes):
    reading = booking(PERSON, "TVL+150625:0930+OSL+ATH+ZZ+611", "QQQ+1:2+3")
    assert codes(reading) == ["segment-unknown"]
    assert reading.bookings[0].evidence == ((10, "QQQ+1:2+3"),)


@pytest.mark.parametrize("segment", ["SSD+1A", "TRI++1", "TBD++1:2:700", "TRA+ZZ+1", "RPI+1+HK", "APD+320"])
def test_misplaced_segment_is_evidence(booking, codes, segment):
    reading = booking(segment, PERSON)
    assert codes(reading) == ["segment-misplaced"]
    assert [e.text for e in reading.bookings[0].evidence] == [segment]


@pytest.mark.parametrize(
    ("tags", "mode"),
    [
        (["RCI+1A:QX7PLM"], Mode.HEAD),
        ([PERSON], Mode.PAX),
        ([PERSON, "TVL+150625+OSL+ATH+ZZ+1"], Mode.SEGMENT),
        ([PERSON, "TVL+150625+OSL+ATH+ZZ+1", "DAT"], Mode.CHECKIN),
        ([PERSON, "TVL+150625+OSL+ATH+ZZ+1", "TRI++1"], Mode.CHECKIN),
        ([PERSON, "TVL+150625+OSL+ATH+ZZ+1", "DAT", "TVL+160625+ATH+OSL+ZZ+2"], Mode.SEGMENT),
        ([PERSON, "TVL+150625+OSL+ATH+ZZ+1", "EQN+1"], Mode.SPLIT),
        ([PERSON, "TVL+150625+OSL+ATH+ZZ+1", "MSG+8"], Mode.NON_AIR),
        ([PERSON, "ABI+1"], Mode.HISTORY),
        ([PERSON, "SAC+++A"], Mode.HISTORY),
        ([PERSON, "LTS+RAW"], Mode.PAX),
    ],
)
def test_modes_follow_the_groups(draft, tags, mode):
    for ordinal, text in enumerate(tags, 2):
        take(draft, Segment(text, ordinal))
    assert draft.mode is mode
    assert draft.last == len(tags) + 1


def test_a_split_stated_before_the_people_keeps_both_apart(booking):
    reading = booking("EQN+1", "RCI+1A:OLD111", "ORG+1A:MUC", "TIF+BERG+LARS:A:1", "TVL+150625:0930+OSL+ATH+ZZ+611:Y")
    (found,) = reading.bookings
    assert [locator.locator for locator in found.locators] == ["QX7PLM"]
    assert (found.split_from, found.split_count, found.originator) == (("OLD111",), 1, "1A:MUC")
    assert [t.surname for t in reading.travellers] == ["BERG"]
    assert reading.findings == ()
