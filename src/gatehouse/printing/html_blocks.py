"""Blocks as HTML: paragraphs, lists, definitions, tables with header cells, figures with text alternatives."""

from __future__ import annotations

import base64
from html import escape

from gatehouse.printing.document import (
    Block,
    Blocks,
    Column,
    Definitions,
    Figure,
    Inlines,
    Items,
    Note,
    Paragraph,
    Quote,
    Table,
)
from gatehouse.printing.html_words import Notes, anchor_id, inlines_html


def blocks_html(blocks: Blocks, notes: Notes) -> str:
    """HTML of these blocks, one after the other; their footnotes are added to `notes`."""
    return "\n".join(_block(b, notes) for b in blocks)


def _block(block: Block, notes: Notes) -> str:
    match block:
        case Paragraph(inside):
            return f"<p>{inlines_html(inside, notes)}</p>"
        case Items(items, ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>" + "".join(f"<li>{blocks_html(item, notes)}</li>" for item in items) + f"</{tag}>"
        case Definitions(pairs):
            rows = [f"<dt>{inlines_html(t, notes)}</dt><dd>{blocks_html(s, notes)}</dd>" for t, s in pairs]
            return f"<dl>{''.join(rows)}</dl>"
        case Quote(inside, source):
            foot = f"<footer>{inlines_html(source, notes)}</footer>" if source else ""
            return f"<blockquote>{blocks_html(inside, notes)}{foot}</blockquote>"
        case Note(inside):
            return f'<div class="note" role="note">{blocks_html(inside, notes)}</div>'
        case Table():
            return _table(block, notes)
        case Figure():
            return _figure(block, notes)


def _table(table: Table, notes: Notes) -> str:
    caption = f"<caption><b>{escape(table.label)}</b>{inlines_html(table.caption, notes)}</caption>"
    head = "".join(f'<th scope="col"{_align(c)}>{inlines_html(c.heading, notes)}</th>' for c in table.columns)
    rows = "\n".join(_row(table, row, notes) for row in table.rows)
    remark = f'<p class="remark">{inlines_html(table.remark, notes)}</p>' if table.remark else ""
    inside = f"<table>{caption}<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>{remark}"
    return f'<div class="table"{_id(table.anchor)}>{inside}</div>'


def _row(table: Table, row: tuple[Inlines, ...], notes: Notes) -> str:
    cells = []
    for number, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
        heads = table.row_headings and number == 0
        opening, closing = ('th scope="row"', "th") if heads else ("td", "td")
        cells.append(f"<{opening}{_align(column)}>{inlines_html(cell, notes)}</{closing}>")
    return f"<tr>{''.join(cells)}</tr>"


def _align(column: Column) -> str:
    return ' class="digits"' if column.numbers else ""


def _id(anchor: str) -> str:
    return f' id="{anchor_id(anchor)}"' if anchor else ""


def _figure(figure: Figure, notes: Notes) -> str:
    image = f'<img src="{_picture(figure.svg)}" alt="{escape(figure.alternative)}" style="width:{figure.width:.0%}">'
    caption = f"<b>{escape(figure.label)}</b>{inlines_html(figure.caption, notes)}"
    return f"<figure{_id(figure.anchor)}>{image}<figcaption>{caption}</figcaption></figure>"


def _picture(svg: str) -> str:
    """A drawing as the address of an image: inside `img` no script of it could run, and its names meet no others."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode("ascii")
