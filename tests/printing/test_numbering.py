"""Numbers and references, set once for every format."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gatehouse.printing.document import Document, Footnote, Reference, Section, Strong, paragraph
from gatehouse.printing.errors import DocumentFaultError
from gatehouse.printing.numbering import numbered, plain
from printing.papers import FIGURE, TABLE, whole


def test_tables_figures_sections_and_footnotes_are_numbered_in_reading_order() -> None:
    document = numbered(whole())
    first, last = document.sections
    assert [first.label, first.sections[0].label, last.label] == ["1", "1.1", "2"]
    assert (first.blocks[3].label, first.blocks[4].label) == ("Table 1", "Figure 1")  # type: ignore[union-attr]
    pointing = last.blocks[1]
    assert plain(pointing.words) == "Table 1; Figure 1; section 1"  # type: ignore[union-attr]
    assert document.opening[0].words[-1] == Footnote(("At the foot.",), "1")  # type: ignore[union-attr]
    assert first.blocks[3].rows[1][1][1].label == "2"  # type: ignore[union-attr]


def test_equal_tables_get_numbers_of_their_own() -> None:
    twice = Document("t", "en", date(2026, 1, 1), opening=(replace(TABLE, anchor=""),) * 2)
    assert [b.label for b in numbered(twice).opening] == ["Table 1", "Table 2"]  # type: ignore[union-attr]


def test_a_reference_says_the_heading_where_sections_have_no_numbers() -> None:
    section = Section(("What we ", Strong(("hold",))), (paragraph(Reference("held")),), anchor="held")
    document = numbered(Document("t", "en", date(2026, 1, 1), sections=(section,)))
    assert document.sections[0].blocks[0].words[0].label == "What we hold"  # type: ignore[union-attr]


def test_a_reference_to_nothing_and_two_of_one_name_are_refused() -> None:
    nowhere = Document("t", "en", date(2026, 1, 1), opening=(paragraph(Reference("nowhere")),))
    with pytest.raises(DocumentFaultError, match="nowhere"):
        numbered(nowhere)
    twice = Document("t", "en", date(2026, 1, 1), opening=(TABLE, replace(FIGURE, anchor="counts")))
    with pytest.raises(DocumentFaultError, match="another name"):
        numbered(twice)
