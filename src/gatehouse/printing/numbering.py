"""Numbers of sections, tables, figures and footnotes, set once for all formats, and references that say them.

One walk in reading order finds the labels of all anchors, a second one sets them. On the way every text becomes
printable.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

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
from gatehouse.printing.errors import DocumentFaultError
from gatehouse.printing.printable import printable
from gatehouse.printing.words import words


def numbered(document: Document) -> Document:
    """The document with every label set and every text printable.

    Raises `DocumentFaultError` for an anchor that two things have, or a reference to none.
    """
    first = _Walk(words(document.language), document.numbered)
    first.document(document)
    second = _Walk(words(document.language), document.numbered, known=first.anchors)
    return second.document(document)


@dataclass(slots=True)
class _Walk:
    """One walk through a document. With `known` labels, references are looked up there."""

    words: dict[str, str]
    sections_numbered: bool
    known: dict[str, str] | None = None
    anchors: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=lambda: {"table": 0, "figure": 0, "footnote": 0})

    def document(self, document: Document) -> Document:
        return replace(
            document,
            title=printable(document.title),
            subtitle=printable(document.subtitle),
            issuer=printable(document.issuer),
            reference=printable(document.reference),
            classification=printable(document.classification),
            addressee=tuple(map(printable, document.addressee)),
            opening=self.blocks(document.opening),
            sections=tuple(self.section(s, (i,)) for i, s in enumerate(document.sections, 1)),
        )

    def section(self, section: Section, at: tuple[int, ...]) -> Section:
        number = ".".join(map(str, at))
        heading = self.inlines(section.heading)
        said = self.words["section"].format(number=number) if self.sections_numbered else plain(heading)
        self._anchor(section.anchor, said)
        return replace(
            section,
            heading=heading,
            label=number if self.sections_numbered else "",
            blocks=self.blocks(section.blocks),
            sections=tuple(self.section(s, (*at, i)) for i, s in enumerate(section.sections, 1)),
        )

    def blocks(self, blocks: Blocks) -> Blocks:
        return tuple(self.block(b) for b in blocks)

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph(inside):
                return Paragraph(self.inlines(inside))
            case Items(items, ordered):
                return Items(tuple(self.blocks(item) for item in items), ordered)
            case Definitions(pairs):
                return Definitions(tuple((self.inlines(term), self.blocks(said)) for term, said in pairs))
            case Quote(inside, source):
                return Quote(self.blocks(inside), self.inlines(source))
            case Note(inside):
                return Note(self.blocks(inside))
            case Table():
                return self.table(block)
            case Figure():
                label = self._counted("figure", block.anchor)
                alternative = printable(block.alternative)
                return replace(block, alternative=alternative, caption=self.inlines(block.caption), label=label)

    def table(self, table: Table) -> Table:
        return replace(
            table,
            label=self._counted("table", table.anchor),
            caption=self.inlines(table.caption),
            columns=tuple(replace(c, heading=self.inlines(c.heading)) for c in table.columns),
            rows=tuple(tuple(self.inlines(cell) for cell in row) for row in table.rows),
            remark=self.inlines(table.remark),
        )

    def inlines(self, inlines: Inlines) -> Inlines:
        return tuple(self.inline(i) for i in inlines)

    def inline(self, inline: Inline) -> Inline:
        match inline:
            case str():
                return printable(inline)
            case Code(text):
                return Code(printable(text))
            case Strong(inside) | Emphasis(inside):
                return type(inline)(self.inlines(inside))
            case InLanguage(language, inside):
                return InLanguage(language, self.inlines(inside))
            case Link(address, inside):
                return Link(address, self.inlines(inside))
            case Reference(anchor):
                return Reference(anchor, self._said(anchor))
            case Footnote(inside):
                self.counts["footnote"] += 1
                return Footnote(self.inlines(inside), str(self.counts["footnote"]))

    def _counted(self, kind: str, anchor: str) -> str:
        self.counts[kind] += 1
        label = self.words[kind].format(number=self.counts[kind])
        self._anchor(anchor, label)
        return label

    def _anchor(self, anchor: str, said: str) -> None:
        if anchor and anchor in self.anchors:
            raise DocumentFaultError("anchor", f"two things are called {anchor!r}; give one another name")
        if anchor:
            self.anchors[anchor] = said

    def _said(self, anchor: str) -> str:
        if self.known is None:
            return ""
        if anchor not in self.known:
            raise DocumentFaultError("reference", f"leads to {anchor!r}, which nothing in the document is called")
        return self.known[anchor]


def plain(inlines: Inlines) -> str:
    """The words alone, without footnotes: for a title, an outline, a text alternative."""
    parts = []
    for inline in inlines:
        match inline:
            case str():
                parts.append(inline)
            case Code(text):
                parts.append(text)
            case Reference():
                parts.append(inline.label)
            case Strong(inside) | Emphasis(inside) | InLanguage(_, inside) | Link(_, inside):
                parts.append(plain(inside))
            case Footnote():
                pass
    return "".join(parts)
