"""Contents as a document of `printing`, in a language, for a reader: words kept from them are replaced by a note."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from gatehouse.assessment.confidentiality.paragraphs import paragraphs
from gatehouse.assessment.confidentiality.redaction import Shown, joined
from gatehouse.assessment.reports.contents import WORDS, Contents, Grid, Part, Plot, Sentence, every_part
from gatehouse.assessment.reports.in_languages import foreign, translation_in, written_in
from gatehouse.assessment.reports.plots import day_in_words, in_words, svg
from gatehouse.assessment.reports.saying import say, sentences
from gatehouse.printing.document import (
    Block,
    Column,
    Document,
    Figure,
    Footnote,
    InLanguage,
    Inline,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
    paragraph,
)

Reads = Callable[[str, str], tuple[Shown, ...]]
"""From the piece and its text to what the reader has of it."""
SOURCES_SHOWN = 12
OWN_WORDS = ("duty", "owner", "indicator")
"""Values of sentences that are words in a language, and no codes or numbers."""
OWN_COLUMNS = ("col.programme", "col.reason")
"""Columns whose cells are such words."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PLACE = re.compile("\x00(\\w+)\x00")


@dataclass(frozen=True, slots=True)
class Style:
    """In which language, with which names, and how a reader reads pieces."""

    language: str
    names: dict[str, str]
    reads: Reads
    fictitious: bool = False
    adopted_by: tuple[str, ...] = ()


def document(contents: Contents, style: Style) -> Document:
    """The document. The same contents, language and reader give the same one."""
    title = title_of(contents, style.language, style.names)
    dated = _cell(contents.dated, style)
    issued = say(style.language, "issued", {"dated": dated, "sha256": contents.sha256[:16]})
    opening: tuple[Block, ...] = (paragraph(issued), *_adopted(contents, style))
    if style.fictitious:
        opening += (paragraph(say(style.language, "fictitious")),)
    sections = tuple(_section(part, style) for part in contents.parts)
    return Document(
        title=title,
        language=cast("Literal['en', 'fr', 'es', 'ru', 'zh', 'ar']", style.language),
        dated=dt.date.fromisoformat(contents.dated),
        opening=opening,
        sections=(*sections, _annex(contents, style)),
        contents=len(sections) > 3,
        numbered=True,
    )


def _adopted(contents: Contents, style: Style) -> tuple[Block, ...]:
    """The two who adopted it; of a joint report, that they signed it, or that both have not yet."""
    is_joint = contents.kind == "joint"
    if len(style.adopted_by) != 2:
        return (paragraph(say(style.language, "unsigned")),) if is_joint else ()
    first, second = (_cell(one, style) for one in style.adopted_by)
    key = "signed" if is_joint else "adopted-by"
    return (paragraph(say(style.language, key, {"first": first, "second": second})),)


def title_of(contents: Contents, language: str, names: Mapping[str, str]) -> str:
    """What a report is called in a language, with the names of `names.names`."""
    about = {"state": names.get(contents.state or "", contents.state), "cycle": contents.cycle}
    return say(language, f"title.{contents.kind}", about)


def heading_of(part: Part, language: str, names: Mapping[str, str]) -> str:
    """The heading of a part in a language."""
    values = {name: _known(value, language, names) for name, value in part.values.items()}
    return _begun(say(language, part.heading, values))


def _section(part: Part, style: Style) -> Section:
    blocks: list[Block] = []
    for sentence in part.sentences:
        blocks += _sentence(sentence, style)
    blocks += [_figure(plot, style) for plot in part.plots if plot.rows]
    blocks += [_table(grid, style) for grid in part.grids if grid.rows]
    if not blocks and not part.parts:
        blocks.append(paragraph(say(style.language, "none")))
    heading = heading_of(part, style.language, style.names)
    return Section((heading,), tuple(blocks), tuple(_section(one, style) for one in part.parts))


def _sentence(sentence: Sentence, style: Style) -> list[Block]:
    note = Footnote((_cited(sentence.sources, style),))
    if sentence.key != WORDS:
        return [Paragraph((*_said(sentence, style), note))]
    quoted = _quoted(sentence, style)
    if not quoted:
        return []
    last: tuple[Inline, ...] = (*quoted[-1].words, note)
    return [Quote((*quoted[:-1], Paragraph(last)))]


def _said(sentence: Sentence, style: Style) -> tuple[Inline, ...]:
    """A sentence of the table. Words in it that are in another language are set as such, and it is said after them."""
    values = _named(style, sentence.values)
    own = {
        name: translation_in(sentence, style.language, name) or str(values[name])
        for name in OWN_WORDS
        if name in values
    }
    apart = {name: found for name, text in own.items() if (found := foreign(text, style.language))}
    said = say(style.language, sentence.key, values | own | {name: f"\x00{name}\x00" for name in apart})
    # Every second piece is the name of a value.
    pieces = _PLACE.split(_begun(said))
    told: tuple[Inline, ...] = tuple(
        InLanguage(apart[piece], (own[piece],)) if place % 2 else piece for place, piece in enumerate(pieces) if piece
    )
    return (*told, *_untranslated(style)) if apart else told


def _untranslated(style: Style) -> tuple[Inline, ...]:
    return (" ", Strong((say(style.language, "untranslated"),)))


def _quoted(sentence: Sentence, style: Style) -> list[Paragraph]:
    """Own words in paragraphs: their approved translation, or as they were written, which is said where that is in
    another language. Marks fit no translation, so that whoever does not have all of the words has them as written.
    """
    text, kept_note = str(sentence.values["text"]), say(style.language, "kept")
    shown = style.reads(str(sentence.values["piece"]), text)
    translation = translation_in(sentence, style.language)
    if translation and all(one.text is not None for one in shown):
        return [Paragraph((one,)) for one in paragraphs(translation)]
    language = written_in(text)
    is_foreign = language != style.language
    told = [one for one in joined(shown, kept_note).split("\n\n") if one]
    found = [Paragraph((InLanguage(language, (one,)) if is_foreign and one != kept_note else one,)) for one in told]
    if is_foreign and any(one != kept_note for one in told):
        found.insert(0, Paragraph((Strong((say(style.language, "untranslated"),)),)))
    return found


def _table(grid: Grid, style: Style) -> Table:
    columns = tuple(
        Column((_heading(one, style),), numbers=place > 0 and _is_number(grid, place))
        for place, one in enumerate(grid.columns)
    )
    rows = tuple(
        tuple(_own(_cell(cell, style), name, style) for cell, name in zip(row, grid.columns, strict=True))
        for row in grid.rows
    )
    caption = _heading(grid.caption, style)
    is_apart = any(isinstance(one, InLanguage) for row in rows for cell in row for one in cell)
    remark = (_cited(grid.sources, style), *(_untranslated(style) if is_apart else ()))
    return Table((caption,), columns, rows, row_headings=True, remark=remark)


def _own(text: str, column: str, style: Style) -> tuple[Inline, ...]:
    """A cell; somebody's words in another language are set as such."""
    language = foreign(text, style.language) if column in OWN_COLUMNS else None
    return (InLanguage(language, (text,)),) if language else (text,)


def _figure(plot: Plot, style: Style) -> Figure:
    is_apart = any(foreign(str(row.get("what", "")), style.language) for row in plot.rows)
    caption = (say(style.language, plot.caption), *(_untranslated(style) if is_apart else ()))
    return Figure(svg(plot, style.language), in_words(plot, style.language), caption)


def _annex(contents: Contents, style: Style) -> Section:
    """Every source, and how often something stands on it."""
    cited = Counter(
        source
        for part in every_part(contents.parts)
        for stated in (part.sentences, part.grids, part.plots)
        for one in stated
        for source in one.sources
    )
    rows = tuple(((source,), (str(count),)) for source, count in sorted(cited.items(), key=_by_number))
    columns = (Column((say(style.language, "col.source"),)), Column((say(style.language, "col.cited"),), numbers=True))
    table = Table((say(style.language, "annex.caption"),), columns, rows, row_headings=True)
    return Section((say(style.language, "annex"),), (table,) if rows else (paragraph(say(style.language, "none")),))


def _by_number(cited: tuple[str, int]) -> tuple[str, int, str]:
    """Sources of a kind in the order of their numbers; obligations have none, and stand by their codes."""
    kind, _, name = cited[0].partition(":")
    return kind, int(name) if name.isdecimal() else 0, name


def _cited(sources: tuple[str, ...], style: Style) -> str:
    more = f" (+{len(sources) - SOURCES_SHOWN})" if len(sources) > SOURCES_SHOWN else ""
    return say(style.language, "sources", {"sources": ", ".join(sources[:SOURCES_SHOWN]) + more})


def _heading(text: str, style: Style) -> str:
    """A key of the table, with a value after a bar (`survey.caption|2396-2`), or words as they are."""
    key, bar, value = text.partition("|")
    if bar:
        return say(style.language, key, {"code": value})
    return say(style.language, key) if key in sentences() else _cell(key, style)


def _named(style: Style, values: Mapping[str, object]) -> dict[str, object]:
    return {name: _cell(value, style) if isinstance(value, str) else value for name, value in values.items()}


def _begun(text: str) -> str:
    """A sentence or heading that begins with a word of a list begins with a capital letter all the same."""
    return f"{text[:1].upper()}{text[1:]}"


def _cell(value: object, style: Style) -> str:
    return _known(value, style.language, style.names)


def _known(value: object, language: str, names: Mapping[str, str]) -> str:
    if value is None:
        return say(language, "withheld")
    return day_in_words(str(value), language) if _DAY.fullmatch(str(value)) else names.get(str(value), str(value))


def _is_number(grid: Grid, place: int) -> bool:
    return all(isinstance(row[place], int | float | type(None)) for row in grid.rows)
