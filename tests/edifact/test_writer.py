"""Writing, and that reading gives back what was written."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.edifact import Delimiters, read, write
from gatehouse.edifact.writer import Repeated, message, released, segment

PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


@st.composite
def delimiter_sets(draw) -> Delimiters:
    """Six different service characters, with (version 4) or without (version 3) a repetition separator."""
    component, element, decimal, release, repetition, terminator = draw(st.permutations(PUNCTUATION))[:6]
    return Delimiters(component, element, decimal, release, draw(st.sampled_from([" ", repetition])), terminator)


texts = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=12)
components = st.lists(texts, min_size=1, max_size=4)


def trimmed(elements: list[list[str]]) -> list[list[str]]:
    """Without the empty components and elements at the end, which are never written."""
    cut = []
    for element in elements:
        kept = list(element)
        while len(kept) > 1 and not kept[-1]:
            kept.pop()
        cut.append(kept)
    while cut and cut[-1] == [""]:
        cut.pop()
    return cut


def enveloped(body: list[str], delimiters: Delimiters) -> list[str]:
    version = "3" if delimiters.repetition == " " else "4"
    opened = segment("UNB", ["UNOY", version], "A", "B", ["260301", "1200"], "R", delimiters=delimiters)
    lines = message("M", ["PNRGOV", "11", "1", "IA"], body, delimiters=delimiters)
    return [opened, *lines, segment("UNZ", "1", "R", delimiters=delimiters)]


@given(delimiter_sets() | st.just(Delimiters()), st.lists(st.lists(components, max_size=4), max_size=5))
@settings(max_examples=150, deadline=None)
def test_reading_gives_back_what_was_written(delimiters, segments):
    body = [segment("FTX", *elements, delimiters=delimiters) for elements in segments]
    (read_back,) = read(io.BytesIO(write(enveloped(body, delimiters), delimiters)))
    assert read_back.delimiters == delimiters
    assert [s.elements() for s in read_back.segments[1:-1]] == [trimmed(elements) for elements in segments]
    assert {f.code for f in read_back.findings} <= {"una-unusual"}


@given(delimiter_sets().filter(lambda d: d.repetition != " "), st.lists(components, min_size=1, max_size=4))
@settings(max_examples=80, deadline=None)
def test_repetitions_come_back(delimiters, repetitions):
    body = [segment("SSR", Repeated(repetitions), "end", delimiters=delimiters)]
    (read_back,) = read(io.BytesIO(write(enveloped(body, delimiters), delimiters)))
    got = read_back.segments[1].repetitions(0)
    assert trimmed(got) == trimmed(repetitions) or not trimmed(repetitions)


@given(delimiter_sets(), st.lists(components, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_line_breaks_between_segments_change_nothing(delimiters, elements):
    body = [segment("FTX", *elements, delimiters=delimiters)]
    lines = enveloped(body, delimiters)
    (plain,) = read(io.BytesIO(write(lines, delimiters)))
    (broken,) = read(io.BytesIO(write(lines, delimiters, newline="\r\n")))
    assert [s.text for s in broken.segments] == [s.text for s in plain.segments]


def test_service_characters_are_released():
    assert released("O'NEIL? A+B:C") == "O?'NEIL?? A?+B?:C"
    assert released("A*B") == "A*B"
    assert released("A*B", Delimiters(repetition="*")) == "A?*B"


def test_empty_ends_are_left_out():
    assert segment("NAD", "FL", "", "", ["ROE", "", ""], "", ["", ""]) == "NAD+FL+++ROE"


def test_message_counts_itself():
    assert message("7", ["PAXLST", "D"], ["BGM+745"]) == ["UNH+7+PAXLST:D", "BGM+745", "UNT+3+7"]


def test_what_cannot_be_expressed_is_refused():
    with pytest.raises(ValueError, match="control character"):
        released("A\nB")
    with pytest.raises(ValueError, match="no release"):
        released("A+B", Delimiters(release=" "))
    with pytest.raises(ValueError, match="no repetition"):
        segment("SSR", Repeated([["A"], ["B"]]))


def test_default_delimiters_need_no_service_string():
    assert write(["UNB+UNOA:4"]) == b"UNB+UNOA:4'"
    assert write(["UNB+UNOA:4"], Delimiters(repetition="*")).startswith(b"UNA:+.?*'UNB")
