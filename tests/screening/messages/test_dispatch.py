"""Each message goes to its reader; one that has none is named, not lost."""

from __future__ import annotations

import io

import pytest

from gatehouse.edifact import EdifactError
from gatehouse.screening.messages import read_messages
from gatehouse.terms.finding import Severity

PAXLST = "UNH+1+PAXLST:D:15B:UN:IATA'BGM+745'NAD+FL+++OSEI:AMA'UNT+4+1'"
PNRGOV = "UNH+2+PNRGOV:11:1:IA'MSG+:22'ORG+ZZ'TVL+210513:1430:210513:2205+SIN+ICN+ZZ+602'EQN+0'UNT+6+2'"
CUSRES = "UNH+3+CUSRES:D:05B:UN:IATA'BGM+962'UNT+3+3'"
CONTRL = "UNH+4+CONTRL:4:1:UN'UCI+1+A+B+7'UNT+3+4'"
OTHER = "UNH+5+IFTMIN:D:05B:UN'BGM+1'UNT+3+5'"


def _read(*messages: str) -> list:
    body = "".join(messages)
    return list(read_messages(io.BytesIO(f"UNB+UNOA:4+A+B+210513:0900+1'{body}UNZ+{len(messages)}+1'".encode())))


def test_every_type_in_one_interchange_in_order() -> None:
    readings = _read(PAXLST, PNRGOV, CUSRES, CONTRL)
    assert [r.type for r in readings] == ["PAXLST", "PNRGOV", "CUSRES", "CONTRL"]
    assert [r.reference for r in readings] == ["1", "2", "3", "4"]
    assert readings[0].travellers[0].surname == "OSEI"


def test_a_type_without_a_reader_is_an_error_finding_and_the_rest_is_read() -> None:
    unsupported, paxlst = _read(OTHER, PAXLST)
    assert unsupported.type == "IFTMIN"
    assert (unsupported.findings[0].severity, unsupported.findings[0].code) == (
        Severity.ERROR,
        "message-type-unsupported",
    )
    assert len(paxlst.travellers) == 1


@pytest.mark.parametrize("spoilt", ["PAXL+ST:D:15B:UN", "PAXLTS:D:15B:UN", "", "XXX:1"])
def test_people_under_a_spoilt_type_are_read_all_the_same(spoilt: str) -> None:
    reading, other = _read(PAXLST.replace("PAXLST:D:15B:UN:IATA", spoilt), OTHER)
    assert (reading.type, reading.travellers[0].surname) == ("PAXLST", "OSEI")
    assert reading.findings[0].code == "message-type-assumed"
    assert other.type == "IFTMIN"


def test_findings_carry_the_byte_offset_of_their_segment() -> None:
    raw = f"UNB+UNOA:4+A+B+210513:0900+1'{PAXLST.replace('UNT+4', 'UNT+9')}UNZ+1+1'".encode()
    (reading,) = read_messages(io.BytesIO(raw))
    (finding,) = [f for f in reading.findings if f.code == "segment-count"]
    assert raw[finding.offset :].startswith(b"UNT+9")


def test_what_is_no_edifact_is_refused() -> None:
    with pytest.raises(EdifactError):
        list(read_messages(io.BytesIO(b"hello")))


def test_that_something_was_taken_out_is_told_without_its_place() -> None:
    (reading,) = _read(PAXLST.replace("NAD", "FTX+AAA+++qqqqqq'FTX+qqqq'NAD").replace("UNT+4", "UNT+6"))
    (finding,) = [f for f in reading.findings if f.code == "sensitive-removed"]
    assert finding.text.startswith("2 segments ")
    assert (finding.segment, finding.severity) == (None, Severity.INFO)
