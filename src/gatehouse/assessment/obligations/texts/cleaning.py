"""Characters: artefacts are repaired, and a shadow of the text is made for comparing.

`cleaned` repairs what extraction did (invisible characters, ligatures, radicals in place of Han characters, marks of
emphasis, links in brackets) and nothing that an author wrote. `shadow` has exactly as many characters as its text, so
that a place found in it is a place of the text: full-width forms are halved, traditional characters simplified.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from gatehouse.assessment.obligations.texts.tables import rows

FOOTNOTE_BASE = 0xF0000
"""A mark of footnote n is carried through the reading as one private character, U+F0000 + n."""
FOOTNOTES_MAX = 990
STARS_MAX = 3
"""Marks of one, two and three stars are carried behind the numbers."""
SHADOWS_MAX = 4096
"""Lines whose shadows are kept; every step of the reading asks for them."""
FOOTNOTE = re.compile(f"[{chr(FOOTNOTE_BASE)}-{chr(FOOTNOTE_BASE + FOOTNOTES_MAX + STARS_MAX)}]")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\x00-\x08\x0e-\x1f\x7f]"
)
_LIGATURES = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]")
_SUPER = re.compile(r"<sup>\s*\[?(\d{1,3})\]?\s*</sup>|\[\^(\d{1,3})\]:?|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:b|br|div|em|font|i|p|span|strong|sub|u)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\((?:#|https?:)[^()\s]{0,300}(?:\([^()\s]{0,20}\))?[^()\s]{0,100}\)")
_EMPHASIS = re.compile(
    r"(?<![A-Za-z0-9*])(\*{1,3})(?=[^\s*])([^*\n]{1,200}?)(?<=[^\s*])\1(?![A-Za-z0-9*])"
    r"|(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]{1,200}?)(?<=[^\s_])\3(?![\w_])"
)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+", re.MULTILINE)
_SPACES = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f]")


def footnote_mark(number: int) -> str:
    """The private character that stands for the mark of footnote `number`."""
    return chr(FOOTNOTE_BASE + number)


def footnote_number(mark: str) -> int:
    """The number of the footnote that a private character stands for; beyond `FOOTNOTES_MAX` it is one of stars."""
    return ord(mark) - FOOTNOTE_BASE


def cleaned(text: str) -> str:
    """The text without artefacts of extraction; lines stay lines, pages end with a form feed."""
    text = re.sub("[\U000f0000-\U000ffffd]", "", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub("[\u0085\u2028\u2029\v]", "\n", text)
    text = _INVISIBLE.sub("", text)
    text = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = _SPACES.sub(" ", text)
    text = _LINK.sub(r"\1", text)
    text = _SUPER.sub(_marked, text)
    text = _TAGS.sub("", text)
    text = _HEADING.sub("", text)
    return _EMPHASIS.sub(lambda found: found[2] or found[4], text)


def _marked(found: re.Match[str]) -> str:
    digits = next(group for group in found.groups() if group)
    return footnote_mark(min(int(digits.translate(_SUPERSCRIPTS)), FOOTNOTES_MAX))


@lru_cache(maxsize=1)
def _halved() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table[0x3000] = " "
    table |= {ord(row["traditional"]): row["simplified"] for row in rows("traditional")}
    return table | {ord("’"): "'", ord("‘"): "'", ord("−"): "-", ord("‐"): "-", ord("‑"): "-", ord("﹐"): ","}


@lru_cache(maxsize=SHADOWS_MAX)
def shadow(text: str) -> str:
    """The text for comparing: of the same length, full-width forms halved, traditional characters simplified."""
    return text.translate(_halved())
