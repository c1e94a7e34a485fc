"""The list formats this room reads, and how the start of a file gives each away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from gatehouse.screening.watchlists import (
    eu_csv,
    eu_xml,
    follow_the_money,
    ofac_advanced,
    ofac_csv,
    ofac_xml,
    own_csv,
    uk_csv,
    uk_xml,
    un_xml,
)
from gatehouse.screening.watchlists.list_reading import Item
from gatehouse.screening.watchlists.own_csv_form import column_names
from gatehouse.screening.watchlists.source import BOM, Source


class Format(NamedTuple):
    """A format: its name in readings, and its reader."""

    name: str
    read: Callable[[Source], Iterator[Item]]


UN_XML = Format("un-xml", un_xml.read)
OFAC_XML = Format("ofac-sdn-xml", ofac_xml.read)
EU_XML = Format("eu-xml", eu_xml.read)
OFAC_ADVANCED = Format("ofac-advanced-xml", ofac_advanced.read)
OFAC_CSV = Format("ofac-sdn-csv", ofac_csv.read)
EU_CSV = Format("eu-csv", eu_csv.read)
UK_CSV = Format("uk-csv", uk_csv.read)
UK_XML = Format("uk-sanctions-list-xml", uk_xml.read_sanctions_list)
UK_CONSOLIDATED_XML = Format("uk-consolidated-xml", uk_xml.read_consolidated)
FTM = Format("ftm-json-lines", follow_the_money.read)
OWN_CSV = Format("gatehouse-csv", own_csv.read)

XML_ROOTS = {
    "CONSOLIDATED_LIST": UN_XML,
    "sdnList": OFAC_XML,
    "Sanctions": OFAC_ADVANCED,
    "export": EU_XML,
    "Designations": UK_XML,
    "ArrayOfFinancialSanctionsTarget": UK_CONSOLIDATED_XML,
}
CSV_MARKS = {
    "Entity_LogicalId": EU_CSV,
    "NameAlias_WholeName": EU_CSV,
    "Name 6": UK_CSV,
    "Unique ID": UK_CSV,
}
"""A column that only one publisher has, and whose file it shows."""

OTHER_KINDS = (
    (b"\x1f\x8b", "compressed with gzip", "unpack it first"),
    (b"PK\x03\x04", "a zip archive or a spreadsheet", "unpack it, or save the sheet as CSV"),
    (b"%PDF", "a PDF", "fetch the list as XML or CSV"),
    (b"\xff\xfe", "UTF-16", "convert it to UTF-8"),
    (b"\xfe\xff", "UTF-16", "convert it to UTF-8"),
)
HEADER_LINES_MAX = 5
"""Publishers put a date or two above the header, never more lines than this."""

KNOWN = "give a UN, OFAC, EU or UK list, FollowTheMoney JSON lines, or our own CSV (docs/lists.md)"

_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_ASIDE = re.compile(r"<\?.*?\?>|<!--.*?-->", re.DOTALL)


def recognise(source: Source, head: bytes) -> Format:
    """The format of a file from its first bytes. Refuses what is empty, binary, packed, or of no known format."""
    for magic, kind, remedy in OTHER_KINDS:
        if head.startswith(magic):
            raise source.refuse("byte 0", f"the file is {kind}", remedy)
    text = head.removeprefix(BOM).decode("utf-8", errors="replace").strip()
    if not text:
        raise source.refuse("byte 0", "the file is empty", "fetch it again")
    if "\x00" in text:
        raise source.refuse(f"byte {head.index(0)}", "binary data", KNOWN)
    if text.startswith("<"):
        return _of_xml(source, text)
    if text.startswith("{"):
        return FTM
    if text.startswith("["):
        raise source.refuse("byte 0", "one JSON array", "give JSON lines: one object on each line")
    return _of_csv(source, text)


def _of_xml(source: Source, text: str) -> Format:
    text = _ASIDE.sub("", text)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        cause = "the XML declares a document type, which lists do not need and attacks use"
        raise source.refuse("prologue", cause, "fetch the list from its publisher")
    root = _ROOT.search(text)
    if not root or root[1] not in XML_ROOTS:
        raise source.refuse("root element", "XML of no known list format", KNOWN)
    return XML_ROOTS[root[1]]


def _of_csv(source: Source, text: str) -> Format:
    lines = text.splitlines()[:HEADER_LINES_MAX]
    for line in lines:
        cells = {cell.strip().strip('"') for cell in re.split("[,;]", line)}
        for mark, chosen in CSV_MARKS.items():
            if mark in cells:
                return chosen
    first = {cell.strip().strip('"').lower() for cell in lines[0].split(",")}
    if first & column_names().keys():
        return OWN_CSV
    if ofac_csv.looks_like_it(source, lines[0]):
        return OFAC_CSV
    raise source.refuse("line 1", "no known list format, or a CSV file without its header", KNOWN)
