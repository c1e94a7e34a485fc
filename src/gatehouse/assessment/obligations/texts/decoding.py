"""Bytes → characters: what is a text, in which encoding, and what is refused before anybody reads it.

Taken are UTF-8, UTF-16 with its mark, GB 18030 and Windows-1252, in this order. Refused are files that are larger than
`TEXT_BYTES_MAX`, empty, or of another kind (PDF, word processor, web page), each with what to do instead.
"""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO, NamedTuple

from gatehouse.assessment.obligations.texts.errors import TextError

TEXT_BYTES_MAX = 2 << 20
"""The longest resolutions with annexes are some 300 kB."""
_BEGINNING = 4096
_HAN_SHARE_MIN = 0.5
"""Of the characters beyond ASCII: fewer Han characters than this speak against GB 18030."""
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_OTHER_KINDS = (
    (b"%PDF", "a PDF; extract its text first (`pdftotext -layout FILE.pdf FILE.txt`)"),
    (b"PK\x03\x04", "a compressed file or an office document; save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as plain text first"),
    (b"{\\rtf", "a rich-text document; save it as plain text first"),
)
_MARKUP = re.compile(rb"^\s*(?:<\?xml|<!doctype|<html|<head|<body|<akomantoso)", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NOT_TEXT_MAX = 16
"""So many control characters are an artefact; more are a file of another kind."""


class Decoded(NamedTuple):
    """The characters of a file and the encoding that they were taken to be in."""

    text: str
    encoding: str


def decoded(stream: BinaryIO) -> Decoded:
    """The text of a file. Raises `TextError` for what is not a text; never reads more than `TEXT_BYTES_MAX` bytes."""
    data = stream.read(TEXT_BYTES_MAX + 1)
    if len(data) > TEXT_BYTES_MAX:
        raise TextError(
            f"longer than {TEXT_BYTES_MAX >> 20} MiB, which no resolution is; give the resolution's text alone"
        )
    if not data.strip():
        raise TextError("is empty; give the text of a resolution")
    for beginning, kind in _OTHER_KINDS:
        if data.lstrip()[:16].startswith(beginning):
            raise TextError(f"is {kind}")
    if _MARKUP.match(data[:_BEGINNING].removeprefix(codecs.BOM_UTF8)):
        raise TextError("is a web page or XML; save its text as plain text first")
    found = _tried(data)
    if len(_NOT_TEXT.findall(found.text)) > _NOT_TEXT_MAX:
        raise TextError("holds bytes that are no text; give the text of a resolution as UTF-8")
    return found


def _tried(data: bytes) -> Decoded:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return Decoded(data.decode(encoding, errors="replace"), encoding)
    if (text := _as(data, "utf-8-sig")) is not None:
        return Decoded(text, "utf-8")
    text = _as(data, "gb18030")
    if text is not None and len(_HAN.findall(text)) >= sum(char > "\x7f" for char in text) * _HAN_SHARE_MIN:
        return Decoded(text, "gb18030")
    return Decoded(data.decode("windows-1252", errors="replace"), "windows-1252")


def _as(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
