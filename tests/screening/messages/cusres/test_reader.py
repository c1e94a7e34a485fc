"""CUSRES to replies: verdicts, flights, and what is odd about them."""

import csv
import io
import re
from importlib.resources import files
from pathlib import Path

import pytest

from gatehouse.edifact import read as read_edifact
from gatehouse.screening.messages.cusres.reader import read
from gatehouse.terms.finding import Severity
from gatehouse.terms.flight import Leg
from gatehouse.terms.reading import StatusReply

LEG = "RFF+AF:ZZ0339'DTM+189:2609241620:201'DTM+232:2609242035:201'LOC+125+ICN'LOC+87+CAN'"
JANE = "ERP+2'RFF+AVF:ABC123'RFF+ABO:77'ERC+0Z'FTX+AAP+++OK TO BOARD'"


def reading(body: str):
    count = body.count("'") + 2
    raw = (
        "UNB+UNOA:4+GOV:ZZ+ZZ:ZZ+260924:1700+REF1++IAPI'"
        f"UNH+M1+CUSRES:D:05B:UN:IATA+KEY+01:F'{body}UNT+{count}+M1'UNZ+1+REF1'"
    )
    (message,) = read_edifact(io.BytesIO(raw.encode()))
    return read(message)


def codes(got):
    return [(finding.code, finding.segment) for finding in got.findings]


@pytest.mark.parametrize(
    ("code", "function"), [("962", "response"), ("132", "status-change"), ("312", "acknowledgement")]
)
def test_functions(code, function):
    got = reading(f"BGM+{code}'RFF+TN:0000100'{LEG}{JANE}")
    assert (got.type, got.function, got.function_code, got.transaction) == ("CUSRES", function, code, "0000100")
    assert (got.sender, got.recipient, got.common_reference, got.findings) == ("GOV", "ZZ", "KEY", ())


def test_a_reply_names_person_verdict_text_and_segment():
    got = reading(f"BGM+962'{LEG}{JANE}ERP+2'RFF+ABO:78'ERC+2Z'ERC+4Z'")
    assert got.replies == (
        StatusReply("person", ("0Z",), "ABC123", "77", "OK TO BOARD", 8),
        StatusReply("person", ("2Z", "4Z"), None, "78", None, 13),
    )


def test_message_level_verdict():
    got = reading("BGM+312'ERP+1'ERC+118'")
    assert got.replies == (StatusReply("message", ("118",), None, None, None, 3),)
    assert got.findings == ()


def test_legs_with_local_times():
    onward = LEG.replace("ZZ0339", "ZZ0340").replace("125+ICN", "92+CAN").replace("87+CAN", "92+PEK")
    first, second = reading(f"BGM+962'{LEG}{onward}{JANE}").flights
    assert (first.carrier, first.number, first.segment) == ("ZZ", "339", 3)
    assert first.legs == (Leg("ICN", "CAN", "2026-09-24T16:20", "2026-09-24T20:35"),)
    assert (second.legs[0].origin, second.legs[0].destination) == ("CAN", "PEK")


def test_revision_of_the_transaction():
    got = reading("BGM+962'RFF+TN:T1:::2'ERP+1'ERC+0'")
    assert (got.transaction, got.revision) == ("T1", "2")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("BGM+999'ERP+1'ERC+0'", [("function-unknown", None)]),
        ("ERP+1'ERC+0'", [("function-unknown", None)]),
        ("BGM+962'ERP+2'RFF+ABO:7'ERC+9Q'", [("status-unknown", 5)]),
        ("BGM+962'ERP+2'RFF+ABO:7'", [("status-missing", 3)]),
        ("BGM+962'ERP+2'ERC+0Z'", [("person-unidentified", 3)]),
        ("BGM+962'ERP+2'RFF+ABO:7'ERC+0Z'ERC+1Z'", [("status-contradictory", 3)]),
        ("BGM+962'ERP+5'ERC+0Z'", [("level-unknown", 3)]),
        ("BGM+962'ERC+0Z'", [("level-unknown", 3)]),
        ("BGM+962'DTM+189:2609241620:201'", [("flight-missing", 3)]),
        ("BGM+962'RFF+AF:ZZ1'DTM+189:2613991620:201'", [("date-invalid", 4)]),
        ("BGM+962'NAD+FL'ERP+1'ERC+0'", [("segment-unknown", 3)]),
        ("BGM+962'ERP+1'ERC+0'FTX+AAP'", [("segment-unknown", 5)]),
    ],
)
def test_oddities_are_kept_and_said(body, expected):
    got = reading(body)
    assert codes(got) == expected
    if expected[0][0] in ("flight-missing", "date-invalid", "segment-unknown"):
        assert [evidence.segment for evidence in got.evidence] == [expected[0][1]]
    assert len(got.replies) == (1 if "ERP" in body or "ERC" in body else 0)


def test_unknown_status_is_kept_as_it_came():
    assert reading("BGM+962'ERP+2'RFF+ABO:7'ERC+9q'").replies[0].codes == ("9Q",)


def test_every_code_is_in_the_table_with_its_severity():
    package = files("gatehouse.screening.messages.cusres")
    table = csv.DictReader(package.joinpath("findings.csv").read_text("utf-8").splitlines())
    documented = {(row["severity"], row["code"]) for row in table}
    source = "".join(path.read_text("utf-8") for path in Path(str(package)).glob("*.py"))
    assert set(re.findall(r"\b(error|warning|info)\(\s*\"([a-z-]+)\"", source)) == documented
    assert {severity for severity, _ in documented} <= {str(severity) for severity in Severity}
