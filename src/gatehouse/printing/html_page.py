"""A document as one HTML page: whole in itself (style and drawings inside), without script, to be read, heard and
printed.

A policy in its head forbids whatever this module does not write: no script, no address is fetched. Every text goes
through `html.escape`. Landmarks, one h1, headings in order, captions, header cells with their scope, text
alternatives, languages.
"""

from __future__ import annotations

from functools import cache
from html import escape
from importlib import resources

from gatehouse.printing.checking import check
from gatehouse.printing.document import Document, Section
from gatehouse.printing.html_blocks import blocks_html
from gatehouse.printing.html_words import Notes, anchor_id, inlines_html
from gatehouse.printing.numbering import numbered
from gatehouse.printing.words import runs_from_the_right, words, written

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""What the page may do in a browser, as a Content-Security-Policy."""


def html(document: Document) -> str:
    """The page. Raises `DocumentFaultError` as `checking.check` and `numbering.numbered` do."""
    check(document)
    document = numbered(document)
    notes = Notes()
    main = blocks_html(document.opening, notes) + _sections(document, notes)
    parts = [_head(document), "<body>", _classification(document), "<header>", *_header(document), "</header>"]
    parts += [_contents(document), "<main>", main, "</main>", _notes(notes, words(document.language))]
    return "\n".join(p for p in (*parts, _classification(document), "</body>", "</html>") if p) + "\n"


@cache
def _style() -> str:
    return (resources.files("gatehouse.printing") / "page.css").read_text(encoding="utf-8")


def _head(document: Document) -> str:
    direction = "rtl" if runs_from_the_right(document.language) else "ltr"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}" dir="{direction}">\n'
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="dcterms.date" content="{document.dated.isoformat()}">\n'
        f"<title>{escape(document.title)}</title>\n<style>\n{_style()}</style>\n</head>"
    )


def _classification(document: Document) -> str:
    return f'<p class="classification">{escape(document.classification)}</p>' if document.classification else ""


def _header(document: Document) -> list[str]:
    said = words(document.language)
    parts = [f'<p class="issuer">{escape(document.issuer)}</p>'] if document.issuer else []
    if document.addressee:
        parts.append(f'<address class="addressee">{"<br>".join(map(escape, document.addressee))}</address>')
    parts.append(f"<h1>{escape(document.title)}</h1>")
    if document.subtitle:
        parts.append(f'<p class="subtitle">{escape(document.subtitle)}</p>')
    day = f'<time datetime="{document.dated.isoformat()}">{escape(written(document.dated, document.language))}</time>'
    marks = f"<span>{escape(said['date'])}: {day}</span>"
    if document.reference:
        marks = f"<span>{escape(said['reference'])}: <bdi>{escape(document.reference)}</bdi></span>" + marks
    return [*parts, f'<p class="marks">{marks}</p>']


def _sections(document: Document, notes: Notes) -> str:
    return "\n".join(_section(s, (i,), notes) for i, s in enumerate(document.sections, 1))


def _section(section: Section, at: tuple[int, ...], notes: Notes) -> str:
    level, name = len(at) + 1, _name(section, at)
    heading = f"<h{level}>{_number(section)}{inlines_html(section.heading, notes)}</h{level}>"
    below = [_section(s, (*at, i), notes) for i, s in enumerate(section.sections, 1)]
    inside = [heading, blocks_html(section.blocks, notes), *below]
    return f'<section id="{name}">\n' + "\n".join(p for p in inside if p) + "\n</section>"


def _name(section: Section, at: tuple[int, ...]) -> str:
    return anchor_id(section.anchor) if section.anchor else "s-" + "-".join(map(str, at))


def _number(section: Section) -> str:
    return f'<span class="number">{escape(section.label)}</span>' if section.label else ""


def _contents(document: Document) -> str:
    if not document.contents:
        return ""
    title = escape(words(document.language)["contents"])
    entries = _entries(document.sections, ())
    return f'<nav class="contents" aria-labelledby="contents"><h2 id="contents">{title}</h2>{entries}</nav>'


def _entries(sections: tuple[Section, ...], at: tuple[int, ...]) -> str:
    if not sections:
        return ""
    rows = []
    for number, section in enumerate(sections, 1):
        here = (*at, number)
        heading = _number(section) + inlines_html(section.heading, None)
        rows.append(f'<li><a href="#{_name(section, here)}">{heading}</a>{_entries(section.sections, here)}</li>')
    return f"<ol>{''.join(rows)}</ol>"


def _notes(notes: Notes, said: dict[str, str]) -> str:
    if not notes.rows:
        return ""
    title, back = escape(said["notes"]), escape(said["back"])
    rows = [
        f'<li id="note-{label}">{text} <a href="#call-{label}" aria-label="{back} {label}">↩</a></li>'
        for label, text in notes.rows
    ]
    return f'<aside class="notes" aria-labelledby="notes"><h2 id="notes">{title}</h2><ol>{"".join(rows)}</ol></aside>'
