"""A file → `ResolutionText`: the whole journey of reading, in one place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import BinaryIO

from gatehouse.assessment.obligations.texts import checks
from gatehouse.assessment.obligations.texts.citations import (
    citations_in,
    distinct,
    own_paragraphs,
    symbols_in,
    with_years,
    years_stated,
)
from gatehouse.assessment.obligations.texts.clauses import clauses_of
from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTE, FOOTNOTES_MAX, cleaned, footnote_number, shadow
from gatehouse.assessment.obligations.texts.dates import dates_in
from gatehouse.assessment.obligations.texts.deadlines import deadlines_in
from gatehouse.assessment.obligations.texts.decoding import decoded
from gatehouse.assessment.obligations.texts.errors import TextError
from gatehouse.assessment.obligations.texts.footnotes import without_footnotes
from gatehouse.assessment.obligations.texts.front import front_of, is_heading, is_statement, is_symbol
from gatehouse.assessment.obligations.texts.joining import joined
from gatehouse.assessment.obligations.texts.line import LINES_MAX, Line, lines_of
from gatehouse.assessment.obligations.texts.noise import without_noise
from gatehouse.assessment.obligations.texts.paragraph import (
    OPERATIVE,
    PREAMBULAR,
    Footnote,
    Paragraph,
    ResolutionText,
)
from gatehouse.assessment.obligations.texts.running_titles import without_running_titles
from gatehouse.assessment.obligations.texts.segmenting import Part, Parts, segmented
from gatehouse.assessment.obligations.texts.starred import without_starred
from gatehouse.assessment.obligations.texts.verbs import leading

PARAGRAPH_CHARS_MAX = 60_000
"""Longer runs without an end are a book."""
FRONT_LINES_MAX = 40
"""What kind of document it is stands so near its beginning."""
VERBS_SHARE_MIN = 0.6
"""Of numbered paragraphs so many begin with a verb where no organ speaks, half as many where one does."""
_CHAPTER_VII = re.compile(r"第\s?七\s?章|Chapter\s+VII\b", re.IGNORECASE)
_NUMERAL = re.compile(r"(?:[A-Z]|[IVX]{1,5}|[一二三四五六七八九十]{1,3})\s*[.、]?")
_ACTING = re.compile(r"采取行动|Acting\b", re.IGNORECASE)


def read_text(stream: BinaryIO) -> ResolutionText:
    """Read a resolution. Raises `TextError` for a file that is no text or not that of a resolution."""
    file = decoded(stream)
    text = read_string(file.text)
    if file.encoding == "utf-8" or file.encoding.startswith("utf-16"):
        return text
    return replace(text, findings=(*text.findings, checks.finding("encoding-guessed")))


def read_string(characters: str) -> ResolutionText:
    """Read a resolution from its characters. Raises `TextError` when they are not those of a resolution."""
    raw = lines_of(cleaned(characters))
    if len(raw) > LINES_MAX:
        raise TextError(f"has more than {LINES_MAX:,} lines, which no resolution has")
    if any(is_statement(line) for line in raw[:FRONT_LINES_MAX]):
        raise TextError("is a statement of the President, not the text of a resolution; it obliges nobody")
    starred = without_starred(without_noise(without_running_titles(raw)))
    taken = without_footnotes(starred.lines)
    parts = segmented(taken.lines)
    _refuse_others(parts)
    return _whole(raw, parts, starred.bodies | taken.bodies)


def _refuse_others(parts: Parts) -> None:
    """A resolution has an organ that speaks and demands something; a text with neither sign is another kind."""
    if not parts.operative:
        raise TextError(
            "is not the text of a resolution: no operative paragraph (a number, then a verb such as `decides`)"
        )
    if parts.organ is None and not parts.preambular and len(parts.operative) < 2:
        raise TextError("is not the text of a resolution: no organ speaks in it and nothing but one sentence demands")
    if parts.organ is None and parts.preambular and not _recalls(parts) and not any(map(is_heading, parts.before)):
        raise TextError("is not the text of a resolution: no organ speaks in it and nothing is recalled or recognized")
    known = [part for part in parts.operative if leading(_beginning(part), parts.layout.language)]
    if len(known) < (VERBS_SHARE_MIN if parts.organ is None else VERBS_SHARE_MIN / 2) * len(parts.operative):
        raise TextError("is not the text of a resolution: most of what is numbered in it begins with no verb")
    longest = max(sum(len(line.text) for line in part.lines) for part in (*parts.preambular, *parts.operative))
    if longest > PARAGRAPH_CHARS_MAX:
        raise TextError(
            f"is not the text of a resolution: one paragraph has more than {PARAGRAPH_CHARS_MAX:,} characters"
        )


def _recalls(parts: Parts) -> bool:
    language = parts.layout.language
    return any(leading(_beginning(part), language, is_preamble=True) for part in parts.preambular)


def _beginning(part: Part) -> str:
    return shadow(" ".join(line.text for line in part.lines[:2])).lstrip()


def _whole(raw: list[Line], parts: Parts, bodies: dict[int, str]) -> ResolutionText:
    language = parts.layout.language
    first = (parts.preambular or parts.operative)[0].lines[0].number
    heads = [line for line in raw if line.number < first]
    heads += [line for line in parts.before if line.number == first]
    heads += [line for line in raw if line.number > first and is_symbol(line)]
    front = front_of(parts.before, heads, parts.after, language, parts.organ)
    preambular = [_paragraph(PREAMBULAR, part, parts, bodies) for part in parts.preambular]
    acts_from = min((p.line for p in preambular if _is_chapter_vii(p.text)), default=None)
    read = [_paragraph(OPERATIVE, part, parts, bodies) for part in parts.operative]
    operative = [_demanding(paragraph, language, _binds(paragraph, acts_from)) for paragraph in read]
    paragraphs = _dated([*preambular, *operative])
    text = ResolutionText(
        front.title, front.symbol, front.status, parts.organ, language, acts_from is not None, tuple(paragraphs), ()
    )
    return replace(text, findings=tuple(checks.findings_of(text, parts.faults, bodies)))


def _binds(paragraph: Paragraph, acts_from: int | None) -> bool:
    """Whether Chapter VII is in force for a paragraph: from where it is invoked on, or where it does so itself."""
    return (acts_from is not None and paragraph.line > acts_from) or _is_chapter_vii(paragraph.text)


def _is_chapter_vii(text: str) -> bool:
    """Whether a preambular paragraph says that the resolution acts under Chapter VII, and not merely names it."""
    return bool(_CHAPTER_VII.search(shadow(text)) and _ACTING.search(shadow(text)))


def _paragraph(kind: str, part: Part, parts: Parts, bodies: dict[int, str]) -> Paragraph:
    layout = parts.layout
    marked = joined([line.text for line in part.lines], layout.spaced)
    text, notes = _noted(marked, bodies)
    shade = shadow(text)
    verb = leading(shade, layout.language, is_preamble=kind == PREAMBULAR)
    return Paragraph(
        kind=kind,
        number=part.number,
        text=text,
        line=part.lines[0].number,
        section=_section(part.section, layout.spaced),
        footnotes=notes,
        verb=verb.form if verb else None,
        act=verb.act if verb else None,
        force=verb.force if verb else None,
        cites=tuple(citations_in(shade, layout.language, parts.organ)),
        dates=tuple(dates_in(shade, layout.language)),
        deadlines=tuple(deadlines_in(shade, text, layout.language)) if kind == PREAMBULAR else (),
        symbols=tuple(symbols_in(shade)),
        refers_to=tuple(own_paragraphs(shade, layout.language)),
    )


def _section(lines: Sequence[str], spaced: bool) -> str | None:
    """The heading; the letter or numeral that stands alone over it keeps a space behind it."""
    parts: list[str] = []
    for text in lines:
        if parts and not _NUMERAL.fullmatch(parts[-1]):
            parts[-1] = joined([parts[-1], text], spaced) if not _NUMERAL.fullmatch(text) else parts[-1]
            if _NUMERAL.fullmatch(text):
                parts.append(text)
        else:
            parts.append(text)
    return " ".join(parts) or None


def _noted(marked: str, bodies: dict[int, str]) -> tuple[str, tuple[Footnote, ...]]:
    """The text without the marks of footnotes, and the footnotes with the places of their marks."""
    text, notes = "", []
    for piece in re.split(f"({FOOTNOTE.pattern})", marked):
        if FOOTNOTE.fullmatch(piece):
            number = footnote_number(piece)
            shown = number if number <= FOOTNOTES_MAX else None
            notes.append(Footnote(shown, bodies.get(number, ""), len(text)))
        else:
            text += piece.lstrip() if notes and text.endswith(" ") else piece
    return text.strip(), tuple(notes)


def _demanding(paragraph: Paragraph, language: str, chapter_vii: bool) -> Paragraph:
    clauses = clauses_of(paragraph.text, shadow(paragraph.text), language, chapter_vii)
    addressees = dict.fromkeys(who for clause in clauses for who in clause.addressees)
    deadlines = [deadline for clause in clauses for deadline in clause.deadlines]
    return replace(
        paragraph,
        force=str(clauses[0].force) if clauses else None,
        addressees=tuple(addressees),
        deadlines=tuple(deadlines),
        clauses=tuple(clauses),
    )


def _dated(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs with years for the resolutions that the text elsewhere cites with one."""
    stated = years_stated(citation for paragraph in paragraphs for citation in paragraph.cites)
    known = {key: min(years) for key, years in stated.items() if len(years) == 1}
    return [replace(paragraph, cites=tuple(distinct(with_years(paragraph.cites, known)))) for paragraph in paragraphs]
