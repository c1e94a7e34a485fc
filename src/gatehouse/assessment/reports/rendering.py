"""A frozen report for a reader: HTML, DOCX or PDF, in a language, without what is kept from them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from gatehouse.assessment.acting import acting, may_see
from gatehouse.assessment.confidentiality.marks import kept
from gatehouse.assessment.confidentiality.reading import let_out
from gatehouse.assessment.confidentiality.redaction import WHOLE, Shown, redacted
from gatehouse.assessment.reports.contents import WORDS, Contents, Part, contents_from, every_part
from gatehouse.assessment.reports.errors import ReportError
from gatehouse.assessment.reports.freezing import subject_of
from gatehouse.assessment.reports.layout import Style, document
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.reports.names import names
from gatehouse.printing.document import Document
from gatehouse.printing.html_page import html
from gatehouse.printing.pdf_file import pdf
from gatehouse.printing.word_file import docx
from gatehouse.safeguards.decision import Actor, KeptTo
from gatehouse.terms.saying import Saying

FORMATS: dict[str, Callable[[Document], bytes]] = {
    "html": lambda made: html(made).encode(),
    "docx": docx,
    "pdf": pdf,
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file, what it is called, and whether the reader has all of it."""

    name: str
    content: bytes
    whole: bool


People = Callable[[Iterable[str]], Mapping[str, str]]
"""From references of people to what the reader calls them."""


def unnamed(references: Iterable[str]) -> Mapping[str, str]:
    """Nobody is called by a name."""
    return {one: one for one in references}


def rendered(actor: Actor, report: FrozenReport, language: str, format_: str, people: People = unnamed) -> Rendered:
    """The report for this reader, who calls `people` by these names.

    Raises `NotAllowedError` for who may not have it at all, and `LeakError` where something kept from them stands in
    it all the same: nothing goes out then.
    """
    if format_ not in FORMATS:
        raise ReportError(Saying("a report is one of %(choices)s", choices=", ".join(FORMATS)))
    with acting(actor, "material.exported", subject_of(report)):
        made, whole = document_for(actor, report, language, people)
        content = FORMATS[format_](made)
    state = f"-{report.state.code}" if report.state else ""
    return Rendered(f"{report.kind}{state}-{report.pk}-{language}.{format_}", content, whole)


def document_for(actor: Actor, report: FrozenReport, language: str, people: People = unnamed) -> tuple[Document, bool]:
    """The document as this reader has it, after the last look for what is kept from them; whether it is whole."""
    subject = subject_of(report)
    contents = contents_from(report.contents)
    if contents.sha256 != report.sha256:
        raise ReportError(Saying("the frozen contents were changed; restore them from a backup"))
    contents = _with_kinds(contents)
    marks = kept({f"report:{report.pk}", *_pieces(contents)})
    allowed = {circle: may_see(actor, replace(subject, kept_to=circle)) for circle in (None, *KeptTo)}
    left_out: list[bool] = []

    def reads(piece: str, text: str) -> tuple[Shown, ...]:
        of_piece = {**marks.get(f"report:{report.pk}", {}), **marks.get(piece, {})}
        shown = redacted(text, of_piece, lambda circle: allowed[circle])
        left_out.append(any(one.text is None for one in shown))
        return shown

    told = _without_whole(contents, {piece for piece, of in marks.items() if not allowed[of.get(WHOLE)]})
    fictitious = report.state is not None and report.state.fictitious
    called = names(language) | dict(people({*_people(contents), *report.adopted_by}))
    made = document(told, Style(language, called, reads, fictitious, tuple(report.adopted_by)))
    let_out(actor, html(made), subject)
    return made, told == contents and not any(left_out)


def _with_kinds(contents: Contents) -> Contents:
    """Contents that were frozen when needs and projects shared the reference `assistance:N`, with the kinds of today:
    a report on a State tells of needs, one over several of projects.
    """
    kind = "need" if contents.state else "project"
    text = json.dumps(contents.as_json(), ensure_ascii=False)
    if '"assistance:' not in text:
        return contents
    return contents_from(json.loads(re.sub(r'"assistance:(\d+)"', rf'"{kind}:\1"', text)))


def _people(contents: Contents) -> set[str]:
    parts = every_part(contents.parts)
    return {str(one.values["who"]) for part in parts for one in part.sentences if "who" in one.values}


def _pieces(contents: Contents) -> set[str]:
    return {source for part in every_part(contents.parts) for one in part.sentences for source in one.sources} | {
        str(one.values["piece"]) for part in every_part(contents.parts) for one in part.sentences if one.key == WORDS
    }


def _without_whole(contents: Contents, pieces: set[str]) -> Contents:
    """The contents without whatever stands on a piece that is kept from the reader as a whole: the note stays."""
    if not pieces:
        return contents
    return replace(contents, parts=tuple(_cleared(part, pieces) for part in contents.parts))


def _cleared(part: Part, pieces: set[str]) -> Part:
    """Sentences, rows and drawings that stand on such a piece are taken out; own words are left to the note."""
    return replace(
        part,
        sentences=tuple(one for one in part.sentences if one.key == WORDS or not pieces & set(one.sources)),
        grids=tuple(one for one in part.grids if not pieces & set(one.sources)),
        plots=tuple(one for one in part.plots if not pieces & set(one.sources)),
        parts=tuple(_cleared(one, pieces) for one in part.parts),
    )
