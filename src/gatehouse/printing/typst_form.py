"""A document as the plain data that `page.typ` reads. Text stays a JSON string all the way, so that it cannot be
markup.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from gatehouse.printing.document import (
    Block,
    Blocks,
    Code,
    Definitions,
    Document,
    Emphasis,
    Figure,
    Footnote,
    InLanguage,
    Inline,
    Inlines,
    Items,
    Link,
    Note,
    Paragraph,
    Quote,
    Reference,
    Section,
    Strong,
    Table,
)
from gatehouse.printing.drawing import with_text_drawn
from gatehouse.printing.words import runs_from_the_right, words, written

Form: TypeAlias = dict[str, Any]
_REGION = {"zh": "cn"}


def form(document: Document) -> Form:
    """The data of a numbered document."""
    said = words(document.language)
    apart = isolated if runs_from_the_right(document.language) else str
    marks = [f"{said['date']}: {written(document.dated, document.language)}"]
    if document.reference:
        marks.insert(0, f"{said['reference']}: {apart(document.reference)}")
    texts = {n: getattr(document, n) for n in ("title", "subtitle", "issuer", "classification", "language", "contents")}
    return {
        **texts,
        "region": _REGION.get(document.language),
        "day": {"year": document.dated.year, "month": document.dated.month, "day": document.dated.day},
        "addressee": [apart(line) for line in document.addressee],
        "marks": marks,
        "foot": " · ".join(part for part in (document.reference, document.title) if part),
        "page": said["page"],
        "contents-title": said["contents"],
        "opening": _blocks(document.opening),
        "sections": [_section(s) for s in document.sections],
    }


def isolated(text: str) -> str:
    """Text that keeps its own direction within a line of another (U+2068, UAX 9)."""
    return f"\u2068{text}\u2069"


def _section(section: Section) -> Form:
    return {
        "heading": _inlines(section.heading),
        "label": section.label,
        "anchor": section.anchor,
        "blocks": _blocks(section.blocks),
        "sections": [_section(s) for s in section.sections],
    }


def _blocks(blocks: Blocks) -> list[Form]:
    return [_block(b) for b in blocks]


def _block(block: Block) -> Form:
    match block:
        case Paragraph(inside):
            return {"is": "paragraph", "words": _inlines(inside)}
        case Items(items, ordered):
            return {"is": "items", "ordered": ordered, "items": [_blocks(i) for i in items]}
        case Definitions(pairs):
            return {"is": "definitions", "pairs": [{"term": _inlines(t), "said": _blocks(s)} for t, s in pairs]}
        case Quote(inside, source):
            return {"is": "quote", "blocks": _blocks(inside), "source": _inlines(source)}
        case Note(inside):
            return {"is": "note", "blocks": _blocks(inside)}
        case Table():
            return _table(block)
        case Figure():
            texts = {n: getattr(block, n) for n in ("alternative", "width", "anchor", "label")}
            return {"is": "figure", "caption": _inlines(block.caption), "svg": with_text_drawn(block.svg), **texts}


def _table(table: Table) -> Form:
    return {
        "is": "table",
        "label": table.label,
        "anchor": table.anchor,
        "caption": _inlines(table.caption),
        "heads": table.row_headings,
        "columns": [
            {"heading": _inlines(c.heading), "numbers": c.numbers, "share": float(c.share)} for c in table.columns
        ],
        "rows": [[_inlines(cell) for cell in row] for row in table.rows],
        "remark": _inlines(table.remark),
    }


def _inlines(inlines: Inlines) -> list[str | Form]:
    return [_inline(i) for i in inlines]


def _inline(inline: Inline) -> str | Form:
    match inline:
        case str():
            return inline
        case Strong(inside):
            return {"is": "strong", "words": _inlines(inside)}
        case Emphasis(inside):
            return {"is": "emphasis", "words": _inlines(inside)}
        case Code(text):
            return {"is": "code", "text": text}
        case InLanguage(language, inside):
            first, right = language.split("-")[0].lower(), runs_from_the_right(language)
            return {
                "is": "language",
                "language": first,
                "right": right,
                "words": _inlines(inside),
            }
        case Link(address, inside):
            return {"is": "link", "address": address, "words": _inlines(inside)}
        case Reference(anchor, label):
            return {"is": "reference", "anchor": anchor, "label": label}
        case Footnote(inside, _):
            return {"is": "footnote", "words": _inlines(inside)}
