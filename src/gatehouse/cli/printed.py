"""A document written to a file: its ending says as what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gatehouse.cli.console import Refused

if TYPE_CHECKING:
    from gatehouse.printing.document import Document

ENDINGS = (".pdf", ".html", ".docx")
MODE = 0o600
"""Letters are for their addressee."""


def check_endings(paths: list[Path]) -> None:
    """Refuse, before anything is done, a file of an ending that is not printed, or one that is there already."""
    for path in paths:
        if path.suffix not in ENDINGS:
            raise Refused(f"{path}: not printed as {path.suffix or 'nothing'}; end the name with {', '.join(ENDINGS)}")
        if path.exists():
            raise Refused(f"{path}: is there already; name another file")


def print_to(document: Document, path: Path) -> None:
    """Write the document as the ending says; readable by nobody but the user."""
    # Imported here: the libraries that print take a moment to load.
    if path.suffix == ".pdf":
        from gatehouse.printing.pdf_file import pdf

        content = pdf(document)
    elif path.suffix == ".docx":
        from gatehouse.printing.word_file import docx

        content = docx(document)
    else:
        from gatehouse.printing.html_page import html

        content = html(document).encode()
    write_new(path, content)


def write_new(path: Path, content: bytes) -> None:
    """Write a new file; never over one that is there."""
    path.touch(MODE, exist_ok=False)
    path.write_bytes(content)
