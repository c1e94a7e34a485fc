"""The characters that part segments, elements and components (ISO 9735 §6 and §7, annex A).

UNA names them: `UNA` then component, element, decimal mark, release, repetition (blank: none), terminator. Real
traffic drops UNA, drops a character of it, or announces one set and uses another; `header` accepts what the text
actually uses and says so. ISO 9735 level B separators (0x1C to 0x1F) are separators like any other.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from gatehouse.edifact import limits
from gatehouse.edifact.tags import KNOWN_TAGS
from gatehouse.terms.finding import Finding, info, warning

CURLY = ("\xe2\x80\x98", "\xe2\x80\x99", "\xc2\xb4", "\x91", "\x92", "\xb4")
"""What word processors and mailers make of an apostrophe, in UTF-8 and in Windows-1252, both read as Latin-1."""

_PART = r"[!-/:-@\[-`{-~\x1c-\x1f]"
_WRAP = r"[\r\n]*"
_UN = f"U{_WRAP}N{_WRAP}"
_HEADER = re.compile(
    f"{_UN}B{_WRAP}({_PART}){_WRAP}([A-Z0-9]{{0,4}}){_WRAP}({_PART})"
    f"|{_UN}G{_WRAP}({_PART})[A-Z]{{3,6}}\\4"
    f"|{_UN}H{_WRAP}({_PART})[^\r\n]{{0,35}}?\\5([A-Z]{{3,6}})({_PART})"
)
_MESSAGE = re.compile(f"{_UN}H{_WRAP}({_PART})[^\r\n]{{0,35}}?\\1([A-Z]{{3,6}})({_PART})")
_NOISE = r"[\s\x00-\x1b]{0,24}"
_SERVICE = re.compile(rf"UNA(?:([^\r\n]{{5}}[^A-Za-z0-9\s]|.{{5}}[\x1c-\x1f])|(.{{0,8}}?)){_NOISE}\Z", re.DOTALL)
_QUOTED = re.compile(r"^Content-Transfer-Encoding: *quoted-printable", re.IGNORECASE | re.MULTILINE)
_SERVICE_REACH = 40
_VOTES_ENOUGH = 12
_BLANKS = " \r\n\t" + "".join(map(chr, range(0x1C)))


class Delimiters(NamedTuple):
    """The six service characters. `repetition` and `release` are a blank where none is in use."""

    component: str = ":"
    element: str = "+"
    decimal: str = "."
    release: str = "?"
    repetition: str = " "
    terminator: str = "'"

    def service_string(self) -> str:
        """The UNA segment that announces these delimiters."""
        return "UNA" + "".join(self)


DEFAULT = Delimiters()
PADIS_DEFAULT = Delimiters(repetition="*")


class Header(NamedTuple):
    """Where an interchange begins in the text searched, its delimiters, and what was odd about them.

    `curly` is true when curly quotes stand where apostrophes should; `repertoire` is UNB 0001 (`UNOA`) or empty;
    `quoted` is true when a mail's header before it says quoted-printable (RFC 2045 §6.7).
    """

    begins: int
    segments_begin: int
    delimiters: Delimiters
    curly: bool
    repertoire: str
    findings: tuple[Finding, ...]
    quoted: bool = False


def locate(text: str, begin: int = 0) -> re.Match[str] | None:
    """The next UNB, or the next UNG or UNH that has lost its UNB, at or after `begin` in Latin-1 `text`."""
    return _HEADER.search(text, begin)


def header(text: str, found: re.Match[str], begin: int = 0) -> Header:
    """The header at `found`, its UNA (not before `begin`) included.

    Prefers the separators that the text uses to those that UNA announces; only `limits.HEADER_WINDOW` is looked at.
    """
    findings: list[Finding] = []
    begins, announced = _announced(text, found, begin, findings)
    in_use, curly = _in_use(text, found, announced)
    if in_use != announced and begins != found.start() and not curly:
        findings.append(
            warning("una-mismatch", None, "the text uses other separators than UNA announces; the text was followed")
        )
    if curly:
        findings.append(warning("curly-quotes", None, "curly quotes stand for the segment terminator"))
    if not found[1]:
        findings.append(warning("interchange-header-missing", None, "no UNB before the first message or group"))
    findings.extend(_oddities(announced, in_use))
    quoted = _QUOTED.search(text, begin, begins) is not None
    return Header(begins, found.start(), _sound(in_use), curly, found[2] or "", tuple(findings), quoted)


def service_begins(text: str, begin: int, end: int) -> int:
    """Where the UNA right before `end` begins, or `end` where none is."""
    service = _service(text, begin, end)
    return service[0] if service else end


def _service(text: str, begin: int, end: int) -> tuple[int, str] | None:
    """Where the UNA right before `end` begins, and the characters it announces."""
    reach = max(begin, end - _SERVICE_REACH)
    found = _SERVICE.search(text[reach:end])
    return (reach + found.start(), found[1] or found[2] or "") if found else None


def _announced(text: str, found: re.Match[str], begin: int, findings: list[Finding]) -> tuple[int, Delimiters]:
    service = _service(text, begin, found.start())
    if service is None:
        repertoire = found[2] or ""
        # Syntax version 4 and the PADIS repertoires have a repetition separator in their default set.
        version_4 = text[found.end() : found.end() + 1] == "4" or repertoire.startswith("IAT")
        return found.start(), PADIS_DEFAULT if version_4 else DEFAULT
    begins, characters = service
    # Exactly six are taken at their word, whatever they are; the text is asked afterwards.
    if len(characters) == 6:
        return begins, Delimiters(*characters)
    findings.append(
        warning("una-length", None, f"UNA announces {len(characters)} characters, not 6; the rest is assumed")
    )
    return begins, _shortened(characters)


def _shortened(characters: str) -> Delimiters:
    """What a UNA of the wrong length most likely meant."""
    if len(characters) < 2:
        return DEFAULT
    rest = characters[2:]
    # Which character is missing cannot be known by place, so each is told by what it usually is.
    terminator = rest[-1:] if rest[-1:] not in tuple(".,?\\* ") and rest else DEFAULT.terminator
    release = next((c for c in rest if c in "?\\"), DEFAULT.release)
    repetition = "*" if "*" in rest else " "
    decimal = next((c for c in rest if c in ".,"), DEFAULT.decimal)
    return Delimiters(characters[0], characters[1], decimal, release, repetition, terminator)


def _in_use(text: str, found: re.Match[str], announced: Delimiters) -> tuple[Delimiters, bool]:
    """The delimiters that the text itself shows, and whether curly quotes terminate its segments."""
    element = found[1] or found[4] or found[5]
    component = found[3] or found[7] or announced.component
    window = text[found.end() : found.end() + limits.HEADER_WINDOW]
    if found[1] and f"UNH{element}" not in window and (inner := _MESSAGE.search(window)):
        # A sign too many or a wrong one behind UNB: the first message shows the separators.
        element, component = inner[1], inner[3]
    # UNB without a version number (`UNB+UNOA+…`) shows no component separator.
    if component == element:
        component = announced.component
    used = announced._replace(element=element, component=component)
    terminator = _terminator_in_use(_window(text, found.start(), element), used)
    curly = terminator in CURLY
    return used._replace(terminator=DEFAULT.terminator if curly else terminator), curly


def _window(text: str, begin: int, element: str) -> str:
    """The first part of the interchange, not reaching into the next one."""
    window = text[begin : begin + limits.HEADER_WINDOW]
    ends = (at for at in (window.find(f"UNZ{element}"), window.find("UNB", 3)) if at > 0)
    return window[: min(ends, default=len(window)) + 4]


def _terminator_in_use(window: str, used: Delimiters) -> str:
    """What most often stands before a known tag (a curly quote as it is); the announced one where nothing does."""
    votes: Counter[str] = Counter()
    lines = 0
    for tag in re.finditer(f"([A-Z]{{3}}){re.escape(used.element)}", window[3:]):
        # Three capitals before a separator are a tag or the end of a value; a value's end stands behind a letter.
        if tag[1] not in KNOWN_TAGS:
            continue
        if votes.total() >= _VOTES_ENOUGH:
            break
        raw = window[max(0, tag.start() - _SERVICE_REACH) : tag.start() + 3]
        before = raw.rstrip(_BLANKS)
        lines += raw[len(before) :].count("\n") > 0
        mark = next((curly for curly in CURLY if before.endswith(curly)), before[-1:])
        if mark not in (used.element, used.component, used.release, "") and (mark in CURLY or not mark.isalnum()):
            votes[mark] += 1
    if not votes and lines > 1:
        # No character at all ends the segments: each stands on a line of its own.
        return "\n"
    if not votes:
        return used.terminator
    # Mailers curl some quotes and leave others; in curly text both kinds end segments.
    curly = [mark for mark in votes if mark in CURLY]
    most = max(votes, key=lambda mark: (votes[mark], mark == used.terminator))
    return curly[0] if curly else most


def _sound(delimiters: Delimiters) -> Delimiters:
    """Without a release or repetition character that would swallow letters or other separators."""
    parting = (delimiters.component, delimiters.element, delimiters.terminator)
    release, repetition = delimiters.release, delimiters.repetition
    if release.isalnum() or release in parting:
        release = DEFAULT.release if DEFAULT.release not in parting else " "
    if repetition.isalnum() or repetition in (*parting, release):
        repetition = " "
    return delimiters._replace(release=release, repetition=repetition)


def _oddities(announced: Delimiters, in_use: Delimiters) -> list[Finding]:
    """What a receiver should know of delimiters that a standard would not choose."""
    parting = [in_use.component, in_use.element, in_use.terminator, announced.release]
    if len(set(parting)) < len(parting):
        return [warning("una-ambiguous", None, "UNA uses one character for two purposes")]
    if in_use.element != "+" or in_use.component != ":":
        return [info("una-unusual", None, "unusual separators in use, as announced or as found in the text")]
    return []
