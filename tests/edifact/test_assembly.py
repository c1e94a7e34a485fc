"""Messages opened and closed: stray apostrophes, lost headers, late segments, limits, the findings table."""

import csv
import re
from importlib.resources import files
from pathlib import Path

import pytest

from gatehouse.edifact import TooLargeError, limits

UNB = "UNB+UNOA:4+ZZAIR:ZZ+ZZGOV:ZZ+260301:1200+REF1++APIS'"
UNH = "UNH+M1+PAXLST:D:05B:UN:IATA'"


def texts(message):
    return [segment.text for segment in message.segments]


@pytest.mark.parametrize(
    ("name", "elements"),
    [("O'ROE:JANE", ["O'ROE", "JANE"]), ("D'O'ROE:AL", ["D'O'ROE", "AL"]), ("ROE:A'", ["ROE", "A"])],
)
def test_stray_apostrophe_in_a_name_stays_in_it(name, elements, one, interchange):
    message = one(interchange(f"BGM+745'NAD+FL+++{name}'ATT+2++F'"))
    assert message.segments[2].elements()[3] == elements
    assert message.segments[3].text == "ATT+2++F"
    joined = [f.segment for f in message.findings if f.code == "segment-joined"]
    assert joined == ([3] if elements[0].count("'") else [])


def test_curly_quote_in_a_name_of_a_plain_file_stays(one, interchange):
    for encoding in ("cp1252", "utf-8"):
        message = one(interchange("BGM+745'NAD+FL+++O’ROE:JANE'", encoding))
        assert message.segments[2].elements()[3] == ["O’ROE", "JANE"]


def test_released_characters_end_nothing(one, interchange):
    message = one(interchange("BGM+745'FTX+A?'B??'NAD+FL+++C?+D?:E???'.'"))
    assert message.segments[2].elements() == [["A'B?"]]
    assert message.segments[3].elements()[3] == ["C+D:E?'."]
    assert message.findings == ()


def test_unknown_tag_is_a_segment_but_not_right_after_text(one, interchange):
    message = one(interchange("BGM+745'XYZ+1'NAD+FL+++ROE'XYZ+2'"))
    assert texts(message)[2] == "XYZ+1"
    assert texts(message)[3] == "NAD+FL+++ROE?'XYZ+2"


def test_missing_trailer_ends_at_the_next_message(read_bytes, codes):
    raw = f"{UNB}{UNH}BGM+745'NAD+FL+++ROE'{UNH}BGM+745'UNT+3+M1'UNZ+2+REF1'"
    first, second = read_bytes(raw.encode())
    assert "message-trailer-missing" in codes(first)
    assert texts(first)[-1] == "NAD+FL+++ROE"
    assert codes(second) == set()


def test_segments_behind_the_trailer_are_not_lost(one, codes):
    raw = f"{UNB}{UNH}BGM+745'UNT+3+M1'NAD+FL+++ROE:LATE'UNZ+1+REF1'"
    message = one(raw.encode())
    assert texts(message)[-1] == "NAD+FL+++ROE:LATE"
    assert codes(message) == {"segment-after-trailer"}
    assert [s.ordinal for s in message.segments] == [1, 2, 3, 4]


def test_lost_header_is_assumed_from_the_group(one, codes):
    raw = f"{UNB}UNG+PAXLST+A+B+260301:1200+1+UN+D:05B'BGM+745'NAD+FL+++ROE:JANE'UNT+4+M1'UNE+1+1'UNZ+1+REF1'"
    message = one(raw.encode())
    assert (message.type, message.version) == ("PAXLST", ("D", "05B"))
    assert texts(message)[1:3] == ["BGM+745", "NAD+FL+++ROE:JANE"]
    assert "message-header-missing" in codes(message)


def test_trailer_alone_and_text_between_messages_are_said(one, codes):
    raw = f"{UNB}UNT+1+M0'PAGE 2'{UNH}BGM+745'UNT+3+M1'UNZ+1+REF1'"
    message = one(raw.encode())
    assert codes(message) == {"message-header-missing", "text-outside-message"}
    assert all(raw[f.offset :].startswith(("UNT+1", "PAGE 2")) for f in message.findings)


def test_interchange_without_messages_is_not_lost(one, codes):
    message = one(f"{UNB}UNZ+0+REF1'".encode())
    assert message.segments == []
    assert message.type is None
    assert codes(message) == {"interchange-empty"}


def test_end_is_the_byte_behind_the_trailer(one):
    raw = f"{UNB}{UNH}BGM+745'FTX+MÜL\r\nLER'UNT+4+M\r\n1'\r\nUNZ+1+REF1'".encode()
    message = one(raw)
    assert raw[: message.end].endswith(b"UNT+4+M\r\n1'")


def test_bytes_beyond_the_repertoire_are_counted_where_they_begin(one, interchange):
    message = one(interchange("BGM+745'NAD+FL+++MÜLLER'NAD+FL+++roe'NAD+FL+++GÖTZ'", "utf-8"))
    assert [(f.code, f.segment) for f in message.findings] == [("charset", 3)]
    assert "2 segments" in message.findings[0].text
    assert message.segments[2].elements()[3] == ["MÜLLER"]


def test_findings_are_capped_and_counted(one, interchange, monkeypatch):
    monkeypatch.setattr(limits, "FAULTS_MAX", 3)
    message = one(interchange("BGM+745'" + "NAD+FL+++O'ROE'" * 10))
    assert [f.code for f in message.findings].count("segment-joined") == 3
    assert any(f.code == "findings-left-out" and f.text.startswith("7 ") for f in message.findings)


def test_too_many_segments_are_refused(one, interchange, monkeypatch):
    monkeypatch.setattr(limits, "MESSAGE_SEGMENTS_MAX", 50)
    with pytest.raises(TooLargeError, match="50 segments") as caught:
        one(interchange("LOC+1'" * 60))
    assert caught.value.offset == len(UNB)


def test_joined_pieces_are_bounded(one, interchange, monkeypatch):
    monkeypatch.setattr(limits, "SEGMENT_MAX", 500)
    with pytest.raises(TooLargeError, match="segment"):
        one(interchange("NAD+FL+++" + "A'" * 400))


def test_findings_never_quote_people(one, interchange):
    message = one(interchange("BGM+745'NAD+FL+++O'ROEVILLE:JANÉ'"))
    assert message.findings
    assert not any("ROEVILLE" in f.text or "JAN" in f.text for f in message.findings)


def test_every_code_is_in_the_table():
    table = csv.DictReader(files("gatehouse.edifact").joinpath("findings.csv").read_text("utf-8").splitlines())
    documented = {row["code"] for row in table}
    folder = Path(str(files("gatehouse.edifact")))
    emitted = set()
    for source in folder.glob("*.py"):
        emitted |= set(re.findall(r"\b(?:error|warning|info)\(\s*\"([a-z0-9-]+)\"", source.read_text("utf-8")))
    assert emitted == documented


@pytest.mark.parametrize("tag", ["UNH", "UNT", "UNE", "UNZ", "UNG"])
def test_bare_service_tags_are_survived(tag, read_bytes):
    messages = read_bytes(f"{UNB}{UNH}BGM+745'NAD+FL+++ROE:JANE'{tag}'UNT+5+M1'UNZ+1+REF1'".encode())
    assert "NAD+FL+++ROE:JANE" in [text for message in messages for text in texts(message)]


def test_two_people_around_a_stray_trailer_are_both_kept(one, codes):
    raw = f"{UNB}{UNH}BGM+745'NAD+FL+++ROE:A'UNT+4+M1'NAD+FL+++ROE:B'UNT+6+M1'UNZ+1+REF1'"
    message = one(raw.encode())
    assert [s.elements()[3][1] for s in message.segments if s.tag == "NAD"] == ["A", "B"]
    assert codes(message) == {"segment-after-trailer"}


def test_no_release_character_in_use_still_joins(one, codes):
    raw = f"UNA:+.  '{UNB}{UNH}BGM+745'NAD+FL+++O'ROE:A?'UNT+4+M1'UNZ+1+REF1'"
    message = one(raw.encode())
    assert message.segments[2].elements()[3] == ["O'ROE", "A?"]
    assert codes(message) == {"segment-joined"}


def test_second_header_without_a_trailer_between_starts_anew(read_bytes, codes):
    body = f"{UNH}BGM+745'UNT+3+M1'"
    other = UNB.replace("UNOA:4", "ZZZZ:4").replace("REF1", "REF2")
    first, second = read_bytes(f"{UNB}{body}{other}{body}UNZ+1+REF2'".encode())
    assert codes(first) == {"interchange-trailer-missing"}
    assert (second.interchange.control_reference, codes(second)) == ("REF2", set())


def test_text_behind_the_last_message_is_said(one, codes):
    raw = f"{UNB}{UNH}BGM+745'UNT+3+M1'PAGE 2'UNZ+1+REF1'"
    assert codes(one(raw.encode())) == {"text-outside-message"}


def test_a_tag_in_small_letters_is_a_segment(one, interchange, codes):
    message = one(interchange("BGM+745'nad+FL+++ROE:JANE'Att+2++F'"))
    assert [segment.text[:3] for segment in message.segments[1:-1]] == ["BGM", "NAD", "ATT"]
    assert codes(message) == {"tag-small"}
