"""Columns of segments."""

import pytest

from gatehouse.edifact import limits
from gatehouse.edifact.cutter import Cutter, refusal
from gatehouse.edifact.delimiters import header, locate

OPENED = "UNB+UNOA:3+A+B'UNH+1+PAXLST:D'BGM+745'"


def cutter(text=OPENED):
    return Cutter(header(text, locate(text)))


@pytest.mark.parametrize(
    ("text", "texts", "used"),
    [
        ("A'B'C", ["A", "B"], 4),
        ("A?'B'C", ["A?'B"], 5),
        ("A??'B'", ["A??", "B"], 6),
        ("A???'B'", ["A???'B"], 7),
        ("A?\r\n'B'", ["A?'B"], 7),
        ("A?'", [], 0),
        ("?'?'?'", [], 0),
        ("\r\n A'\x1eB\tC'", ["A", "B C"], 10),
        ("", [], 0),
    ],
)
def test_segments_end_where_nothing_releases(text, texts, used):
    batch, taken = cutter().cut(text, 100, whole=False)
    assert (batch.texts, taken) == (texts, used)
    assert batch.ends[-1:] == ([100 + used] if texts else [])


def test_whole_takes_the_rest():
    batch, used = cutter().cut("A'B", 0, whole=True)
    assert (batch.texts, batch.offsets, batch.ends, used) == (["A", "B"], [0, 2], [2, 3], 3)


def test_offsets_skip_noise_and_count_bytes():
    batch, _ = cutter().cut("A'\r\n  \xc3\x9c'B'", 10, whole=False)
    assert batch.texts == ["A", "Ü", "B"]
    assert batch.offsets == [10, 16, 19]
    assert batch.strange == {16}


def test_curly_quotes_end_segments_unless_released():
    curly = cutter(OPENED.replace("'", "\x92"))
    batch, used = curly.cut("A\x92B'C?\x92D\xe2\x80\x99E", 0, whole=False)
    assert (batch.texts, used) == (["A", "B", "C?’D"], 11)


def test_closing_and_reach():
    cut = cutter()
    text = "A'B'UNZ+1'C'D'"
    assert cut.reach(text, 0, len(text)) == text.index("C")
    batch, _ = cut.cut(text, 0, whole=False)
    assert cut.closing(batch) == 2
    assert batch.until(3).texts == ["A", "B", "UNZ+1"]
    assert cut.reach("A'B'", 0, 4) == 4


def test_too_long_a_segment_is_refused_after_those_before(monkeypatch):
    monkeypatch.setattr(limits, "SEGMENT_MAX", 5)
    batch, _ = cutter().cut("AB'CDEFGH'I'", 7, whole=False)
    assert (batch.texts, batch.refused) == (["AB"], 10)
    assert refusal(10).offset == 10


@pytest.mark.parametrize("curly", ["\xe2\x80\x99", "\x92"], ids=["UTF-8", "Windows-1252"])
def test_a_stray_curly_quote_before_a_tag_ends_its_segment(curly):
    text = f"NAD+FL+++D{curly}ARC{curly}ATT+2++F'"
    batch, used = cutter().cut(text, 100, whole=False)
    assert [piece[:3] for piece in batch.texts] == ["NAD", "ATT"]
    assert used == len(text)
    assert batch.offsets == [100, 100 + text.index("ATT")]
    # The repertoire was left where the quote stood, and the sender should know.
    assert batch.strange == {100}


@pytest.mark.parametrize(
    ("opened", "text", "length", "kept", "places"),
    [
        (OPENED, "IFT+A'NEXT", 6, "IFT+A", [0, 1, 2, 3, 4, 5]),
        (OPENED, "I\r\nFT'", 6, "IFT", [0, 3, 4, 5]),
        (OPENED, "IFT", 3, "IFT", [0, 1, 2, 3]),
        (OPENED.replace("'", "\xe2\x80\x99"), "IF\xe2\x80\x99X", 5, "IF", [0, 1, 2]),
        (OPENED, "IF\x92BGM+1'", 3, "IF", [0, 1, 2]),
        ("Content-Transfer-Encoding: quoted-printable\n" + OPENED, "I=46=\r\nT=27XX", 9, "IFT", [0, 1, 7, 8]),
    ],
    ids=["plain", "wrapped", "unterminated", "curly", "stray-curly", "quoted"],
)
def test_places_are_those_of_the_characters_kept(opened, text, length, kept, places):
    assert cutter(opened).places(text, length) == (kept, places)
