"""Every limit of the list readers, with its reason. A file or an entry beyond one is refused, never cut short."""

from __future__ import annotations

FILE_BYTES_MAX = 4 * 1024**3
"""The largest published collection (all lists of the world as JSON lines) is below 3 GiB."""

XML_BYTES_MAX = 512 * 1024**2
"""Ten times the largest published XML list."""

LINE_BYTES_MAX = 16 * 1024**2
"""One line of a CSV or JSON-lines file."""

CELL_CHARS_MAX = 1024**2
"""One cell of a CSV file: remarks reach some ten thousand characters."""

ENTRIES_MAX = 5_000_000
"""Persons of one list."""

ENTRY_ELEMENTS_MAX = 50_000
"""XML elements inside one entry: the richest real ones stay below 500."""

DEPTH_MAX = 64
"""How deep XML elements may nest."""

NAMES_PER_ENTRY_MAX = 10_000
"""Names of one entry: more than matching looks at, so that it is cut there and said so, and nobody is left out here."""

HEAD_BYTES = 64 * 1024
"""How much of a file is looked at to tell its format."""
