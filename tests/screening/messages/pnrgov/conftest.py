"""Pushes written segment by segment. Everybody in these tests is fictitious."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from gatehouse.edifact import Message, read
from gatehouse.screening.messages.pnrgov import reader
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft
from gatehouse.terms.reading import Reading

LEVEL_ZERO = ("MSG+:22", "ORG+1A:MUC", "TVL+150625:0930:150625:1340+OSL+ATH+ZZ+611", "EQN+1")


@pytest.fixture
def message() -> Callable[..., Message]:
    """A message of the type with these segments between UNH and UNT."""

    def build(*segments: str, kind: str = "PNRGOV:13:1:IA", sequence: str = "") -> Message:
        head = ("UNB+IATA:1+ZZ+GOV+250614:1200+7", f"UNH+1+{kind}+ZZ611/150625{sequence}")
        text = "".join(segment + "'" for segment in (*head, *segments, f"UNT+{len(segments) + 2}+1", "UNZ+1+7"))
        return next(iter(read(io.BytesIO(text.encode()))))

    return build


@pytest.fixture
def push(message: Callable[..., Message]) -> Callable[..., Reading]:
    """The reading of a push whose bookings are these segments."""

    def build(*segments: str, level_zero: tuple[str, ...] = LEVEL_ZERO) -> Reading:
        return reader.read(message(*level_zero, *segments))

    return build


@pytest.fixture
def booking(push: Callable[..., Reading]) -> Callable[..., Reading]:
    """The reading of a push of one booking, SRC and RCI already there."""

    def build(*segments: str) -> Reading:
        return push("SRC", "RCI+1A:QX7PLM::010625:0815", *segments)

    return build


@pytest.fixture
def draft() -> BookingDraft:
    """An empty booking of 2025."""
    return BookingDraft(1, 1, 2025, None, [])


@pytest.fixture
def codes() -> Callable[[Reading], list[str]]:
    """The codes of a reading's findings, in order."""
    return lambda reading: [finding.code for finding in reading.findings]
