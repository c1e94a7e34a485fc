"""A text in paragraphs, each with a fingerprint, so that a mark finds its paragraph wherever it stands.

Paragraphs are parted by empty lines. The fingerprint is of the words only: spaces, line ends and letter case do not
count, so that a paragraph that was wrapped anew or copied into another text is still the same one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

_GAP = re.compile(r"\n[ \t]*\n\s*")
FINGERPRINT_CHARS = 32


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, without the space around them; empty ones are none."""
    parts = (part.strip() for part in _GAP.split(text.replace("\r\n", "\n").replace("\r", "\n")))
    return tuple(part for part in parts if part)


def plain(text: str) -> str:
    """The words of a text in one spelling: compatible signs alike, no case, no space at all."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def fingerprint(paragraph: str) -> str:
    """What makes two paragraphs the same: the first half of the SHA-256 of their plain words."""
    return hashlib.sha256(plain(paragraph).encode("utf-8", "surrogatepass")).hexdigest()[:FINGERPRINT_CHARS]
