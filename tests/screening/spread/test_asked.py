"""Who is asked about, and how the answer is written."""

from __future__ import annotations

import io

import orjson
import pytest

from gatehouse.screening.messages.json_form import Source
from gatehouse.screening.spread.asked import Asked, Kind, candidate_json, json_line, kind_of, messages_asked, rows_asked
from gatehouse.terms.candidate import Candidate, Found, LeftOut, Reason, Subject

CANDIDATE = Candidate("L", "1", "N", 0.123456, True, (Reason("name", "a", "b", "same", 1.0),), "e")


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [(b"full_name\n", Kind.TABLE), (b'{"full_name": "A"}', Kind.TABLE), (b"UNB+UNOA", Kind.MESSAGES)],
)
def test_how_travellers_are_written_shows_at_the_beginning(beginning: bytes, kind: Kind) -> None:
    assert kind_of(beginning) is kind


def test_rows_are_counted_from_where_they_stand() -> None:
    asked = list(rows_asked(io.BytesIO(b"full_name,sex\nA,M\nB,?\n"), "f", "0", 11))
    assert [one.number for one in asked] == [11, 12]
    assert asked[1].findings[0].segment == 12


def test_travellers_are_counted_in_each_message() -> None:
    interchange = (
        b"UNB+UNOA:4+A+B+210513:0900+1'UNH+1+PAXLST:D:15B:UN:IATA'BGM+745'NAD+FL+++ROE:ANN'NAD+FL+++DOE:JOE'UNT+5+1'"
        b"UNH+2+PAXLST:D:15B:UN:IATA'BGM+745'NAD+FL+++POE:SAM'UNT+4+2'UNZ+2+1'"
    )
    asked = list(messages_asked(io.BytesIO(interchange), "f", "0"))
    assert [(one.source.index, one.number) for one in asked] == [(0, 1), (0, 2), (1, 1)]


def test_the_line_is_the_contracts() -> None:
    line = json_line(Asked(Source("f", "0", 2), 3, Subject(("A B",))), Found([CANDIDATE], (LeftOut.NARROWED,)))
    assert line.endswith(b"\n")
    answer = orjson.loads(line)
    assert answer["source"] == {"file": "f", "sha256": "0", "index": 2}
    assert answer["traveller"]["names"] == ["A B"]
    assert answer["candidates"] == [candidate_json(CANDIDATE)]
    assert answer["candidates"][0]["score"] == 0.1235
    assert answer["left_out"] == ["narrowed"]
