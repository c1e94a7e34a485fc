"""What the exported workbook and its reader agree on: sheets, columns, and how text is kept from being a formula."""

from __future__ import annotations

import re

FORM = "gatehouse-questionnaire/1"
SHEET_ABOUT = "About"
SHEET_ANSWERS = "Answers"
COLUMNS = (
    "question", "version", "asked", "section", "text", "guidance", "kind", "options", "answer", "year", "remarks",
)  # fmt: skip
"""`version` is the one that stood at the export, `asked` the wording's fingerprint. The last three are filled."""
FILLED = ("answer", "year", "remarks")
ROWS_MAX = 1_000
CELL_CHARS_MAX = 32_767
"""What a cell of XLSX can hold."""
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """The text without the signs that no XML can hold; line ends are one sign."""
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet program could take it for a formula."""
    return f"'{text}" if text.startswith((*DANGEROUS, "'")) else text


def unescaped(text: str) -> str:
    """What `escaped` was given. A text that was typed with an apostrophe for the same reason loses it too."""
    return text[1:] if text.startswith("'") and text[1:].startswith((*DANGEROUS, "'")) else text
