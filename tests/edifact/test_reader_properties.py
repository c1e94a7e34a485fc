"""What reading keeps for any interchange: every byte accounted for, every count checked, nobody dropped."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.edifact import Delimiters, EdifactError, TooLargeError, limits, read, write
from gatehouse.edifact.charset import CODECS, decoded
from gatehouse.edifact.segment import at, cut, unreleased
from gatehouse.edifact.tags import KNOWN_TAGS, SERVICE, TEXT_TAGS
from gatehouse.edifact.writer import message, released, segment

NAMES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ'+:? ", min_size=1, max_size=20).filter(lambda text: text.strip() == text)
BODIES = st.lists(NAMES, max_size=6)
QUICK = settings(max_examples=80, deadline=None)


def built(bodies, reference="REF1"):
    """An interchange with a PAXLST for each list of names, all counts right."""
    lines = [segment("UNB", ["UNOA", "4"], "ZZAIR", "ZZGOV", ["260301", "1200"], reference)]
    for number, names in enumerate(bodies, 1):
        people = [segment("NAD", "FL", "", "", [name, "JANE"]) for name in names]
        lines += message(f"M{number}", ["PAXLST", "D", "05B", "UN"], [segment("BGM", "745"), *people])
    return [*lines, segment("UNZ", str(len(bodies)), reference)]


def messages_of(raw):
    return list(read(io.BytesIO(raw)))


def names_of(found):
    return [at(s.elements(), 3) for s in found.segments if s.tag == "NAD"]


@given(st.lists(BODIES, min_size=1, max_size=4))
@QUICK
def test_every_name_comes_back_from_its_own_message(bodies):
    found = messages_of(write(built(bodies)))
    assert [names_of(one) for one in found] == bodies
    assert [one.index for one in found] == list(range(len(bodies)))
    assert all(not one.findings for one in found)


@given(st.lists(BODIES, min_size=1, max_size=3))
@QUICK
def test_offsets_are_bytes_of_the_stream(bodies):
    """The bytes at each offset are the segment: evidence can be shown as it was sent."""
    raw = write(built(bodies))
    for one in messages_of(raw):
        for part in one.segments:
            assert raw[part.offset :].startswith(part.text.encode())
        assert raw[one.end - 1 : one.end] == b"'"


@given(st.lists(BODIES, min_size=1, max_size=3), st.sampled_from(["\r\n", "\n", "\r\n\r\n"]))
@QUICK
def test_ordinals_count_as_the_trailer_counts(bodies, newline):
    for one in messages_of(write(built(bodies), newline=newline)):
        assert [part.ordinal for part in one.segments] == list(range(1, len(one.segments) + 1))
        assert one.segments[-1].elements()[0] == [str(len(one.segments))]


@given(st.lists(BODIES, min_size=1, max_size=3), st.lists(BODIES, min_size=1, max_size=3))
@QUICK
def test_two_interchanges_are_read_like_each_alone(first, second):
    """What a sender appended to a file changes nothing of what stood before it."""
    one, other = write(built(first, "A1")), write(built(second, "B2"))
    together = messages_of(one + b"\r\n" + other)
    assert [names_of(found) for found in together] == [*first, *second]
    assert [m.interchange.control_reference for m in together] == ["A1"] * len(first) + ["B2"] * len(second)


@given(st.lists(BODIES.filter(bool), min_size=1, max_size=3), st.data())
@QUICK
def test_a_file_cut_short_keeps_every_whole_segment(bodies, data):
    """A broken transfer loses what was not sent and nothing else, and says that something is missing."""
    raw = write(built(bodies))
    # From the first message's body up to the interchange's trailer, which must not be whole.
    ends = data.draw(st.integers(raw.index(b"BGM"), raw.index(b"UNZ+")))
    found = messages_of(raw[:ends])
    whole = [name for names in bodies for name in names]
    read_back = [name for one in found for name in names_of(one)]
    # The segment that was cut may be read as far as it came; all before it are whole.
    complete = read_back[:-1]
    assert complete == whole[: len(complete)]
    assert "interchange-trailer-missing" in {finding.code for one in found for finding in one.findings}


@given(st.integers(0, 12), st.integers(-5, 30).filter(bool))
@QUICK
def test_a_wrong_count_is_always_found(names, error):
    lines = built([["ROE"] * names])
    tag, count, reference = lines[-2].split("+")
    lines[-2] = f"{tag}+{max(0, int(count) + error)}+{reference}"
    (found,) = messages_of(write(lines))
    assert "segment-count" in {finding.code for finding in found.findings}
    assert len(names_of(found)) == names


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60))
def test_releasing_is_undone_by_reading(text):
    assert unreleased(released(text), "?") == text
    for separator in ":+'":
        assert cut(released(text), separator, "?") == [released(text)]


@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=12), min_size=1, max_size=6))
def test_cutting_is_undone_by_joining(parts):
    joined = "+".join(released(part) for part in parts)
    assert [unreleased(piece, "?") for piece in cut(joined, "+", "?")] == parts


@given(st.text(max_size=60), st.sampled_from([*CODECS, "UNOA", "UNOB", "IATB", "", "????"]))
def test_no_bytes_are_refused_in_any_repertoire(text, repertoire):
    """What was announced wrongly is read somehow: a name is never lost to a code page."""
    raw = text.encode().decode("latin-1")
    meant, kept = decoded(raw, repertoire)
    assert isinstance(meant, str)
    assert bool(meant) == bool(text)
    if text.isascii():
        assert (meant, kept) == (text, True)


@pytest.mark.parametrize("repertoire", [name for name, codec in CODECS.items() if codec != "iso2022_jp"])
def test_a_name_in_its_own_repertoire_is_read_as_meant(repertoire):
    samples = {"UNOE": "Скворцов", "UNOF": "Νίκος", "UNOI": "سليم", "UNOJ": "נועם", "UNOW": "李雷", "UNOY": "민준"}
    name = samples.get(repertoire, "MÜLLER")
    raw = name.encode(CODECS[repertoire]).decode("latin-1")
    assert decoded(raw, repertoire) == (name, True)


@pytest.mark.parametrize("excess", [0, 1], ids=["at-the-limit", "one-beyond"])
def test_the_longest_segment(excess, monkeypatch):
    monkeypatch.setattr(limits, "SEGMENT_MAX", 400)
    lines = built([["ROE"]])
    lines[3] = "FTX+" + "A" * (400 - 4 + excess)
    if not excess:
        (found,) = messages_of(write(lines))
        assert len(found.segments[2].text) == 400
        return
    with pytest.raises(TooLargeError) as refused:
        messages_of(write(lines))
    assert refused.value.offset == write(lines).index(b"FTX")


@pytest.mark.parametrize("people", [5, 6], ids=["at-the-limit", "one-beyond"])
def test_the_most_segments_of_a_message(people, monkeypatch):
    """UNH, BGM, the people and UNT: eight segments are allowed here."""
    monkeypatch.setattr(limits, "MESSAGE_SEGMENTS_MAX", 8)
    raw = write(built([["ROE"], ["ROE"] * people]))
    if people == 5:
        assert [len(one.segments) for one in messages_of(raw)] == [4, 8]
        return
    found = []
    with pytest.raises(TooLargeError, match="8 segments"):
        found.extend(read(io.BytesIO(raw)))
    stream = read(io.BytesIO(raw))
    assert names_of(next(stream)) == ["ROE"]


@pytest.mark.parametrize("excess", [0, 1], ids=["at-the-limit", "one-beyond"])
def test_the_most_findings_of_a_message(excess, monkeypatch):
    monkeypatch.setattr(limits, "FAULTS_MAX", 3)
    stray = "IFT+4+O'BRANNICK'"
    raw = f"UNB+UNOA:4+A+B+260301:1200+R'UNH+1+PNRGOV:11:1:IA'{stray * (3 + excess)}MSG+:22'UNT+{6 + excess}+1'UNZ+1+R'"
    (found,) = messages_of(raw.encode())
    codes = [finding.code for finding in found.findings]
    assert codes.count("segment-joined") == 3
    assert ("findings-left-out" in codes) is bool(excess)


@pytest.mark.parametrize("excess", [0, 400], ids=["below-the-limit", "beyond"])
def test_the_longest_wrapper(excess, monkeypatch):
    monkeypatch.setattr(limits, "WRAPPER_MAX", 500)
    raw = b"x " * ((400 + excess) // 2) + write(built([["ROE"]]))
    if not excess:
        assert len(messages_of(raw)) == 1
        return
    with pytest.raises(EdifactError):
        messages_of(raw)


@pytest.mark.parametrize("tag", sorted(TEXT_TAGS))
def test_a_stray_apostrophe_in_a_text_segment_is_joined(tag):
    """Whatever stands behind it: half a name is no segment."""
    raw = f"UNB+UNOA:4+A+B+260301:1200+R'UNH+1+PNRGOV:11:1:IA'{tag}+O'BRANNICK:ANNA'UNT+3+1'UNZ+1+R'"
    (found,) = messages_of(raw.encode())
    assert [part.tag for part in found.segments] == ["UNH", tag, "UNT"]
    assert found.segments[1].elements()[-1] == ["O'BRANNICK", "ANNA"]
    assert [finding.code for finding in found.findings] == ["segment-joined"]


def test_tags_are_three_capitals():
    assert all(len(tag) == 3 and tag.isalnum() and tag.isupper() for tag in KNOWN_TAGS)
    assert set(SERVICE.split()) <= KNOWN_TAGS
    assert TEXT_TAGS <= KNOWN_TAGS


TRAILERS = [
    ("right", "UNT+4+M1", "UNZ+1+REF1", set()),
    ("no-count", "UNT++M1", "UNZ+1+REF1", {"segment-count"}),
    ("letters-for-a-count", "UNT+FOUR+M1", "UNZ+1+REF1", {"segment-count"}),
    ("other-script-digits", "UNT+４+M1", "UNZ+1+REF1", {"segment-count", "charset"}),
    ("eleven-digits", "UNT+00000000004+M1", "UNZ+1+REF1", {"segment-count"}),
    ("ten-digits", "UNT+0000000004+M1", "UNZ+1+REF1", set()),
    ("other-message", "UNT+4+M2", "UNZ+1+REF1", {"message-reference"}),
    ("other-interchange", "UNT+4+M1", "UNZ+1+REF2", {"interchange-reference"}),
    ("interchange-miscounted", "UNT+4+M1", "UNZ+2+REF1", {"interchange-count"}),
    ("interchange-uncounted", "UNT+4+M1", "UNZ++REF1", {"interchange-count"}),
]


@pytest.mark.parametrize(("unt", "unz", "codes"), [pytest.param(*row[1:], id=row[0]) for row in TRAILERS])
def test_trailers(unt, unz, codes):
    lines = [*built([["ROE"]])[:-2], unt, unz]
    (found,) = messages_of(write(lines))
    assert {finding.code for finding in found.findings} == codes
    assert names_of(found) == ["ROE"]


@given(st.permutations("!#$%&*,-./;<=>@^_|~").map(lambda chars: chars[:5]), BODIES)
@QUICK
def test_any_announced_separators_carry_any_name(chars, names):
    chosen = Delimiters(chars[0], chars[1], ".", chars[2], " ", chars[3])
    body = [segment("NAD", "FL", "", "", [name, "JANE"], delimiters=chosen) for name in names]
    lines = [
        segment("UNB", ["UNOA", "3"], "A", "B", ["260301", "1200"], "R", delimiters=chosen),
        *message("1", ["PAXLST", "D", "05B", "UN"], body, delimiters=chosen),
        segment("UNZ", "1", "R", delimiters=chosen),
    ]
    if len({*chars[:4], "."}) == 5:
        (found,) = messages_of(write(lines, chosen))
        assert names_of(found) == names
