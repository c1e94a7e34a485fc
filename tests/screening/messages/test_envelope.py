"""What UNB and UNH say, as the first fields of a reading."""

from __future__ import annotations

import io

import pytest

from gatehouse.edifact import Message, read
from gatehouse.screening.messages.envelope import envelope, reference_year
from gatehouse.terms.reading import Part


def _message(unb: str = "130620:0900", unh: str = "1+PAXLST:D:15B:UN:IATA+CAR+02:F") -> Message:
    text = f"UNB+UNOA:4+CARRIER:ZZ+STATE+{unb}+000000007++APIS++++1'UNH+{unh}'BGM+745'UNT+3+1'UNZ+1+000000007'"
    (message,) = read(io.BytesIO(text.encode()))
    return message


def test_every_field() -> None:
    fields = envelope(_message())
    assert fields["type"] == "PAXLST"
    assert fields["version"] == "D.15B"
    assert (fields["sender"], fields["recipient"]) == ("CARRIER", "STATE")
    assert fields["sent"] == "2013-06-20T09:00"
    assert (fields["reference"], fields["control_reference"], fields["common_reference"]) == ("1", "000000007", "CAR")
    assert fields["part"] == Part(2, True)
    assert fields["test"] is True


def test_offsets_span_the_message_in_its_file() -> None:
    text = b"UNB+UNOA:4+A+B+130620:0900+1'UNH+1+PAXLST:D:15B:UN'BGM+745'UNT+3+1'UNZ+1+1'"
    (message,) = read(io.BytesIO(text))
    fields = envelope(message)
    assert text[fields["offset"] : fields["end"]] == b"UNH+1+PAXLST:D:15B:UN'BGM+745'UNT+3+1'"


@pytest.mark.parametrize(
    ("sequence", "part"),
    [
        ("01:C", Part(1, False)),
        ("02", Part(2, False)),
        ("01:F", Part(1, True)),
        ("", None),
        ("XX", None),
        ("²", None),
        ("9" * 5000, None),
    ],
)
def test_part_of_a_series(sequence: str, part: Part | None) -> None:
    assert envelope(_message(unh=f"1+PAXLST:D:15B:UN:IATA++{sequence}"))["part"] == part


@pytest.mark.parametrize(
    ("prepared", "sent"),
    [("20130620:0900", "2013-06-20T09:00"), ("130620:9", "2013-06-20"), ("139999:0900", None), ("", None)],
)
def test_preparation_time(prepared: str, sent: str | None) -> None:
    assert envelope(_message(unb=prepared))["sent"] == sent


def test_years_are_read_against_the_message_and_never_against_nonsense() -> None:
    assert reference_year(_message()) == 2013
    assert reference_year(_message(unb="810101:0000")) >= 2026
    assert reference_year(_message(unb="")) >= 2026
