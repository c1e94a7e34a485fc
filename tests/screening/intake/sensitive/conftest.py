"""Interchanges of one message, and what is left of them."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable

import pytest

from gatehouse.screening.intake.sensitive import Redacted

UNB = "UNB+IATA:1+1A+KRC+260127:0649+0003'"


def _redacted(raw: bytes, size: int = 1 << 20) -> tuple[bytes, Counter[str]]:
    stream = Redacted(io.BytesIO(raw))
    out = b"".join(iter(lambda: stream.read(size), b""))
    assert len(out) == len(raw)
    return out, stream.removed


@pytest.fixture(scope="session")
def redacted() -> Callable[..., tuple[bytes, Counter[str]]]:
    """What is left of some bytes, and what was taken out by trait."""
    return _redacted


@pytest.fixture(scope="session")
def left() -> Callable[[str], str]:
    """What is left of the body of a PNRGOV message."""

    def left_of(body: str) -> str:
        head, tail = f"{UNB}UNH+1+PNRGOV:11:1:IA'MSG+:22'SRC'", "UNT+4+1'UNZ+1+0003'"
        out, _ = _redacted(f"{head}{body}{tail}".encode())
        text = out.decode()
        assert text.startswith(head)
        assert text.endswith(tail)
        return text[len(head) : -len(tail)]

    return left_of
