"""What stands where something was taken out: `q`, once for each byte.

A small letter is no separator of any set of delimiters, and is in every repertoire; four in a row are in no word,
code, locator or masked number.
"""

from __future__ import annotations

import re

MARK = "qqqq"
"""How a reader knows the marker. What was shorter than four letters is filled too and not counted by readers."""
_TEXT = re.compile(rb"[^\r\n]")


def filled(raw: bytes) -> bytes:
    """As many bytes as `raw`, all marker but the line ends: wraps stay where they were."""
    return _TEXT.sub(b"q", raw)


def is_removed(text: str) -> bool:
    """Whether something was taken out of the text."""
    return MARK in text


def is_removed_code(code: str) -> bool:
    """Whether a service code, in capitals by now, is the marker."""
    return code.startswith(MARK.upper())
