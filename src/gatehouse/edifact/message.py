"""Interchange and message values, as the reader leaves them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from gatehouse.edifact.delimiters import DEFAULT, Delimiters
from gatehouse.edifact.segment import Segment, at
from gatehouse.terms.finding import Finding


@dataclass(frozen=True)
class Interchange:
    """An envelope: its UNB (or `None` when the stream had none) and, where used, the group header UNG."""

    header: Segment | None = None
    group: Segment | None = None
    delimiters: Delimiters = DEFAULT

    @cached_property
    def elements(self) -> list[list[str]]:
        """The elements of UNB: S001, S002, S003, S004, 0020, S005, 0026 …"""
        return self.header.elements() if self.header else []

    @property
    def sender(self) -> str | None:
        """UNB 0004."""
        return at(self.elements, 1) or None

    @property
    def recipient(self) -> str | None:
        """UNB 0010."""
        return at(self.elements, 2) or None

    @property
    def prepared(self) -> tuple[str, str]:
        """UNB 0017 date (YYMMDD or CCYYMMDD) and 0019 time, as sent."""
        return at(self.elements, 3), at(self.elements, 3, 1)

    @property
    def control_reference(self) -> str | None:
        """UNB 0020."""
        return at(self.elements, 4) or None

    @property
    def application(self) -> str | None:
        """UNB 0026."""
        return at(self.elements, 6) or None

    @property
    def is_test(self) -> bool:
        """UNB 0035."""
        return at(self.elements, 10) == "1"


@dataclass(frozen=True)
class Message:
    """One message: UNH to UNT with what stands between, and the findings of its syntax.

    `segments` includes UNH and, when it was there, UNT. `offset` and `end` are byte offsets in the stream; `index`
    counts messages in the stream from 0.
    """

    interchange: Interchange
    segments: list[Segment]
    index: int = 0
    end: int = 0
    findings: tuple[Finding, ...] = field(default=())

    @cached_property
    def header(self) -> list[list[str]]:
        """The elements of UNH: 0062, S009, 0068, S010."""
        return self.segments[0].elements() if self.segments else []

    @property
    def delimiters(self) -> Delimiters:
        """The interchange's delimiters."""
        return self.interchange.delimiters

    @property
    def offset(self) -> int:
        """Byte offset of UNH."""
        return self.segments[0].offset if self.segments else 0

    @property
    def reference(self) -> str | None:
        """UNH 0062."""
        return at(self.header, 0) or None

    @property
    def type(self) -> str | None:
        """UNH 0065: PAXLST, PNRGOV, CUSRES …"""
        return at(self.header, 1).upper() or None

    @property
    def version(self) -> tuple[str, str]:
        """UNH 0052 and 0054: (`D`, `15B`) or (`11`, `1`)."""
        return at(self.header, 1, 1), at(self.header, 1, 2)

    @property
    def common_reference(self) -> str | None:
        """UNH 0068."""
        return at(self.header, 2) or None

    @property
    def sequence(self) -> tuple[str, str]:
        """UNH S010: sequence number and first/last mark (`C`, `F` or empty)."""
        return at(self.header, 3), at(self.header, 3, 1)
