"""Every style that is used is dressed, in our fonts."""

from __future__ import annotations

import docx as word_processing
from docx.oxml.ns import qn

from gatehouse.printing.word_styles import dress


def test_fonts_of_three_scripts_and_the_language_are_set() -> None:
    word = word_processing.Document()
    dress(word, "zh", right=False)
    fonts = word.styles["Heading 1"].element.rPr.find(qn("w:rFonts"))
    assert [fonts.get(qn(f"w:{n}")) for n in ("ascii", "eastAsia", "cs")] == [
        "Noto Sans",
        "Noto Sans SC",
        "Noto Sans Arabic",
    ]
    [language] = word.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "zh-CN"
