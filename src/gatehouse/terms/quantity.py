"""Counts as the wire writes them."""

from __future__ import annotations

DIGITS_MAX = 12
"""A count of more digits is none."""


def whole(text: str) -> int | None:
    """The number that `text` writes in plain digits, None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS_MAX else None
