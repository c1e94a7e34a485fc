"""Text that PostgreSQL can hold."""

from __future__ import annotations

REPLACEMENT = "\ufffd"


def storable(text: str | None) -> str | None:
    """`text` with U+FFFD for the characters that a PostgreSQL text cannot hold (NUL, lone surrogates).

    The raw message keeps them as they came.
    """
    if text is None or (text.isascii() and "\x00" not in text):
        return text
    return text.replace("\x00", REPLACEMENT).encode("utf-8", "replace").decode("utf-8")
