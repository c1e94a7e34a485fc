"""The first step of every reading: bounded, visible, composed text, cut into words.

Everything later is at worst proportional to these limits, so that no name, however hostile, costs more than a long
honest one. Text beyond a limit is ignored, never refused: the person is still screened on what was kept, and a remark
says so.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

NAME_CHARS_MAX = 300
"""Characters of a name that are read; the longest listed names have about 120."""
MARKS_IN_A_ROW_MAX = 2
"""Combining marks kept on one letter; more is decoration or an attack."""
WORDS_MAX = 24
"""Words of a name that are read."""

CUT = f"text beyond {NAME_CHARS_MAX} characters ignored"
INVISIBLE = "invisible characters removed"
DIRECTION = "characters that change the writing direction removed"
MARKS = "surplus marks on letters removed"
DIGITS = "digits read as the letters they look like"

_DIRECTING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HARMLESS = frozenset("\u200c\u200d\u200e\u200f\u061c\ufeff\u00ad")
"""Invisible characters that honest typing leaves in names: joiners, direction marks, soft hyphens."""
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|【[^【】]*】")
# Apostrophes and the marks that stand for ayn and hamza join: O'Brien is one word, and so is Sa'id.
_JOINED = re.compile(r"['’‘`´ʻʼʾʿʹʺ′″״׳＇\"ـ]")
_APART = re.compile(r"[^\w]+|[_\d]+")
_DOTS = frozenset("·・‧•･⋅∙゠＝=")
_DIGIT_IN_WORD = re.compile(r"(?<=[^\W\d_])[01358](?=[^\W\d_])")
_LOOKS_LIKE = {"0": "o", "1": "i", "3": "e", "5": "s", "8": "b"}


class Cleaned(NamedTuple):
    """`text` as `clean` makes it, and in words what was found wrong with it."""

    text: str
    remarks: tuple[str, ...]


def _visible(text: str, remarks: list[str]) -> str:
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        # Formats, surrogates, private and unassigned characters: a reader does not see them, so they must not part a
        # name.
        if category in ("Cf", "Cs", "Co", "Cn"):
            if char not in _HARMLESS:
                remarks.append(DIRECTION if char in _DIRECTING else INVISIBLE)
            continue
        marks = marks + 1 if category[0] == "M" else 0
        if marks <= MARKS_IN_A_ROW_MAX:
            kept.append(" " if category == "Cc" else char)
        else:
            remarks.append(MARKS)
    return "".join(kept)


def _without_asides(text: str) -> str:
    without = _ASIDE.sub(" ", text)
    # A name that stands in brackets as a whole is still a name.
    return without if any(map(str.isalpha, without)) else text


def cleaned(text: str) -> Cleaned:
    """`text` in Unicode NFKC without control, bidirectional and surplus combining characters, at most NAME_CHARS_MAX.

    Asides in brackets are dropped when something else is left. A digit between letters is read as a letter.
    """
    remarks: list[str] = []
    if len(text) > NAME_CHARS_MAX:
        remarks.append(CUT)
        # Cut before normalising, because the time of normalising grows with what is given to it.
        text = text[:NAME_CHARS_MAX]
    if not text.isascii():
        # Cut again: one compatibility character may become eighteen.
        text = unicodedata.normalize("NFKC", _visible(text, remarks))[:NAME_CHARS_MAX]
    if "(" in text or "[" in text or "【" in text:
        text = _without_asides(text)
    if _DIGIT_IN_WORD.search(text):
        text = _DIGIT_IN_WORD.sub(lambda match: _LOOKS_LIKE[match[0]], text)
        remarks.append(DIGITS)
    return Cleaned(text, tuple(dict.fromkeys(remarks)))


def clean(text: str) -> str:
    """The text of `cleaned`, without its remarks."""
    return cleaned(text).text


def is_dotted(text: str) -> bool:
    """Whether a dot or double hyphen parts the words, as only foreign names in Han and Kana are parted."""
    return not text.isascii() and any(char in _DOTS for char in text)


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
