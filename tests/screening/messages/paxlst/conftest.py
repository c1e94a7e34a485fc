"""Messages from their bodies, read end to end through the syntax."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest

from gatehouse import edifact
from gatehouse.edifact import writer
from gatehouse.screening.messages.paxlst.reader import read
from gatehouse.terms.reading import Reading

FLIGHT = ("TDT+20+ZZ0123", "LOC+125+SYD", "DTM+189:2606210900:201", "LOC+87+HNL", "DTM+232:2606202200:201")
PERSON = (
    "NAD+FL+++ROE:ANN:BEE",
    "ATT+2++F",
    "DTM+329:900131",
    "NAT+2+GBR",
    "DOC+P+X1234567",
    "DTM+36:300101",
    "LOC+91+GBR",
)


@pytest.fixture
def message() -> Callable[..., edifact.Message]:
    """The one message of an interchange prepared on 2026-06-20, from the texts of its segments."""

    def build(*body: str, version: str = "15B", sequence: str = "") -> edifact.Message:
        kind = ("PAXLST", "D", version, "UN", "IATA")
        inside = writer.message("M1", kind, body, "", sequence.split(":"))
        segments = ["UNB+UNOA:4+ZZAIR+BORDER+260620:0900+1", *inside, "UNZ+1+1"]
        (only,) = edifact.read(BytesIO(writer.write(segments)))
        return only

    return build


@pytest.fixture
def reading(message: Callable[..., edifact.Message]) -> Callable[..., Reading]:
    """What the message with this body was understood to say."""

    def build(*body: str, sequence: str = "") -> Reading:
        return read(message(*body, sequence=sequence))

    return build


@pytest.fixture
def manifest(reading: Callable[..., Reading]) -> Callable[..., Reading]:
    """A passenger list on ZZ123 from Sydney to Honolulu with these segments for its persons."""

    def build(*persons: str) -> Reading:
        return reading("BGM+745", *FLIGHT, *persons)

    return build


@pytest.fixture
def person() -> tuple[str, ...]:
    """A complete person that gives no finding."""
    return PERSON
