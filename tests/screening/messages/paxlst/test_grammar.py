import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.edifact import Delimiters
from gatehouse.edifact.delimiters import DEFAULT
from gatehouse.screening.messages.paxlst import said
from gatehouse.screening.messages.paxlst.grammar import (
    DATED,
    MARKED,
    MEMO_MAX,
    MEMO_TEXT_MAX,
    PLAIN,
    REMEMBERED,
    SILENT,
    US_PERSON,
    recall,
)

NAMING = {"NAD", "DOC", "RFF", "COM", "FTX", "CTA", US_PERSON}


def test_a_segment_that_names_somebody_is_never_remembered() -> None:
    assert not NAMING & REMEMBERED
    assert {*MARKED, US_PERSON} == NAMING


def test_every_tag_has_one_reader() -> None:
    assert not set(PLAIN) & set(DATED)
    assert not REMEMBERED & {*MARKED, *SILENT}


def test_a_remembered_text_says_the_same_again() -> None:
    memory = recall(DEFAULT, 2026)
    said = memory.read("LOC+22+HNL", 4)
    assert memory.known["LOC+22+HNL"] is said
    assert memory.read("LOC+22+HNL", 9) == said


def test_memories_of_other_delimiters_and_years_are_apart() -> None:
    other = Delimiters(component="*", element=":")
    assert dict(recall(other, 2026).read("DTM:329*260101", 1).facts) == {"birth_date": "2026-01-01"}
    assert dict(recall(DEFAULT, 2025).read("DTM+329:260101", 1).facts) == {"birth_date": "1926-01-01"}
    assert dict(recall(DEFAULT, 2026).read("DTM+329:260101", 1).facts) == {"birth_date": "2026-01-01"}


def test_a_memory_is_bounded_and_still_right_when_it_began_anew() -> None:
    memory = recall(DEFAULT, 2031)
    for number in range(MEMO_MAX + 10):
        memory.read(f"MEA+CT++:{number}", 1)
    assert len(memory.known) <= MEMO_MAX
    assert dict(memory.read("MEA+CT++:7", 1).facts) == {"bag_count": 7}


def test_a_long_text_is_read_and_not_remembered() -> None:
    memory = recall(DEFAULT, 2032)
    text = "LOC+180+:::" + "A" * MEMO_TEXT_MAX
    assert memory.read(text, 1).facts
    assert text not in memory.known


@pytest.mark.parametrize(
    "text",
    ["NAD+FL+++ROE:ANN", "DOC+P+X1", "RFF+ABO:77", "COM+1:TE", "PDT+P/1", "QTY+1", "DTM+329:900131", "LOC+180+:::YORK"],
)
def test_a_text_of_a_person_or_of_no_known_kind_leaves_no_trace(text: str) -> None:
    memory = recall(DEFAULT, 2033)
    memory.read(text, 1)
    assert text not in memory.known


@pytest.mark.parametrize("tag", ["UNH", "UNT", "UNS"])
def test_service_segments_say_nothing(tag: str) -> None:
    assert recall(DEFAULT, 2026).read(f"{tag}+1", 1) == said.Said(said.MESSAGE)


@pytest.mark.parametrize("tag", ["QTY", "CPI", "GID", "AUT", "ZZZ", "???"])
def test_a_tag_without_reader_is_evidence(tag: str) -> None:
    result = recall(DEFAULT, 2026).read(f"{tag}+1", 1)
    assert (result.about, result.kept, result.faults[0].code) == (said.UNREAD, True, "segment-unknown")


TAGS = st.sampled_from(sorted({*REMEMBERED, *MARKED, US_PERSON}))


@given(TAGS, st.text("+:?'*AZ09 <./", max_size=30))
def test_no_text_breaks_a_reader_and_every_fault_is_in_the_table(tag: str, rest: str) -> None:
    text = f"{tag}+{rest}"
    result = recall(DEFAULT, 2026).read(text, 4)
    assert {fault.code for fault in result.faults} <= set(said.FINDING_KINDS)
