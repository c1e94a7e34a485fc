"""The PDF is read back: words, language, tags, fonts, bytes."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from gatehouse.printing.document import Document, paragraph
from gatehouse.printing.errors import PrintingError
from gatehouse.printing.pdf_file import pages, pdf
from printing.papers import FIGURE, HOSTILE, SENTENCES, whole


def _read(document: Document) -> PdfReader:
    return PdfReader(io.BytesIO(pdf(document)))


def _text(reader: PdfReader) -> str:
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in reader.pages))


@pytest.mark.parametrize("language", [x for x in SENTENCES if x != "ar"])
def test_the_words_are_there_and_the_language_is_said(language: str) -> None:
    reader = _read(whole(language))
    assert SENTENCES[language].replace(" ", "") in _text(reader)
    assert str(reader.root_object["/Lang"]).startswith(language)
    assert reader.metadata is not None
    assert reader.metadata.title == whole(language).title
    assert reader.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]


def test_arabic_is_there_letter_by_letter() -> None:
    reader = _read(whole("ar"))
    assert sorted("الصفحة") == sorted(set("الصفحة") & set(_text(reader))) or set("الصفحة") <= set(_text(reader))
    assert str(reader.root_object["/Lang"]).startswith("ar")


def _walk(node: Any) -> list[tuple[str, Any]]:
    node = node.get_object()
    if isinstance(node, list):
        return [pair for child in node for pair in _walk(child)]
    if not isinstance(node, dict):
        return []
    below = _walk(node["/K"]) if "/K" in node else []
    return [(str(node["/S"]), node), *below] if "/S" in node else below


def test_the_structure_is_tagged() -> None:
    tree = _walk(_read(whole()).root_object["/StructTreeRoot"])
    kinds = [kind for kind, _ in tree]
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/Figure", "/Caption", "/Note", "/TOC"} <= set(kinds)
    assert "A blue box beside the number 42" in [node.get("/Alt") for kind, node in tree if kind == "/Figure"]


def test_fonts_are_inside() -> None:
    fonts: dict[str, bool] = {}
    for page in _read(whole("zh")).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            [below] = font.get_object()["/DescendantFonts"]
            about = below.get_object()["/FontDescriptor"].get_object()
            fonts[str(about["/FontName"])] = bool({"/FontFile2", "/FontFile3"} & set(about))
    assert any("NotoSansSC" in name for name in fonts)
    assert all(fonts.values())


def test_no_input_becomes_markup() -> None:
    assert HOSTILE.replace(" ", "") in _text(_read(whole()))
    hostile = replace(whole(), title=HOSTILE, subtitle=HOSTILE, issuer=HOSTILE, reference=HOSTILE)
    assert HOSTILE.replace(" ", "") in _text(_read(hostile))


def test_the_same_values_give_the_same_bytes_and_the_date_is_the_given_one() -> None:
    assert pdf(whole()) == pdf(whole())
    later = _read(replace(whole(), dated=date(2027, 1, 2)))
    assert later.metadata is not None
    assert later.metadata.creation_date is not None
    assert later.metadata.creation_date.date() == date(2027, 1, 2)


def test_a_drawing_that_cannot_be_set_is_told_without_the_words_of_the_document() -> None:
    broken = replace(FIGURE, svg='<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>')
    document = Document("Secret name", "en", date(2026, 1, 1), opening=(broken, paragraph("secret")))
    with pytest.raises(PrintingError) as caught:
        pdf(document)
    assert "ecret" not in str(caught.value)


def test_pages_are_pictures() -> None:
    made = pages(whole(), 40)
    assert len(made) == len(_read(whole()).pages)
    assert all(page.startswith(b"\x89PNG") for page in made)
