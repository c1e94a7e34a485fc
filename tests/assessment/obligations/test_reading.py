# ruff: noqa: E501  (sentences of resolutions are long)
"""Files → texts: the four that are kept beside the project, and what is no resolution."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.assessment.obligations.texts import TextError
from gatehouse.assessment.obligations.texts.paragraph import OPERATIVE, PREAMBULAR, ResolutionText
from gatehouse.assessment.obligations.texts.reading import read_string, read_text

COUNTS = [("000", 72, 34, "draft"), ("001", 33, 33, "unknown"), ("002", 43, 21, "adopted"), ("003", 51, 36, "draft")]


def _seed(prefix: str) -> ResolutionText:
    found = [
        path for parent in Path(__file__).parents for path in (parent / "shared" / "seeds").glob(f"{prefix}_*.txt")
    ]
    if not found:
        pytest.skip("the texts are not beside the project")
    with found[0].open("rb") as stream:
        return read_text(stream)


@pytest.mark.shared
@pytest.mark.parametrize(("prefix", "operative", "preambular", "status"), COUNTS)
def test_the_four_texts(prefix: str, operative: int, preambular: int, status: str) -> None:
    text = _seed(prefix)
    assert [p.number for p in text.of_kind(OPERATIVE)] == list(range(1, operative + 1))
    assert (len(text.of_kind(PREAMBULAR)), text.status) == (preambular, status)
    assert not [p.label for p in text.paragraphs if p.verb is None]


@pytest.mark.shared
def test_what_binds_in_2396() -> None:
    text = _seed("003")
    assert [p.number for p in text.of_kind(OPERATIVE) if p.force == "binding"] == [11, 12, 13, 15]
    assert text.chapter_vii
    assert {p.number: p.section is not None for p in text.of_kind(OPERATIVE)}[1] is False
    assert len({p.section for p in text.of_kind(OPERATIVE)}) == 5


@pytest.mark.shared
def test_clocks_of_the_four_texts() -> None:
    stated = {
        (prefix, p.number, d.kind, d.value)
        for prefix, *_ in COUNTS
        for p in _seed(prefix).of_kind(OPERATIVE)
        for d in p.deadlines
        if d.kind != "undefined" and d.value
    }
    assert stated == {
        ("000", 63, "recurring", "P3M"), ("000", 70, "absolute", "2017-05"), ("000", 71, "absolute", "2018-04"),
        ("000", 72, "absolute", "2018-06"), ("001", 2, "absolute", "2021-12-31"), ("001", 2, "absolute", "2019-12-31"),
        ("001", 7, "recurring", "P1Y"), ("001", 9, "absolute", "2018-03-30"), ("001", 10, "relative", "P12M"),
        ("001", 11, "recurring", "P1Y"), ("001", 12, "recurring", "P1Y"), ("001", 17, "absolute", "2018-06-30"),
        ("001", 18, "absolute", "2018-03-30"), ("001", 19, "recurring", "P6M"), ("002", 35, "recurring", "P3M"),
        ("002", 42, "absolute", "2016-04"), ("002", 43, "absolute", "2016-06"), ("003", 11, "absolute", "2017-10-23"),
        ("003", 50, "absolute", "2018-06"),
    }  # fmt: skip


@pytest.mark.shared
def test_one_resolution_is_cited_with_two_years_across_texts() -> None:
    years = {
        c.year for prefix in ("001", "003") for p in _seed(prefix).paragraphs for c in p.cites if c.number == "2195"
    }
    assert years == {2014, 2015}


@pytest.mark.parametrize(
    "text",
    [
        "It was a dark night. The captain decides nothing.\n\nHe sleeps.",
        "name,country,year\nAnna,XY,2001\nBela,YX,2002\n",
        "1. Flour\n2. Water\n3. Salt\n",
        "The Security Council,\n\nRecalling its earlier work,\n",
        "1 2 3 4 5",
        "目录\n\n一、前言\n\n二、正文\n",
    ],
)
def test_what_is_no_resolution_is_refused(text: str) -> None:
    with pytest.raises(TextError, match="not the text of a resolution"):
        read_string(text)


def test_another_encoding_is_told() -> None:
    data = "安全理事会，\n\n回顾以往工作，\n\n1. 决定继续处理此案。".encode("gb18030")
    assert "encoding-guessed" in {finding.code for finding in read_text(io.BytesIO(data)).findings}


PIECES = st.sampled_from(
    ["The Security Council,", "安全理事会，", "1. Decides", "2. ", "(a)", "Recalling", "重申", "，", ";", "。", "\n", "\n\n", "\f", " ",
     "<sup>1</sup>", "1", "____", "Annex", "1373 (2001)", "by 31 June 2018", "第 2 段", "I", "Chapter VII", "请", "https://x"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=60).map("".join))
def test_nothing_breaks_it(text: str) -> None:
    try:
        read = read_string(text)
    except TextError:
        return
    assert read.of_kind(OPERATIVE)


@pytest.mark.parametrize(
    "body",
    ["1. Decides a; " * 20_000, "a\n" * 13_000 + "1. Decides.", "1. Recalls " + "a, " * 40_000 + "."],
    ids=["numbers", "lines", "one-paragraph"],
)
def test_what_is_too_much_for_a_resolution_is_refused(body: str) -> None:
    with pytest.raises(TextError):
        read_string("The Security Council,\n\nRecalling its earlier work,\n\n" + body)
