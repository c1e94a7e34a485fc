"""How a sender writes an interchange."""

from dataclasses import replace

import pytest

from gatehouse.edifact import Delimiters
from gatehouse.simulation.style import Style, ddmmyy, hhmm, interchange, sequence, yymmdd
from gatehouse.terms.reading import Part, Reading

STYLE = Style("05B", "AUT")
HEAD = Reading("PAXLST", sender="OSDCS", recipient="ATPIU", sent="2026-01-20T06:30", control_reference="7P")
BODY = [["UNH+1+PAXLST:D:05B:UN:IATA", "BGM+745", "UNT+3+1"]]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (None, ("", "")),
        (Part(1, False), ("01", "C")),
        (Part(2, False), ("02", "")),
        (Part(3, True), ("03", "F")),
        (Part(1, True), ("01", "F")),
    ],
)
def test_parts_are_numbered_and_marked(part: Part | None, expected: tuple[str, str]) -> None:
    assert sequence(replace(HEAD, part=part)) == expected


def test_dates_and_times_are_cut_from_iso() -> None:
    assert (yymmdd("2026-01-20T06:30"), ddmmyy("2026-01-20"), hhmm("2026-01-20T06:30")) == ("260120", "200126", "0630")


@pytest.mark.parametrize("unknown", [None, "", "1976", "1976-05"])
def test_what_is_not_complete_is_left_empty(unknown: str | None) -> None:
    assert (yymmdd(unknown), ddmmyy(unknown), hhmm(unknown)) == ("", "", "")


def test_an_interchange_is_enveloped() -> None:
    written = interchange(HEAD, BODY, "APIS", STYLE)
    assert written.startswith(b"UNB+UNOA:4+OSDCS+ATPIU+260120:0630+7P++APIS'UNH+1")
    assert written.endswith(b"UNT+3+1'UNZ+1+7P'")


def test_a_group_counts_its_messages() -> None:
    written = interchange(HEAD, BODY, "APIS", replace(STYLE, group=True))
    assert b"'UNG+PAXLST+OSDCS+ATPIU+260120:0630+7P+UN+D:05B'UNH" in written
    assert b"'UNE+1+7P'UNZ+1+7P'" in written
    pushed = interchange(HEAD, BODY, "PNRGOV", replace(STYLE, release="13.1", group=True))
    assert b"'UNG+PNRGOV+OSDCS+ATPIU+260120:0630+7P+IA+13:1'" in pushed


@pytest.mark.parametrize(("error", "count"), [(0, b"UNT+3+1"), (40, b"UNT+43+1"), (-1, b"UNT+2+1")])
def test_counts_are_wrong_by_what_was_asked(error: int, count: bytes) -> None:
    assert count in interchange(HEAD, BODY, "APIS", replace(STYLE, count_error=error))


def test_una_is_written_when_asked_or_needed() -> None:
    odd = Delimiters(":", "+", ",", "?", " ", "~")
    assert interchange(HEAD, BODY, "APIS", replace(STYLE, service_string=True)).startswith(b"UNA:+.? 'UNB")
    assert interchange(HEAD, [], "APIS", replace(STYLE, delimiters=odd)).startswith(b"UNA:+,? ~UNB")
    assert interchange(HEAD, [], "APIS", replace(STYLE, delimiters=odd, service_string=False)).startswith(b"UNB+")
