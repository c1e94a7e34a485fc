"""The repertoires of UNB 0001 and how bytes beyond ASCII are read in them (ISO 9735-1 annex, 9735:2002 0001).

Level A (UNOA) allows capitals only; so many honest carriers send small letters in it that this is never reported.
"""

from __future__ import annotations

CODECS = {
    "UNOC": "iso8859-1",
    "UNOD": "iso8859-2",
    "UNOE": "iso8859-5",
    "UNOF": "iso8859-7",
    "UNOG": "iso8859-3",
    "UNOH": "iso8859-4",
    "UNOI": "iso8859-6",
    "UNOJ": "iso8859-8",
    "UNOK": "iso8859-9",
    "UNOL": "iso8859-15",
    "UNOW": "utf-8",
    "UNOX": "iso2022_jp",
    "UNOY": "utf-8",
}
"""Codec of each repertoire. UNOA, UNOB, IATA and IATB are not here: they hold ASCII only."""

ALPHABETS = frozenset(["UNOE", "UNOF", "UNOI", "UNOJ"])
"""Repertoires whose own words can look like UTF-8 by chance; in the others valid UTF-8 is UTF-8, whatever UNB says."""


def decoded(text: str, repertoire: str) -> tuple[str, bool]:
    """`text` (one character per byte) as it was meant, and whether its bytes keep to the repertoire announced.

    A repertoire that does not fit its bytes is never a reason to lose a name: UTF-8 is taken where that fits, else
    Windows-1252, else Latin-1.
    """
    if text.isascii():
        return text, True
    raw = text.encode("latin-1")
    announced = CODECS.get(repertoire)
    for codec in _preferred(announced, repertoire):
        meant = _tried(raw, codec)
        if meant is not None:
            return meant, codec == announced
    return text, False


def _preferred(announced: str | None, repertoire: str) -> list[str]:
    # Valid UTF-8 of more than ASCII is hardly ever Latin text by chance, so it goes first.
    if announced is None:
        return ["utf-8", "cp1252"]
    return [announced, "utf-8", "cp1252"] if repertoire in ALPHABETS else ["utf-8", announced, "cp1252"]


def _tried(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None
