"""Which separators a text uses, whatever UNA says."""

import pytest

from gatehouse.edifact.delimiters import DEFAULT, PADIS_DEFAULT, Delimiters, header, locate, service_begins

REST = "UNB+UNOA:3+A:ZZ+B:ZZ+260301:1200+1'UNH+1+PAXLST:D:05B:UN'BGM+745'"


def found(text):
    match = locate(text)
    return header(text, match) if match else None


@pytest.mark.parametrize(
    ("una", "delimiters", "codes"),
    [
        ("", DEFAULT, []),
        ("UNA:+.? '", DEFAULT, []),
        ("UNA:+,? '\r\n", DEFAULT._replace(decimal=","), []),
        ("UNA:+.\\*'", Delimiters(release="\\", repetition="*"), []),
        ("UNA:+\\*'", Delimiters(release="\\", repetition="*"), ["una-length"]),
        ("UNA:+.?'", DEFAULT, ["una-length"]),
        ("UNA", DEFAULT, ["una-length"]),
        ("UNA:+.  '", DEFAULT._replace(release=" "), []),
        ("UNA:+.A '", DEFAULT, []),
        ("UNA:+.+ '", DEFAULT, ["una-ambiguous"]),
        ("UNA;*.? ~", DEFAULT, ["una-mismatch"]),
    ],
)
def test_service_strings(una, delimiters, codes):
    got = found(una + REST)
    assert got.delimiters == delimiters
    assert [finding.code for finding in got.findings] == codes
    assert (got.begins, got.segments_begin) == (0, len(una))


def test_version_4_and_padis_repeat_by_default():
    assert found(REST.replace(":3+", ":4+")).delimiters == PADIS_DEFAULT
    assert found(REST.replace("UNOA:3", "IATB:1")).delimiters == PADIS_DEFAULT


@pytest.mark.parametrize("terminator", ["#", "~", "\n", "\x1c"])
def test_terminator_is_seen_without_una(terminator):
    assert found(REST.replace("'", terminator)).delimiters.terminator == terminator


def test_one_lost_terminator_changes_nothing():
    assert found(REST.replace("+1'UNH", "+1\r\nUNH")).delimiters == DEFAULT


@pytest.mark.parametrize("quote", ["\x91", "\x92", "\xb4", "\xe2\x80\x98", "\xe2\x80\x99", "\xc2\xb4"])
def test_curly_quotes_are_told_from_names(quote):
    assert found(REST.replace("'", quote)).curly
    assert not found(REST.replace("PAXLST", f"PAX{quote}LST")).curly


def test_next_interchange_does_not_vote():
    text = REST.split("UNH")[0] + "UNZ+0+1'" + REST.replace("'", "#") * 5
    assert found(text).delimiters.terminator == "'"


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("UNG+PAXLST+A+B'UNH+1+PAXLST:D'", 0),
        ("noise UNH+1+PAXLST:D:05B'", 6),
        ("U\r\nNB+UNOA:4+A+B'", 0),
        ("UNHAPPY, UNB and UNH are words", None),
        ("", None),
    ],
)
def test_headers_are_located(text, begins):
    match = locate(text)
    assert (match.start() if match else None) == begins


def test_service_string_before_a_byte():
    assert service_begins("xxUNA:+.? '\r\nUNB", 0, 13) == 2
    assert service_begins("xxUNA:+.? '\r\nUNB", 5, 13) == 13


def test_service_string_is_written_as_it_is_read():
    delimiters = Delimiters(";", "*", ",", "\\", "!", "~")
    assert found(delimiters.service_string() + REST.translate(str.maketrans("+:'", "*;~"))).delimiters == delimiters
