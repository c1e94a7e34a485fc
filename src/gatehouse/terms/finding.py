"""A finding: one fault or oddity in data, said so that a carrier or an operator can act on it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much of the data a finding puts in doubt."""

    ERROR = "error"
    """A value or a person could not be understood; what could be read was kept."""
    WARNING = "warning"
    """The data contradicts itself or its standard, and was understood all the same."""
    INFO = "info"
    """Worth knowing (an unknown code kept as evidence, a repair made), nothing is in doubt."""


class Finding(NamedTuple):
    """One fault, where it is and what it means.

    `segment` is the ordinal of the segment inside its message (UNH is 1), or `None` when the fault has no segment.
    `offset` is the byte offset of that segment in the file. `text` never holds personal data: it names the element
    and the rule, and quotes only codes and counts.
    """

    severity: Severity
    code: str
    segment: int | None
    text: str
    offset: int | None = None


def error(code: str, segment: int | None, text: str) -> Finding:
    """A finding of severity `error`."""
    return Finding(Severity.ERROR, code, segment, text)


def warning(code: str, segment: int | None, text: str) -> Finding:
    """A finding of severity `warning`."""
    return Finding(Severity.WARNING, code, segment, text)


def info(code: str, segment: int | None, text: str) -> Finding:
    """A finding of severity `info`."""
    return Finding(Severity.INFO, code, segment, text)
