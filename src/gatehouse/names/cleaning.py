"""The first step of every reading: bounded, visible, composed text, cut into words.

Everything later is at worst proportional to these limits, so that no name, however hostile, costs more than a long
honest one. Text beyond a limit is ignored, never refused: the person is still screened on what was kept.
"""

from __future__ import annotations

import re
import unicodedata

NAME_CHARS_MAX = 300
"""Characters of a name that are read; the longest listed names have about 120."""
MARKS_IN_A_ROW_MAX = 2
"""Combining marks kept on one letter; more is decoration or an attack."""
WORDS_MAX = 24
"""Words of a name that are read."""

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# Apostrophes and the marks that stand for ayn and hamza join: O'Brien is one word, and so is Sa'id.
_JOINED = re.compile(r"['’‘`´ʻʼʾʿʹ′״׳\"]")
_APART = re.compile(r"[^\w]+|[_\d]+")


def _visible(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        # Formats, surrogates, private and unassigned characters: a reader does not see them, so they must not part a
        # name.
        if category in ("Cf", "Cs", "Co", "Cn"):
            continue
        marks = marks + 1 if category[0] == "M" else 0
        if marks <= MARKS_IN_A_ROW_MAX:
            kept.append(" " if category == "Cc" else char)
    return "".join(kept)


def clean(text: str) -> str:
    """`text` in Unicode NFKC without control, bidirectional and surplus combining characters, at most NAME_CHARS_MAX.

    Asides in brackets are dropped when something else is left.
    """
    # Cut before normalising, because the time of normalising grows with what is given to it.
    text = text[:NAME_CHARS_MAX]
    if not text.isascii():
        # Cut again: one compatibility character may become eighteen.
        text = unicodedata.normalize("NFKC", _visible(text))[:NAME_CHARS_MAX]
    if "(" in text or "[" in text:
        without = _ASIDE.sub(" ", text)
        # A name that stands in brackets as a whole is still a name.
        text = without if any(map(str.isalpha, without)) else text
    return text


def words_of(text: str) -> list[str]:
    """The words of cleaned `text`, cut at everything that is no letter or mark; apostrophes join (`O'Brien`).

    At most WORDS_MAX words.
    """
    return _split(_JOINED.sub("", text))[:WORDS_MAX]


def _split(text: str) -> list[str]:
    if text.isascii():
        return [word for word in _APART.split(text) if word]
    # `\w` leaves out the vowel signs of Indic scripts, which are marks: cut at other characters only
    spaced = "".join(c if c.isalpha() or unicodedata.category(c)[0] == "M" else " " for c in text)
    return spaced.split()
