"""Properties stand in the order of the schema: a word processor may refuse a file otherwise."""

from __future__ import annotations

import docx as word_processing

from gatehouse.printing.word_xml import bookmark, element, field, put_in_order


def test_children_are_sorted_as_the_schema_has_them() -> None:
    properties = element("w:pPr")
    for tag in ("w:jc", "w:unknown", "w:bidi", "w:pStyle"):
        properties.append(element(tag))
    root = element("w:p")
    root.append(properties)
    put_in_order(root)
    assert [child.tag.partition("}")[2] for child in properties] == ["pStyle", "bidi", "jc", "unknown"]


def test_fields_and_bookmarks_enclose_what_they_should() -> None:
    paragraph = word_processing.Document().add_paragraph("x", style="Normal")
    bookmark(paragraph, "at_x", 3)
    field(paragraph, "PAGE")
    tags = [child.tag.partition("}")[2] for child in paragraph._p]
    assert tags == ["pPr", "bookmarkStart", "r", "bookmarkEnd", *["r"] * 5]
