"""`gatehouse texts`: what a resolution says, paragraph by paragraph, and how two of them differ."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from gatehouse.assessment.obligations.texts import TextError
from gatehouse.assessment.obligations.texts.paragraph import OPERATIVE, PREAMBULAR, Finding, Paragraph, ResolutionText
from gatehouse.assessment.obligations.texts.reading import read_text
from gatehouse.cli.console import OUT, Opened, Refused, for_each, opened, plain, refused, write_json

app = typer.Typer(help="Resolutions: what a text obliges to, and what changed between two.", no_args_is_help=True)
STYLES = {"error": "bold red", "warning": "yellow", "info": "dim"}
SHOWN_CHARS = 60


@app.command()
def read(
    files: Annotated[list[Path], typer.Argument(help="Texts of resolutions (UTF-8, Chinese or English); - for stdin.")],
    json: Annotated[bool, typer.Option("--json", help="JSON, one object a line for each file.")] = False,
    xml: Annotated[bool, typer.Option("--xml", help="Akoma Ntoso 3.0, of one file.")] = False,
) -> None:
    """Read the text of a resolution: its paragraphs, who shall do what, with how much force, by when.

    Sections, footnotes, clauses, cited resolutions and symbols too, and findings for what is unsure. The JSON form is a
    contract: docs/contracts/texts.md. A draft is called one. What is no resolution is refused with the reason (exit
    status 2), and the other files are read.

    Example: gatehouse texts read resolution.txt --json
    """
    if json and xml:
        raise Refused("--json and --xml exclude each other; choose one")
    if xml and len(files) != 1:
        raise Refused("--xml writes one document; name one file")
    for_each(files, _write_json if json else _write_xml if xml else _show, TextError)


@app.command()
def compare(
    before: Annotated[Path, typer.Argument(help="The earlier text.")],
    after: Annotated[Path, typer.Argument(help="The later text, in the same language.")],
    json: Annotated[bool, typer.Option("--json", help="JSON, one object.")] = False,
    words: Annotated[bool, typer.Option("--words/--no-words", help="Show which words changed.")] = True,
) -> None:
    """Compare the operative paragraphs of two texts: carried, amended, split, merged, new, lapsed.

    Similarity is the share of equal characters. What a change means in law is for people to say.

    Example: gatehouse texts compare review-2014.txt review-2016.txt
    """
    from gatehouse.assessment.obligations.texts.comparison import compared
    from gatehouse.cli.texts_compared import show_comparison, write_comparison

    earlier, later = _read(before), _read(after)
    if earlier.language != later.language:
        raise Refused(f"{after}: is in another language than {before}; compare texts of one language")
    found = compared(earlier, later)
    if json:
        write_comparison(found)
    else:
        show_comparison(found, words)


def _read(path: Path) -> ResolutionText:
    with opened(path) as file:
        try:
            return read_text(file.stream)
        except TextError as fault:
            raise refused(path, fault) from fault


def _write_json(file: Opened) -> None:
    from gatehouse.assessment.obligations.texts.text_json import to_json

    write_json(to_json(read_text(file.stream)))


def _write_xml(file: Opened) -> None:
    from gatehouse.assessment.obligations.texts.akoma import to_akoma

    sys.stdout.buffer.write(to_akoma(read_text(file.stream)))


def _show(file: Opened) -> None:
    text = read_text(file.stream)
    OUT.print(f"[bold]{plain(file.name)}[/] {plain(_heading(text))}")
    counts = {kind: len(text.of_kind(kind)) for kind in (PREAMBULAR, OPERATIVE)}
    OUT.print(f"  {counts[PREAMBULAR]} preambular and {counts[OPERATIVE]} operative paragraphs; {_forces(text)}")
    OUT.print(_table(text.of_kind(OPERATIVE)))
    for finding in text.findings:
        OUT.print(f"  [{STYLES[finding.severity]}]{finding.severity}[/] {_told(finding)}")


def _heading(text: ResolutionText) -> str:
    named = " ".join(part for part in (text.symbol, text.title) if part) or "no title"
    chapter = ", under Chapter VII" if text.chapter_vii else ""
    return f"{named} ({'a draft' if text.status == 'draft' else text.status}{chapter})"


def _forces(text: ResolutionText) -> str:
    clauses = Counter(str(clause.force) for paragraph in text.of_kind(OPERATIVE) for clause in paragraph.clauses)
    return ", ".join(f"{count} {force}" for force, count in clauses.most_common()) or "no clauses"


def _table(paragraphs: list[Paragraph]) -> Table:
    table = Table("#", "section", "force", "verb", "who", "by when", "text", box=None)
    for paragraph in paragraphs:
        cells = (
            str(paragraph.number),
            (paragraph.section or "")[:20],
            paragraph.force or "?",
            paragraph.verb or "?",
            ", ".join(who.name for who in paragraph.addressees[:3]),
            ", ".join(dict.fromkeys(d.value or d.text for d in paragraph.deadlines)),
            paragraph.text[:SHOWN_CHARS],
        )
        table.add_row(*(plain(cell) for cell in cells))
    return table


def _told(finding: Finding) -> str:
    place = finding.paragraph or (f"line {finding.line}" if finding.line else "")
    return plain(f"{place}: {finding.code}: {finding.text}" if place else f"{finding.code}: {finding.text}")
