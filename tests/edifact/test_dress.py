"""What wears another dress comes out as the text it stands for, and what is hostile does not come out for ever."""

from __future__ import annotations

import base64
import gzip
import io
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.edifact import limits
from gatehouse.edifact.dress import undressed
from gatehouse.edifact.errors import TooLargeError

TEXT = b"UNB+UNOA:4+A+B+260101:0900+1'UNH+1+PAXLST:D:05B:UN:IATA'NAD+FL+++O?'NEIL:JOHN'" + b"RFF+AVF:ABC123'" * 900
MAIL = b"From: ops@carrier.example\r\nContent-Transfer-Encoding: base64\r\n\r\n"


def _read(raw: bytes, size: int = 999) -> bytes:
    stream = undressed(io.BytesIO(raw))
    return b"".join(iter(lambda: stream.read(size), b""))


@pytest.mark.parametrize(
    "dress",
    [
        lambda text: text,
        gzip.compress,
        lambda text: gzip.compress(text[:999]) + gzip.compress(text[999:]) + bytes(512),
        lambda text: text.decode().encode("utf-16"),
        lambda text: text.decode().encode("utf-16-le"),
        lambda text: text.decode().encode("utf-16-be"),
        lambda text: text.decode().encode("cp037"),
        lambda text: text.decode().encode("cp500"),
        base64.encodebytes,
        lambda text: MAIL + base64.encodebytes(text) + b"\r\n-- \r\nThe carrier\r\n",
        lambda text: b"--X\nsee attachment\n--X\n" + MAIL + base64.b64encode(text) + b"\n--X--\n",
        lambda text: gzip.compress(text.decode().encode("cp500")),
    ],
)
def test_every_dress_comes_off(dress: Callable[[bytes], bytes]) -> None:
    out = _read(dress(TEXT))
    assert (len(out), out == TEXT) == (len(TEXT), True)


@given(st.binary(max_size=5_000), st.integers(1, 700))
def test_whatever_comes_is_read_to_an_end(raw: bytes, size: int) -> None:
    _read(raw, size)
    _read(b"\x1f\x8b\x08" + raw, size)
    _read(gzip.compress(raw)[: size * 2] + raw, size)


@given(st.binary(max_size=300))
def test_plain_text_is_let_through_byte_for_byte(noise: bytes) -> None:
    assert _read(b"UNB+UNOC:3+" + noise) == b"UNB+UNOC:3+" + noise


def test_a_torn_archive_gives_what_comes_before_the_hole() -> None:
    packed = zlib.compressobj(wbits=31)
    first = packed.compress(TEXT) + packed.flush(zlib.Z_FULL_FLUSH)
    assert _read(first) == TEXT
    assert _read(first + b"\xff" * 64) == TEXT


def test_a_small_archive_of_much_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNDRESSED_MAX", 1 << 22)
    stream = undressed(io.BytesIO(gzip.compress(b"UNB" + bytes(1 << 23))))
    assert sum(len(stream.read()) for _ in range(4)) <= limits.UNDRESSED_MAX
    with pytest.raises(TooLargeError, match="more than 4194304 bytes"):
        stream.read()


def test_a_message_in_small_letters_alone_is_read() -> None:
    raw = b"unb+unoa:4+a+b+260301:1200+1'unh+1+paxlst:d:05b:un:iata'bgm+745'nad+fl+++roe:jane'unt+4+1'unz+1+1'"
    assert undressed(io.BytesIO(raw)).read() == raw.upper()
