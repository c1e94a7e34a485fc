"""Passwords looked up among leaked ones, in a file of the operator's: nothing is asked outside.

The file is the sorted one that Have I Been Pwned publishes: a line for each password, its SHA-1 in hexadecimal, then a
colon and how often it was seen. It is searched where it lies, in some forty looks, however long it is.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

DIGITS = 40
"""Of a SHA-1 in hexadecimal."""


class LeakedPasswordValidator:
    """Refuses a password that the file has; without a file nothing is looked up."""

    def __init__(self, path: str = "") -> None:
        self.path = Path(path) if path else None

    def validate(self, password: str, user: object = None) -> None:
        """Raise `ValidationError` for a leaked one."""
        del user
        # The file's own hash: it finds a line and protects nothing.
        digest = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
        if self.path is not None and is_listed(self.path, digest):
            raise ValidationError(
                _("This password was leaked elsewhere and is tried first. Take another."), code="leaked"
            )

    def get_help_text(self) -> str:
        """What the form says beforehand."""
        return _("It must not be one that was leaked elsewhere.") if self.path else ""


def is_listed(path: Path, digest: bytes) -> bool:
    """Whether a sorted file has a line that begins with these digits, by halving it."""
    with path.open("rb") as file:
        low, high = 0, file.seek(0, os.SEEK_END)
        while low < high:
            middle = (low + high) // 2
            found = _line_after(file, middle)[:DIGITS].upper()
            if found and found < digest:
                low = middle + 1
            else:
                high = middle
        return _line_after(file, low)[:DIGITS].upper() == digest


def _line_after(file: BinaryIO, offset: int) -> bytes:
    """The first line of the file for offset 0, else the first that begins behind the offset."""
    file.seek(offset)
    if offset:
        file.readline()
    return file.readline()
