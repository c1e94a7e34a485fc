"""What happens to files between a carrier and a State: wrappers, wraps, separators, counts, letters.

Each kind changes how a file is written or its bytes, and never who is in it: a reader that survives the dirt finds
the same travellers in the same order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import NamedTuple

from gatehouse.edifact import Delimiters
from gatehouse.simulation.style import Style

LINE_LENGTH = 63
"""Characters in a line of a Type B message (IATA SCR 3.2)."""

ODD_DELIMITERS = (
    Delimiters(":", "+", ".", "?", "*", "'"),
    Delimiters("-", ".", ",", "?", " ", "'"),
    Delimiters(":", "+", ",", "?", " ", "~"),
    Delimiters(">", "^", ".", "?", "*", "|"),
)
_HARMLESS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Dirt(NamedTuple):
    """One kind of dirt. `write` changes the style before writing, `soil` the bytes after it, `names` the letters."""

    kind: str
    weight: float
    write: Callable[[Style, Random], Style] | None = None
    soil: Callable[[bytes], bytes] | None = None
    names: str | None = None


def type_b(clean: bytes) -> bytes:
    """A Type B header, lines of 63 characters and an end-of-text mark."""
    # Cut anywhere, even in a name: that is what the telegraph's line length does to a message.
    lines = [clean[i : i + LINE_LENGTH] for i in range(0, len(clean), LINE_LENGTH)]
    return b"\x01QK VIEPIXH\r\n.QXSXMXS 200630\r\n\x02" + b"\r\n".join(lines) + b"\r\n\x03"


def mailed(clean: bytes) -> bytes:
    """A mail's text before and a disclaimer after."""
    head = b"Dear colleagues, please find the list below.\r\n\r\n"
    return head + clean + b"\r\n\r\n-- \r\nThis message may be confidential. Sent by an automatic service.\r\n"


def wrapped(clean: bytes) -> bytes:
    """Line ends in the middle of words, as terminals make them; only between letters, where no blank is at stake."""
    out = bytearray()
    length = 0
    # Not strict: of an empty file only the end is left to look ahead to.
    for here, ahead in zip(clean, clean[1:] + b"\n", strict=False):
        out.append(here)
        length += 1
        # A wrap beside a blank would leave open whether the blank was meant; that is another fault.
        if length >= LINE_LENGTH and here in _HARMLESS and ahead in _HARMLESS:
            out += b"\r\n"
            length = 0
    return bytes(out)


def curly(clean: bytes) -> bytes:
    """Apostrophes as a word processor sets them, in UTF-8."""
    return clean.replace(b"'", "’".encode())


def controlled(clean: bytes) -> bytes:
    """STX and ETX around it and a NUL before every line, as a message queue may leave them."""
    # Forty line ends are enough to meet a name; a NUL before every one of thousands would only be longer.
    return b"\x02" + clean.replace(b"'", b"'\x00\r\n", 40) + b"\x03\x1a"


def short_service_string(clean: bytes) -> bytes:
    """A UNA that lost its blank."""
    return b"UNA:+.?'" + clean


def _odd(style: Style, dice: Random) -> Style:
    return replace(style, delimiters=dice.choice(ODD_DELIMITERS), service_string=True)


def _unannounced(style: Style, _dice: Random) -> Style:
    # The set that keeps + and : is the one that a reader can still recognise without an announcement.
    return replace(style, delimiters=ODD_DELIMITERS[2], service_string=False)


DIRT: tuple[Dirt, ...] = (
    Dirt("type-b", 5, soil=type_b),
    Dirt("mailed", 4, soil=mailed),
    Dirt("wrapped", 4, soil=wrapped),
    Dirt("line-ends", 5, write=lambda style, _dice: replace(style, newline="\r\n")),
    Dirt("control-characters", 2, soil=controlled),
    Dirt("odd-separators", 4, write=_odd),
    Dirt("separators-unannounced", 2, write=_unannounced),
    Dirt("short-una", 2, soil=short_service_string),
    Dirt("wrong-count", 5, write=lambda style, dice: replace(style, count_error=dice.choice((-1, 1, 40)))),
    Dirt("grouped", 3, write=lambda style, _dice: replace(style, group=True)),
    Dirt("curly-quotes", 2, soil=curly),
    Dirt("small-letters", 3, names="small"),
    Dirt("marks-in-unoa", 4, names="marks"),
)

CLEAN = Dirt("clean", 0)


def dirt(dice: Random) -> Dirt:
    """One kind, by weight."""
    return dice.choices(DIRT, [kind.weight for kind in DIRT])[0]


UNREADABLE: tuple[tuple[str, Callable[[Random], bytes]], ...] = (
    ("empty", lambda _dice: b""),
    # UN is taken out, because random bytes must not show a header by chance.
    ("binary", lambda dice: b"\x89BIN\r\n" + dice.randbytes(4096).replace(b"UN", b"??")),
    ("not-edifact", lambda _dice: b"flight;date;passengers\r\nOS025;20.01.2026;see attachment\r\n"),
    ("truncated-header", lambda _dice: b"UNB+UNOA:4+OSDCS+ATP"),
)
"""Files that hold no message at all, by name."""
