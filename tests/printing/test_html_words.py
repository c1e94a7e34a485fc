"""Words within a line as HTML."""

from __future__ import annotations

from gatehouse.printing.document import Emphasis, Footnote, InLanguage, Link, Reference, Strong
from gatehouse.printing.html_words import Notes, inlines_html


def test_each_kind_has_its_element() -> None:
    words = (Strong(("a",)), Emphasis(("b",)), InLanguage("ar", ("c",)), Link("https://e.org/?a=1&b", ("d",)))
    assert inlines_html(words, Notes()) == (
        '<strong>a</strong><em>b</em><bdi lang="ar" dir="rtl">c</bdi>'
        '<a href="https://e.org/?a=1&amp;b" rel="noreferrer">d</a>'
    )


def test_footnotes_are_gathered_in_the_order_of_their_calls() -> None:
    notes = Notes()
    inner = Footnote(("inner",), "2")
    inlines_html((Footnote(("outer", inner), "1"), Footnote(("last",), "3")), notes)
    assert [label for label, _ in notes.rows] == ["1", "2", "3"]


def test_without_notes_there_are_neither_links_nor_footnotes() -> None:
    words = ("a", Footnote(("x",), "1"), Reference("t", "Table 1"))
    assert inlines_html(words, None) == "aTable 1"
