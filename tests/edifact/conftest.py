"""Builders of synthetic interchanges, and a way to read them."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from gatehouse.edifact import Message, read

UNB = "UNB+UNOA:4+ZZAIR:ZZ+ZZGOV:ZZ+260301:1200+REF1++APIS'"
UNH = "UNH+M1+PAXLST:D:05B:UN:IATA'"


@pytest.fixture
def read_bytes() -> Callable[[bytes], list[Message]]:
    """Every message of some bytes."""
    return lambda raw: list(read(io.BytesIO(raw)))


@pytest.fixture
def one(read_bytes: Callable[[bytes], list[Message]]) -> Callable[[bytes], Message]:
    """The only message of some bytes."""

    def only(raw: bytes) -> Message:
        (message,) = read_bytes(raw)
        return message

    return only


@pytest.fixture
def interchange() -> Callable[..., bytes]:
    """An interchange of one PAXLST with this body, whose counts are right; `encoding` as asked."""

    def build(body: str = "BGM+745'NAD+FL+++ROE:JANE'", encoding: str = "latin-1") -> bytes:
        count = body.replace("??", "").replace("?'", "").count("'") + 2
        return f"{UNB}{UNH}{body}UNT+{count}+M1'UNZ+1+REF1'".encode(encoding)

    return build


@pytest.fixture
def codes() -> Callable[[Message], set[str]]:
    """The finding codes of a message."""
    return lambda message: {finding.code for finding in message.findings}
