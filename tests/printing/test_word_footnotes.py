"""The part of footnotes appears only when there is one."""

from __future__ import annotations

import docx as word_processing

from gatehouse.printing.word_footnotes import Footnotes
from gatehouse.printing.word_styles import dress


def test_a_part_only_for_notes() -> None:
    word = word_processing.Document()
    dress(word, "en", right=False)
    notes = Footnotes(word)
    notes.attach()
    assert "footnotes" not in {r.reltype.rpartition("/")[2] for r in word.part.rels.values()}
    written = notes.call(word.add_paragraph("x"), "1")
    written.add_run("said")
    notes.attach()
    assert "footnotes" in {r.reltype.rpartition("/")[2] for r in word.part.rels.values()}
