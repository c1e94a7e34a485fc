"""Lines of a paragraph → one string: Han characters join without a space, words with one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTE

_HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’—…·]")
_ALNUM = re.compile(r"[0-9A-Za-z]")
_GLUED_AFTER = ("-", "/", "(", "（", "《", "“", "‑")
_GLUED_BEFORE = (")", "）", ",", ".", ";", ":", "。", "，", "；", "、", "》", "”")
_SPACES = re.compile(r" {2,}")


def joined(texts: Iterable[str], spaced: bool) -> str:
    """One string of the texts of lines. `spaced`: whether this text puts a space between Han characters and digits."""
    whole = ""
    for text in texts:
        whole = whole + _between(whole, text, spaced) + text if whole else text
    return _SPACES.sub(" ", whole).strip()


def _between(before: str, after: str, spaced: bool) -> str:
    if not after or not before or FOOTNOTE.match(after[0]):
        return ""
    last = FOOTNOTE.sub("", before)[-1:] or " "
    first = FOOTNOTE.sub("", after)[:1] or " "
    if before.endswith(_GLUED_AFTER) or after.startswith(_GLUED_BEFORE):
        return " " if last == "-" and before.endswith(" -") else ""
    han_last, han_first = bool(_HAN.match(last)), bool(_HAN.match(first))
    if han_last and han_first:
        return ""
    if han_last or han_first:
        other = first if han_last else last
        is_mark = _HAN.match(last if han_last else first) and not (
            "\u3400" <= (last if han_last else first) <= "\u9fff"
        )
        return " " if spaced and _ALNUM.match(other) and not is_mark else ""
    # `1787 (2007)` broken before its year: within Han text a year clings to its number.
    if first == "(" and _first_han(before) >= "\u3400":
        return ""
    return " "


def _first_han(text: str) -> str:
    found = re.search(r"[\u3400-\u9fff]", text)
    return found[0] if found else ""
