"""Interchanges answered, and the answers read."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.edifact import read as read_edifact
from gatehouse.screening.messages.contrl.reader import read
from gatehouse.screening.messages.contrl.writer import Stamp, answer, receipt

UNB = "UNB+UNOA:4+ZZAIR:ZZ+ZZGOV:ZZ+260301:1200+REF?'1'"
ONE = "UNH+M1+PAXLST:D:05B:UN:IATA'BGM+745'UNT+3+M1'"
CUT = "UNH+M2+PAXLST:D:05B:UN:IATA'NAD+FL+++O'ROE:JANE'"
STAMP = Stamp("ANS1", "260301", "1205")


def messages(text):
    return list(read_edifact(io.BytesIO(text.encode())))


def answered(text):
    (message,) = messages(answer(messages(text), STAMP).decode())
    return message, read(message)


def test_a_faultless_interchange_is_acknowledged_to_its_sender():
    message, got = answered(f"{UNB}{ONE}UNZ+1+REF?'1'")
    assert (got.function, got.sender, got.recipient, got.control_reference) == (
        "syntax-acknowledgement",
        "ZZGOV",
        "ZZAIR",
        "ANS1",
    )
    assert [(r.level, r.codes, r.reference) for r in got.replies] == [
        ("interchange", ("7",), "REF'1"),
        ("message", ("7",), "M1"),
    ]
    assert (message.version, message.findings, got.findings) == (("4", "1"), (), ())


def test_a_cut_message_is_rejected_beside_a_whole_one():
    _, got = answered(f"{UNB}{CUT}{ONE}UNZ+2+REF?'1'")
    assert got.function == "syntax-rejection"
    assert [(r.level, r.codes, r.reference) for r in got.replies] == [
        ("interchange", ("7",), "REF'1"),
        ("message", ("4", "13"), "M2"),
        ("segment", ("22",), "2"),
        ("message", ("7",), "M1"),
    ]


def test_a_cut_interchange_is_rejected_as_a_whole():
    _, got = answered(f"{UNB}{ONE}")
    assert [(r.level, r.codes) for r in got.replies] == [("interchange", ("4", "13"))]


def test_an_empty_interchange_is_rejected():
    _, got = answered(f"{UNB}UNZ+0+REF?'1'")
    assert got.replies[0].codes == ("4", "32")


def test_groups_are_named_once():
    group = "UNG+PAXLST+A:1+B+260301:1200+G{0}+UN+D:05B'" + ONE * 2 + "UNE+2+G{0}'"
    _, got = answered(UNB + group.format(1) + group.format(2) + "UNZ+2+REF?'1'")
    levels = [(r.level, r.reference) for r in got.replies[1:]]
    assert levels == [
        ("group", "G1"),
        ("message", "M1"),
        ("message", "M1"),
        ("group", "G2"),
        ("message", "M1"),
        ("message", "M1"),
    ]


def test_syntax_version_3_is_answered_in_kind():
    message, _ = answered(f"{UNB.replace('UNOA:4', 'UNOA:3')}{ONE}UNZ+1+REF?'1'")
    assert message.version == ("D", "3")


def test_receipt_says_only_that_it_arrived():
    (received,) = messages(f"{UNB}{ONE}UNZ+1+REF?'1'")
    (message,) = messages(receipt(received.interchange, STAMP).decode())
    got = read(message)
    assert (got.function, got.function_code, len(got.replies)) == ("syntax-acknowledgement", "8", 1)


def test_nothing_cannot_be_answered():
    with pytest.raises(ValueError, match="no message"):
        answer([], STAMP)


@given(
    st.text(st.characters(min_codepoint=33, exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=14)
)
@settings(max_examples=50, deadline=None)
def test_any_reference_comes_back(reference):
    released = "".join(f"?{c}" if c in "?+:'*" else c for c in reference)
    text = f"{UNB}{ONE.replace('M1', released)}UNZ+1+REF?'1'".replace("UNOA", "UNOY")
    _, got = answered(text)
    assert got.replies[1].reference == reference
