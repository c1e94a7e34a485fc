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


@pytest.mark.parametrize("segment", ["SSD+1A", "TRI++1", "TBD++1:2:700", "TRA+ZZ+1", "RPI+1+HK", "EQN+1"])
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
