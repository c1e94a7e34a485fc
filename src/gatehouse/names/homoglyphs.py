"""Letters that look like letters of another script, and words that pretend by them to be what they are not.

`homoglyphs.csv` lists letters of Cyrillic, Greek and Armenian that print as a Latin letter. A word of two scripts is
read as the script it pretends to be, and that is said; a word without foreign letters is never changed.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources

from gatehouse.names.script import LATIN, script_of_letter, scripts_of


@lru_cache(maxsize=1)
def _alike() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Letter → the Latin one it looks like; (script, Latin letter) → the letter of that script."""
    text = resources.files(__package__).joinpath("homoglyphs.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return {r["letter"]: r["latin"] for r in rows}, {(r["script"], r["latin"]): r["letter"] for r in rows}


def as_latin(word: str) -> str | None:
    """`word` with every letter that is not Latin replaced by its Latin look-alike; `None` where one has none."""
    to_latin, _ = _alike()
    letters = [to_latin.get(char) if script_of_letter(char) not in (LATIN, None) else char for char in word]
    return None if None in letters else "".join(filter(None, letters))


def _as_script(word: str, script: str) -> str | None:
    _, from_latin = _alike()
    letters = [from_latin.get((script, char)) if script_of_letter(char) == LATIN else char for char in word]
    return None if None in letters else "".join(filter(None, letters))


def unmasked(word: str) -> str:
    """`word` in the one script it pretends to be written in; unchanged when it is of one script or cannot be told."""
    counted = scripts_of(word)
    if len(counted) != 2 or LATIN not in counted:
        return word
    other = next(script for script in counted if script != LATIN)
    # The script of fewer letters is the disguise; of as many, Latin is what carriers' systems show.
    if counted[LATIN] >= counted[other]:
        return as_latin(word) or _as_script(word, other) or word
    return _as_script(word, other) or as_latin(word) or word
