"""Envelopes: what UNB, UNG, UNE and UNZ open, count and close (ISO 9735 §8; elements 0036, 0060, 0020, 0048)."""

from __future__ import annotations

from collections.abc import Iterator

from gatehouse.edifact.delimiters import Delimiters
from gatehouse.edifact.message import Interchange, Message
from gatehouse.edifact.segment import Segment, at
from gatehouse.edifact.writer import segment as written
from gatehouse.terms.finding import Finding, info, warning


class Envelopes:
    """The open interchange and group, and how many messages each holds so far."""

    def __init__(self, delimiters: Delimiters) -> None:
        self.interchange = Interchange(delimiters=delimiters)
        self._delimiters = delimiters
        self._messages = 0
        self._groups = 0
        self._group_messages = 0
        self._closed = False

    @property
    def is_empty(self) -> bool:
        """Whether UNB was read and no message since."""
        return self.interchange.header is not None and self._messages == 0

    def count_message(self) -> None:
        """One more message is complete."""
        self._messages += 1
        self._group_messages += 1

    def forget_message(self) -> None:
        """The last message was not complete after all."""
        self._messages -= 1
        self._group_messages -= 1

    def take(self, segment: Segment) -> tuple[list[Finding], bool]:
        """Take up UNB, UNG, UNE or UNZ: its findings, and whether the messages before it are now done with."""
        if segment.tag == "UNB":
            findings = self._trailer_missing(segment.offset) if self.interchange.header else []
            self.interchange = Interchange(segment, None, self._delimiters)
            self._messages = self._groups = self._group_messages = 0
            return findings, True
        if segment.tag == "UNG":
            # A group that UNE did not close ends where the next begins.
            findings = self._group_missing(segment.offset)
            self.interchange = Interchange(self.interchange.header, segment, self._delimiters)
            self._groups += 1
            self._group_messages = 0
            return findings, True
        if segment.tag == "UNE":
            findings = list(_group_trailer(segment, self.interchange.group, self._group_messages))
            self.interchange = Interchange(self.interchange.header, None, self._delimiters)
            return findings, False
        # UNZ counts groups where there are any, messages otherwise (0036).
        findings = self._group_missing(segment.offset)
        findings.extend(_interchange_trailer(segment, self.interchange, self._groups or self._messages))
        self._closed = True
        return findings, False

    def close(self, end: int) -> list[Finding]:
        """What is missing when the interchange ends at byte `end`."""
        return [] if self._closed else self._trailer_missing(end)

    def _trailer_missing(self, offset: int) -> list[Finding]:
        missing = warning("interchange-trailer-missing", None, "no UNZ: the interchange may be cut short")
        return [*self._group_missing(offset), missing._replace(offset=offset)]

    def _group_missing(self, offset: int) -> list[Finding]:
        if self.interchange.group is None:
            return []
        return [warning("group-trailer-missing", None, "no UNE for the group before")._replace(offset=offset)]

    def assumed_header(self) -> str:
        """The UNH that a message without one most likely had: type and version of its group, if there is one."""
        group = self.interchange.group.elements() if self.interchange.group else []
        stated = [at(group, 0), at(group, 6), at(group, 6, 1), at(group, 5)]
        # What a damaged UNG holds may not be writable; types and versions are letters and digits.
        kind = ["".join(filter(str.isalnum, part)) for part in stated]
        return written("UNH", "", kind, delimiters=self._delimiters._replace(release="?", repetition=" "))


def _group_trailer(trailer: Segment, group: Segment | None, messages: int) -> Iterator[Finding]:
    """UNE 0060 and 0048 against what was read."""
    elements = trailer.elements()
    if _differs(at(elements, 0), messages):
        text = f"UNE counts {at(elements, 0)[:12]!r} messages, there are {messages}"
        yield warning("group-count", None, text)._replace(offset=trailer.offset)
    if group is None:
        yield warning("group-header-missing", None, "UNE without UNG")._replace(offset=trailer.offset)
    elif at(elements, 1) != at(group.elements(), 4):
        text = "UNE names another group reference than UNG"
        yield warning("group-reference", None, text)._replace(offset=trailer.offset)


def _interchange_trailer(trailer: Segment, interchange: Interchange, parts: int) -> Iterator[Finding]:
    """UNZ 0036 (groups where they are used, else messages) and 0020 against what was read."""
    elements = trailer.elements()
    if _differs(at(elements, 0), parts):
        text = f"UNZ counts {at(elements, 0)[:12]!r} groups or messages, there are {parts}"
        yield warning("interchange-count", None, text)._replace(offset=trailer.offset)
    if interchange.header and at(elements, 1) != (interchange.control_reference or ""):
        text = "UNZ names another control reference than UNB"
        yield warning("interchange-reference", None, text)._replace(offset=trailer.offset)


def _differs(stated: str, counted: int) -> bool:
    return not _is_count(stated) or int(stated) != counted


def _is_count(stated: str) -> bool:
    """Whether the text is a number of the standard's length (0074: up to ten digits)."""
    # Python refuses to convert very long digits and accepts those of other scripts: neither is a count.
    return stated.isascii() and stated.isdigit() and len(stated) <= 10


def message_trailer(message: Message, *, closed: bool) -> Iterator[Finding]:
    """UNT 0074 and 0062 against the message; `closed` is false where there is no UNT to ask."""
    last = message.segments[-1]
    if not closed:
        # Segments behind a misplaced UNT leave the message open at its end; that has its own finding.
        if not any(segment.tag == "UNT" for segment in message.segments):
            yield warning("message-trailer-missing", last.ordinal, "no UNT: the message may be cut short")
        return
    elements = last.elements()
    stated = at(elements, 0)
    if not _is_count(stated):
        yield info("segment-count", last.ordinal, "UNT gives no count")
    elif int(stated) != len(message.segments):
        text = f"UNT counts {stated} segments, there are {len(message.segments)}"
        yield warning("segment-count", last.ordinal, text)
    if at(elements, 1) != (message.reference or ""):
        yield info("message-reference", last.ordinal, "UNT names another message reference than UNH")
