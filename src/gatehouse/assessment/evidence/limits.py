"""How much one item of evidence can hold."""

from __future__ import annotations

FILE_BYTES_MAX = 25 << 20
TITLE_CHARS_MAX = 200
TOLD_CHARS_MAX = 20_000
