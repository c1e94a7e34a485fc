"""Reads the OFAC list's CSV set: the main file, and beside it those of alternate names, addresses and remarks.

The files have no header; `-0-` stands for nothing; a control-Z ends them. `sdn.csv` has its companions in `alt.csv`,
`add.csv` and `sdn_comments.csv` (`cons_prim.csv` likewise in `cons_alt.csv` …); any prefix to the names is kept
(`x_sdn.csv`, `x_alt.csv`). A companion that is absent is a finding, because aliases or remarks are then missing.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from gatehouse.screening.watchlists.csv_rows import CUT_REMEDY, Row, rows
from gatehouse.screening.watchlists.draft import EntryDraft
from gatehouse.screening.watchlists.list_reading import Item, Mark, Skipped
from gatehouse.screening.watchlists.ofac_programmes import legal_basis
from gatehouse.screening.watchlists.ofac_remarks import ofac_name, read_remarks
from gatehouse.screening.watchlists.source import Source
from gatehouse.terms.entry import NameQuality
from gatehouse.terms.finding import error, warning

LIST_NAME = "OFAC-SDN"
NON_SDN_LIST_NAME = "OFAC-CONS"
MAIN_CELLS, ALIAS_CELLS, ADDRESS_CELLS = 12, 5, 6
COMPANIONS = {"sdn": {"alt": "alt", "add": "add", "comments": "sdn_comments"}}
COMPANIONS["prim"] = {"alt": "alt", "add": "add", "comments": "comments"}
NOTHING = "-0-"

Companion = dict[str, list[Row]]


def looks_like_it(source: Source, first_line: str) -> bool:
    """Whether a first line is a row of the main file; refuses one of a companion, which is no list by itself."""
    cells = next(csv.reader([first_line]), [])
    if not cells or not cells[0].strip().isdigit():
        return False
    if len(cells) in (ALIAS_CELLS, ADDRESS_CELLS) and cells[1].strip().isdigit():
        cause = "alternate names or addresses of an OFAC list, without its main file"
        raise source.refuse("line 1", cause, "give sdn.csv; its companions are found beside it")
    return len(cells) == MAIN_CELLS


def list_name(name: str) -> str:
    """`OFAC-CONS` for a file that calls itself consolidated (`cons_prim.csv`, `consolidated.xml`), else `OFAC-SDN`."""
    return NON_SDN_LIST_NAME if "cons" in Path(name).stem.lower() else LIST_NAME


def read(source: Source) -> Iterator[Item]:
    """The entries of the main file in order, each with what the companions add."""
    companions: dict[str, Companion] = {}
    for kind in ("alt", "add", "comments"):
        path = _companion_path(source, kind)
        companions[kind] = _companion(path) if path and path.exists() else {}
        if not path or not path.exists():
            yield warning("ofac-companion-absent", None, f"no {kind} file beside the main one; what it says is missing")
    for ordinal, row in enumerate(main_rows(source), 1):
        if isinstance(row, Skipped):
            yield row
        elif row.cells[2].lower() != "individual":
            yield Mark.NOT_A_PERSON
        else:
            yield from _draft(row, ordinal, list_name(source.name), companions).finish()


def main_rows(source: Source) -> Iterator[Row | Skipped]:
    """Rows of twelve cells; another width is skipped, and refused at the end of the file, which is then cut."""
    short: Row | None = None
    for ordinal, row in enumerate(rows(source, ","), 1):
        if short:
            yield Skipped(error("row-of-wrong-width", ordinal - 1, f"{len(short.cells)} cells, not {MAIN_CELLS}"))
        short = row if len(row.cells) != MAIN_CELLS else None
        if not short:
            yield Row(row.line, tuple("" if cell == NOTHING else cell for cell in row.cells))
    if short:
        raise source.refuse(f"line {short.line}", "the last row is not complete", CUT_REMEDY)


def _companion_path(source: Source, kind: str) -> Path | None:
    if source.path is None:
        return None
    for main, names in COMPANIONS.items():
        front, found, back = source.path.stem.lower().rpartition(main)
        if found:
            same_case = source.path.stem[: len(front)]
            return source.path.with_name(f"{same_case}{names[kind]}{back}{source.path.suffix}")
    return None


def _companion(path: Path) -> Companion:
    table: Companion = defaultdict(list)
    with path.open("rb") as stream:
        for row in rows(Source(str(path), stream, path), ","):
            table[row.cells[0]].append(Row(row.line, tuple("" if cell == NOTHING else cell for cell in row.cells)))
    return table


def _draft(row: Row, ordinal: int, name: str, companions: dict[str, Companion]) -> EntryDraft:
    identifier, printed, _, programmes, title, *_, remarks = row.cells
    draft = EntryDraft(name, ordinal, identifier)
    draft.source_reference = identifier or None
    if printed:
        draft.names.append(ofac_name(printed, NameQuality.PRIMARY))
    for alias in companions["alt"].get(identifier, []):
        if len(alias.cells) >= ALIAS_CELLS and alias.cells[3]:
            draft.names.append(ofac_name(alias.cells[3], NameQuality.STRONG))
    for address in companions["add"].get(identifier, []):
        if place := ", ".join(filter(None, address.cells[2:])):
            draft.contacts.append(place)
    draft.programmes.extend(part.strip() for part in programmes.split("] [") if part.strip())
    draft.legal_bases.extend(filter(None, map(legal_basis, draft.programmes)))
    draft.remark("Title", title)
    # Remarks longer than the main file's column go on, in the middle of a word, in the comments file.
    read_remarks(draft, remarks + "".join(part.cells[1] for part in companions["comments"].get(identifier, [])))
    return draft
