"""A document as PDF by typst: tagged (PDF/UA-1), fonts inside, the same bytes for the same values."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from functools import cache
from importlib import resources

import typst

from gatehouse.printing.checking import check
from gatehouse.printing.document import Document
from gatehouse.printing.errors import PrintingError
from gatehouse.printing.fonts import fonts
from gatehouse.printing.numbering import numbered
from gatehouse.printing.typst_form import form

STANDARD: typst.PDFStandard = "ua-1"


def pdf(document: Document) -> bytes:
    """The file. Raises `DocumentFaultError` as `checking.check` does, and `PrintingError` for what typst cannot set."""
    return b"".join(_set(document, "pdf"))


def pages(document: Document, dots_per_inch: float = 110) -> list[bytes]:
    """The pages as PNG pictures, for looking at."""
    return _set(document, "png", dots_per_inch)


@cache
def _template() -> bytes:
    return (resources.files("gatehouse.printing") / "page.typ").read_bytes()


def _set(document: Document, kind: typst.OutputFormat, dots_per_inch: float | None = None) -> list[bytes]:
    check(document)
    data = json.dumps(form(numbered(document)), ensure_ascii=False)
    compiler = typst.Compiler(_template(), font_paths=fonts(), ignore_system_fonts=True, sys_inputs={"document": data})
    at = datetime.combine(document.dated, time(), UTC)
    standards = [STANDARD] if kind == "pdf" else []
    try:
        made = compiler.compile(format=kind, ppi=dots_per_inch, pdf_standards=standards, timestamp=at)
    except typst.TypstError as fault:
        # The first line is typst's own words; what follows could quote the document.
        raise PrintingError(f"the pages could not be set: {str(fault.message).splitlines()[0][:200]}") from None
    return made if isinstance(made, list) else [made or b""]
