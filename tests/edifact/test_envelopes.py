"""Counts and references of groups and interchanges."""

import pytest

UNB = "UNB+UNOA:4+A+B+260301:1200+REF1'"
UNG = "UNG+PAXLST+A+B+260301:1200+G1+UN+D:05B'"
ONE = "UNH+M1+PAXLST:D:05B:UN:IATA'BGM+745'UNT+3+M1'"

VECTORS = {
    "all right": (UNB + UNG + ONE + ONE + "UNE+2+G1'" + UNG + ONE + "UNE+1+G1'UNZ+2+REF1'", set()),
    "leading zeros": (UNB + ONE + "UNZ+0001+REF1'", set()),
    "group counts wrong": (UNB + UNG + ONE + "UNE+2+G1'UNZ+1+REF1'", {"group-count"}),
    "group named wrong": (UNB + UNG + ONE + "UNE+1+G2'UNZ+1+REF1'", {"group-reference"}),
    "no UNE": (UNB + UNG + ONE + "UNZ+1+REF1'", {"group-trailer-missing"}),
    "no UNG": (UNB + ONE + "UNE+1+G1'UNZ+1+REF1'", {"group-header-missing"}),
    "no UNE, no UNZ": (UNB + UNG + ONE, {"group-trailer-missing", "interchange-trailer-missing"}),
    "UNZ counts messages where groups are used": (UNB + UNG + ONE * 2 + "UNE+2+G1'UNZ+2+REF1'", {"interchange-count"}),
    "UNZ without a count": (UNB + ONE + "UNZ++REF1'", {"interchange-count"}),
    "UNZ with a monstrous count": (UNB + ONE + f"UNZ+{'9' * 5000}+REF1'", {"interchange-count"}),
    "UNT with a monstrous count": (UNB + ONE.replace("UNT+3", "UNT+" + "9" * 5000) + "UNZ+1+REF1'", {"segment-count"}),
    "UNT with Arabic digits": (UNB + ONE.replace("UNT+3", "UNT+٣") + "UNZ+1+REF1'", {"segment-count", "charset"}),
}


@pytest.mark.parametrize("fault", VECTORS)
def test_trailers_are_checked(fault, read_bytes, codes):
    text, expected = VECTORS[fault]
    messages = read_bytes(text.encode())
    assert set().union(*map(codes, messages)) == expected
    assert not any(codes(message) - {"group-count"} for message in messages[:-1])


def test_a_groups_faults_are_on_its_last_message(read_bytes, codes):
    raw = UNB + UNG + ONE + ONE + "UNE+1+G1'" + UNG + ONE + "UNE+1+G1'UNZ+2+REF1'"
    assert [codes(message) for message in read_bytes(raw.encode())] == [set(), {"group-count"}, set()]


def test_findings_of_trailers_name_their_byte(one):
    raw = (UNB + ONE + "UNZ+2+REF1'").encode()
    (finding,) = one(raw).findings
    assert raw[finding.offset :].startswith(b"UNZ")
    assert finding.segment is None


def test_each_message_knows_its_group(read_bytes):
    raw = UNB + UNG + ONE + "UNE+1+G1'" + UNG.replace("G1", "G2") + ONE + "UNE+1+G2'UNZ+2+REF1'"
    groups = [m.interchange.group.elements()[4] for m in read_bytes(raw.encode())]
    assert groups == [["G1"], ["G2"]]


def test_a_damaged_group_header_still_lends_its_type(read_bytes):
    # The announced repetition character is a control character, so it is no noise and stays in the text.
    raw = b"UNA:+.?\x1d'UNB+UNOA:4+A+B+260301:1200+1'UNG+PAX\x1dLST+A+B+260301:1200+1+UN+D:05B'BGM+745'NAD+FL+++ROE:J'"
    (message,) = read_bytes(raw)
    assert message.type == "PAXLST"
