"""What no format could print is refused before, with its place and never with its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gatehouse.printing import checking
from gatehouse.printing.document import (
    Block,
    Column,
    Document,
    InLanguage,
    Items,
    Link,
    Note,
    Paragraph,
    Section,
    Strong,
    paragraph,
)
from gatehouse.printing.errors import DocumentFaultError
from printing.papers import FIGURE, TABLE, whole


def _with(*blocks: Block) -> Document:
    return Document("t", "en", date(2026, 1, 1), opening=blocks)


def test_a_whole_document_passes() -> None:
    checking.check(whole())


def _deep(depth: int) -> Block:
    return Paragraph(("x",)) if depth == 0 else Note((_deep(depth - 1),))


def _deep_words(depth: int) -> Paragraph:
    words = "x"
    for _ in range(depth):
        words = Strong((words,))  # type: ignore[assignment]
    return Paragraph((words,))


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        (replace(TABLE, rows=((("secret",),),)), "row 1: 1 cells under 2 columns"),
        (replace(TABLE, columns=(), rows=()), "1 to 40 columns"),
        (replace(TABLE, columns=(Column(("a",), share=0), Column(("b",)))), "share"),
        (replace(FIGURE, alternative=" "), "text alternative"),
        (replace(FIGURE, width=1.2), "width"),
        (replace(FIGURE, anchor="No Good"), "anchor"),
        (paragraph(Link("javascript:secret", ("x",))), "link leads to https"),
        (paragraph(Link("https://a b", ("x",))), "link leads to https"),
        (paragraph(InLanguage('a"secret', ("x",))), "BCP 47"),
        (Items(((paragraph(Link("file:///secret", ("x",))),),)), "link leads to https"),
        (_deep(9), "deep"),
        (_deep_words(9), "deep"),
    ],
)
def test_faults_are_refused_without_words(block: Block, fault: str) -> None:
    with pytest.raises(DocumentFaultError, match=fault) as caught:
        checking.check(_with(block))
    assert "opening, block 1" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_sections_too_deep_and_an_empty_title_are_refused() -> None:
    section = Section(("h",))
    for _ in range(checking.SECTION_DEPTH_MAX):
        section = Section(("h",), sections=(section,))
    with pytest.raises(DocumentFaultError, match="deep"):
        checking.check(replace(_with(), sections=(section,)))
    with pytest.raises(DocumentFaultError, match="title"):
        checking.check(replace(_with(), title=" "))


def test_sizes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "BLOCKS_MAX", 3)
    with pytest.raises(DocumentFaultError, match="print it in parts"):
        checking.check(_with(*(paragraph("x"),) * 4))
    monkeypatch.setattr(checking, "CELLS_MAX", 3)
    with pytest.raises(DocumentFaultError, match="cells"):
        checking.check(_with(TABLE))
