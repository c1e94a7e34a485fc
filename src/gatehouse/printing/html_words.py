"""Words within a line as HTML. Every text is escaped; links were checked before and carry no opener."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from gatehouse.printing.document import (
    Code,
    Emphasis,
    Footnote,
    InLanguage,
    Inline,
    Inlines,
    Link,
    Reference,
    Strong,
)
from gatehouse.printing.words import runs_from_the_right


@dataclass(slots=True)
class Notes:
    """The footnotes called so far: number and HTML."""

    rows: list[tuple[str, str]] = field(default_factory=list)


def anchor_id(anchor: str) -> str:
    """The id of what has this anchor; set apart from ids that the page itself uses."""
    return f"at-{anchor}"


def inlines_html(inlines: Inlines, notes: Notes | None) -> str:
    """HTML of these words. Footnotes are added to `notes`; with None they are left out (in a table of contents)."""
    return "".join(_inline(i, notes) for i in inlines)


def _inline(inline: Inline, notes: Notes | None) -> str:
    match inline:
        case str():
            return escape(inline)
        case Strong(inside):
            return f"<strong>{inlines_html(inside, notes)}</strong>"
        case Emphasis(inside):
            return f"<em>{inlines_html(inside, notes)}</em>"
        case Code(text):
            return f'<code dir="ltr">{escape(text)}</code>'
        case InLanguage(language, inside):
            direction = "rtl" if runs_from_the_right(language) else "ltr"
            return f'<bdi lang="{escape(language)}" dir="{direction}">{inlines_html(inside, notes)}</bdi>'
        case Link() | Reference():
            return _link(inline, notes)
        case Footnote(inside, label):
            return "" if notes is None else _footnote(inside, label, notes)


def _link(inline: Link | Reference, notes: Notes | None) -> str:
    if isinstance(inline, Reference):
        words, address = escape(inline.label), f"#{anchor_id(inline.anchor)}"
    else:
        words, address = inlines_html(inline.words, notes), inline.address
    return words if notes is None else f'<a href="{escape(address)}" rel="noreferrer">{words}</a>'


def _footnote(inside: Inlines, label: str, notes: Notes) -> str:
    place = len(notes.rows)
    notes.rows.insert(place, (label, ""))
    notes.rows[place] = (label, inlines_html(inside, notes))
    return f'<sup><a id="call-{label}" href="#note-{label}">{label}</a></sup>'
