"""How a carrier's system writes an interchange: release, separators, envelope habits and liberties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gatehouse.edifact import Delimiters, write
from gatehouse.edifact.delimiters import DEFAULT
from gatehouse.edifact.writer import Element, segment
from gatehouse.terms.reading import Reading


@dataclass(frozen=True, slots=True)
class Style:
    """The habits of one sender. `release` is UNH 0054 (`15B`) or a PNRGOV version (`13.1`); `home` an alpha-3 code.

    `service_string`: always, never, or only when the separators need it (None). `title_joint` stands between a
    given name and its title in a booking. `count_error` is added to every UNT count.
    """

    release: str
    home: str
    delimiters: Delimiters = DEFAULT
    repertoire: tuple[str, str] = ("UNOA", "4")
    service_string: bool | None = None
    group: bool = False
    newline: str = ""
    title_joint: str = ""
    count_error: int = 0

    def segment(self, tag: str, *elements: Element) -> str:
        """One segment in this style's separators."""
        return segment(tag, *elements, delimiters=self.delimiters)


def sequence(reading: Reading) -> tuple[str, str]:
    """UNH S010 of a reading's part: `01`, `C` for the first of several, `F` for the last."""
    if reading.part is None:
        return "", ""
    mark = "F" if reading.part.last else "C" if reading.part.number == 1 else ""
    return f"{reading.part.number:02}", mark


def yymmdd(iso: str | None) -> str:
    """YYMMDD of an ISO date or time; empty where it is not complete."""
    return iso[2:4] + iso[5:7] + iso[8:10] if iso and len(iso) >= 10 else ""


def ddmmyy(iso: str | None) -> str:
    """DDMMYY of an ISO date or time; empty where it is not complete."""
    return iso[8:10] + iso[5:7] + iso[2:4] if iso and len(iso) >= 10 else ""


def hhmm(iso: str | None) -> str:
    """HHMM of an ISO time; empty where there is none."""
    return iso[11:13] + iso[14:16] if iso and len(iso) >= 16 else ""


def interchange(first: Reading, messages: Sequence[Sequence[str]], application: str, style: Style) -> bytes:
    """The bytes of one interchange: UNB of `first`, the messages in one group if the style has groups, UNZ."""
    reference = first.control_reference or "1"
    prepared = (yymmdd(first.sent), hhmm(first.sent))
    parties = (first.sender or "", first.recipient or "")
    head = [style.segment("UNB", style.repertoire, *parties, prepared, reference, "", application)]
    tail = [style.segment("UNZ", "1" if style.group else str(len(messages)), reference)]
    if style.group:
        kind = ("PNRGOV", "IA") if application == "PNRGOV" else ("PAXLST", "UN")
        version = style.release.split(".") if "." in style.release else ["D", style.release]
        head.append(style.segment("UNG", kind[0], *parties, prepared, reference, kind[1], version))
        tail.insert(0, style.segment("UNE", str(len(messages)), reference))
    body = [_miscounted(text, style) for message in messages for text in message]
    return _announced(write([*head, *body, *tail], style.delimiters, newline=style.newline), style)


def _miscounted(text: str, style: Style) -> str:
    if not style.count_error or not text.startswith("UNT"):
        return text
    # Only the count is wrong: with a wrong reference too, two faults would be one dirt.
    tag, count, reference = text.split(style.delimiters.element, 2)
    return style.delimiters.element.join((tag, str(int(count) + style.count_error), reference))


def _announced(written: bytes, style: Style) -> bytes:
    service = style.delimiters.service_string().encode()
    has_it = written.startswith(b"UNA")
    if style.service_string is True and not has_it:
        return service + style.newline.encode() + written
    if style.service_string is False and has_it:
        # The odd separators stay in use: what is left out is only their announcement.
        return written[len(service) + len(style.newline) :]
    return written
