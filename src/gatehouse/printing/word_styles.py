"""How a DOCX looks: the template's own styles dressed in our fonts and colours, and direction set in the styles."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from gatehouse.printing.fonts import ARABIC, CHINESE, LATIN
from gatehouse.printing.word_xml import element

TEXT_WIDTH_MM = 162
INK, QUIET, ACCENT, TINT, RULE = "1B2733", "5A6875", "174A7C", "F3F6F9", "C8D0D8"
_LOCALES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "zh": "zh-CN", "ar": "ar-SA"}
_DRESSED = (
    "Normal 10 INK | Title 20 INK | Subtitle 12 QUIET | Heading 1 13.5 ACCENT | Heading 2 11.5 ACCENT"
    " | Heading 3 10.5 INK | Heading 4 10 QUIET | Caption 9 INK | Quote 10 INK | Header 8.5 INK | Footer 8.5 QUIET"
    " | List Bullet 10 INK | List Number 10 INK | TOC Heading 13.5 ACCENT"
)
"""Styles of the template: name, size in points, colour."""
_OWN = "Quiet 9 QUIET | Addressee 10 INK | Remark 8.5 QUIET | Note 10 INK | Term 10 INK | Contents Entry 10 INK"
"""Styles that the template lacks."""
_COLOURS = {"INK": INK, "QUIET": QUIET, "ACCENT": ACCENT}


def dress(word: WordDocument, language: str, right: bool) -> None:
    """Sets fonts, sizes, colours, language and direction of every style that `word_blocks` uses."""
    for name, _, _ in (own := _rows(f"{_OWN} | Footnote Text 8.5 INK")):
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
    for name, size, colour in (*_rows(_DRESSED), *own):
        _dress(word.styles[name], size, colour, right)
    word.styles["Normal"].paragraph_format.space_after = Pt(6)
    word.styles["Addressee"].paragraph_format.space_after = Pt(0)
    word.styles["Footnote Text"].paragraph_format.space_after = Pt(1)
    for name in ("Heading 1", "Heading 2", "Heading 3", "Heading 4"):
        word.styles[name].paragraph_format.space_after = Pt(3)
    entry = word.styles["Contents Entry"].paragraph_format
    entry.space_after = Pt(2)
    entry.tab_stops.add_tab_stop(Mm(TEXT_WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    _one_tab(word.styles["Footer"])
    word.styles["Term"].font.bold = True
    word.styles["Term"].paragraph_format.keep_with_next = True
    word.styles["Caption"].font.bold = False
    word.styles["Caption"].paragraph_format.keep_with_next = False
    word.styles["Quote"].font.italic = False
    word.styles["Subtitle"].font.italic = False
    _language(word, language)
    if right:
        word.sections[0]._sectPr.append(element("w:bidi"))


def _one_tab(style: ParagraphStyle) -> None:
    """One stop, at the right edge of the text, in place of the template's, which are of another page."""
    for old in style.element.pPr.findall(qn("w:tabs")):
        style.element.pPr.remove(old)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)


def _rows(text: str) -> list[tuple[str, float, str]]:
    rows = [row.rsplit(" ", 2) for row in text.split(" | ")]
    return [(name, float(size), _COLOURS[colour]) for name, size, colour in rows]


def _dress(style: ParagraphStyle, size: float, colour: str, right: bool) -> None:
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, element("w:rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=CHINESE, cs=ARABIC))
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    properties.append(element("w:szCs", val=str(round(size * 2))))
    if right:
        style.element.get_or_add_pPr().append(element("w:bidi"))
        properties.append(element("w:rtl"))


def _language(word: WordDocument, language: str) -> None:
    locale = _LOCALES[language]
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    east, far = (locale if language == "zh" else "zh-CN"), (locale if language == "ar" else "ar-SA")
    defaults.append(element("w:lang", val=locale, eastAsia=east, bidi=far))
