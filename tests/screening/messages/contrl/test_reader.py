"""CONTRL to replies."""

import csv
import io
import re
from importlib.resources import files
from pathlib import Path

import pytest

from gatehouse.edifact import read as read_edifact
from gatehouse.screening.messages.contrl.reader import read
from gatehouse.terms.reading import StatusReply

UCI = "UCI+REF9+ZZ:ZZ+GOV:ZZ+7'"


def reading(body):
    raw = f"UNB+UNOA:4+GOV+ZZ+260301:1200+R1'UNH+1+CONTRL:4:1:UN'{body}UNT+{body.count(chr(39)) + 2}+1'UNZ+1+R1'"
    (message,) = read_edifact(io.BytesIO(raw.encode()))
    return read(message)


def test_every_level_is_a_reply():
    body = f"{UCI}UCF+G1+A+B+7'UCM+M1+PAXLST:D:05B:UN+4+18'UCS+3+12'UCD+13+2:1'"
    got = reading(body)
    assert got.replies == (
        StatusReply("interchange", ("7",), None, "REF9", got.replies[0].text, 2),
        StatusReply("group", ("7",), None, "G1", got.replies[0].text, 3),
        StatusReply("message", ("4", "18"), None, "M1", got.replies[2].text, 4),
        StatusReply("segment", ("12",), None, "3", "invalid value", 5),
        StatusReply("element", ("13",), None, "3/2:1", "missing", 6),
    )
    assert got.replies[2].text == "this level and all lower levels rejected; unspecified error"
    assert (got.type, got.function_code, got.findings) == ("CONTRL", "7", ())


@pytest.mark.parametrize(
    ("body", "function"),
    [
        (UCI, "syntax-acknowledgement"),
        ("UCI+R+A+B+8'", "syntax-acknowledgement"),
        ("UCI+R+A+B+4+29'", "syntax-rejection"),
        (f"{UCI}UCM+1+PAXLST+7'UCM+2+PAXLST+4'", "syntax-rejection"),
        ("UCI+R+A+B+6'", None),
        ("UCI+R+A+B++4'", None),
        ("", None),
    ],
)
def test_one_rejection_makes_a_rejection(body, function):
    assert reading(body).function == function


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", [("action-missing", None)]),
        ("UCI+R+A+B'", [("action-missing", 2)]),
        ("UCI+R+A+B+6'", [("action-unknown", 2)]),
        ("UCI+R+A+B+4+999'", [("error-unknown", 2)]),
        (f"{UCI}FTX+AAI'", [("segment-unknown", 3)]),
        (f"{UCI}UCD+13'", []),
    ],
)
def test_oddities_are_kept_and_said(body, expected):
    got = reading(body)
    assert [(f.code, f.segment) for f in got.findings] == expected
    assert len(got.evidence) == (1 if "FTX" in body else 0)


def test_every_code_is_in_the_table_with_its_severity():
    package = files("gatehouse.screening.messages.contrl")
    table = csv.DictReader(package.joinpath("findings.csv").read_text("utf-8").splitlines())
    source = "".join(path.read_text("utf-8") for path in Path(str(package)).glob("*.py"))
    emitted = set(re.findall(r"\b(error|warning|info)\(\s*\"([a-z-]+)\"", source))
    assert emitted == {(row["severity"], row["code"]) for row in table}
