"""A document as frozen values: what stands in it, never how it looks.

    Document(
        title="Answer to your request",
        language="en",
        dated=date(2026, 11, 30),
        opening=(paragraph("Your request of ", Strong("1 November"), " was examined."),),
        sections=(Section("What we hold", (Table(...), Figure(...))),),
    )

Numbers of sections, tables, figures and footnotes are not written by hand: `numbering.numbered` sets every `label`,
so that all formats agree and a `Reference` to an anchor says the right one. A label that a caller sets is
overwritten.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Language = Literal["en", "fr", "es", "ru", "zh", "ar"]
"""The languages that documents can be in."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that weigh more; printed bold."""

    words: Inlines


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are stressed, or a title quoted; printed italic (in Chinese and Arabic, which have none,
    underlined).
    """

    words: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    """Characters to be read one by one: a command, a hash, a number of a document."""

    text: str


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Words of another language than the document's, so that they are spoken and set as that language is."""

    language: str
    words: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address. Only https, http and mailto; any other is refused."""

    address: str
    words: Inlines


@dataclass(frozen=True, slots=True)
class Reference:
    """ "Table 2", "section 3.1": leads to what has this anchor, in this document; to a missing one is a fault."""

    anchor: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A remark at the foot of the page (in HTML at the end), called by a number."""

    words: Inlines
    label: str = ""


Inline: TypeAlias = "str | Strong | Emphasis | Code | InLanguage | Link | Reference | Footnote"
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences."""

    words: Inlines


@dataclass(frozen=True, slots=True)
class Items:
    """A list; ordered ones are counted from 1. Each item is blocks, so that lists can lie in lists."""

    items: tuple[Blocks, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms, each with what is said of it."""

    pairs: tuple[tuple[Inlines, Blocks], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody else, with their source."""

    blocks: Blocks
    source: Inlines = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A box that stands out of the text: what must not be missed."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether it holds numbers (set against the far edge), and its share of the width."""

    heading: Inlines
    numbers: bool = False
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, with a caption above. With `row_headings` the first cell of each row names the row."""

    caption: Inlines
    columns: tuple[Column, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    row_headings: bool = False
    remark: Inlines = ()
    anchor: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing (SVG without script or links), with what it shows in words for whoever does not see it."""

    svg: str
    alternative: str
    caption: Inlines
    width: float = 1.0
    """Share of the width of the text, over 0 and up to 1."""
    anchor: str = ""
    label: str = ""


Block: TypeAlias = "Paragraph | Items | Definitions | Quote | Note | Table | Figure"
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; sections lie in sections, four deep at most."""

    heading: Inlines
    blocks: Blocks = ()
    sections: tuple[Section, ...] = ()
    anchor: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A letter or a report. `opening` stands before the first section; the rest is the furniture of its pages."""

    title: str
    language: Language
    dated: date
    opening: Blocks = ()
    sections: tuple[Section, ...] = ()
    subtitle: str = ""
    issuer: str = ""
    addressee: tuple[str, ...] = ()
    reference: str = ""
    classification: str = ""
    """The line at the head and foot of every page."""
    contents: bool = False
    """Whether a table of contents stands before the text."""
    numbered: bool = False
    """Whether sections are numbered."""


def paragraph(*words: Inline) -> Paragraph:
    """A paragraph of these words."""
    return Paragraph(words)


def bullets(*items: str | Inlines) -> Items:
    """A list that is not ordered, one paragraph to an item."""
    return Items(tuple((Paragraph((item,) if isinstance(item, str) else item),) for item in items))


def steps(*items: str | Inlines) -> Items:
    """An ordered list, one paragraph to an item."""
    return Items(bullets(*items).items, ordered=True)
