"""Whole files: every shape the reader of segments takes, and those it refuses."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse import edifact
from gatehouse.edifact import Delimiters, EdifactError, NotEdifactError, limits, writer
from gatehouse.screening.intake.sensitive import Redacted

Redact = Callable[..., tuple[bytes, object]]

SECRET = "MUSLIM"
BODY = ["MSG+:22", "SRC", "TIF+CHURCH+CHRISTIAN:A:1", f"IFT+4:28::YY+IS {SECRET}", "SSR+MOML:HK:1:ZZ", "RCI+1A:ABC123"]


def _written(delimiters: Delimiters = Delimiters(), newline: str = "") -> bytes:  # noqa: B008  (frozen)
    def turned(text: str) -> str:
        return text.replace("+", delimiters.element).replace(":", delimiters.component)

    head = [turned("UNB+UNOC:3+A+B+260127:0649+1"), turned("UNH+1+PNRGOV:11:1:IA")]
    texts = [*head, *map(turned, BODY), turned(f"UNT+{len(BODY) + 2}+1"), turned("UNZ+1+1")]
    return writer.write(texts, delimiters, "latin-1", newline)


# What was beyond the repertoire may be gone with what was taken out, and the finding with it.
def _messages(raw: bytes) -> list[tuple[int, int, list[tuple[str, int, int]], list[str]]]:
    return [
        (
            m.offset,
            m.end,
            [(s.text[:3], s.ordinal, s.offset) for s in m.segments],
            [f.code for f in m.findings if f.code != "charset"],
        )
        for m in edifact.read(io.BytesIO(raw))
    ]


SHAPES = {
    "plain": _written(),
    "lines": _written(newline="\r\n"),
    "other separators": _written(Delimiters("-", ".", ",", "?", " ", "*")),
    "level B": _written(Delimiters("\x1d", "\x1f", ".", " ", " ", "\x1c")),
    "mail header": b"From: ops\r\nSubject: MUSLIM pax\r\n\r\n" + _written() + b"\r\nHALAL regards",
    "two interchanges": _written() + b"\r\n" + _written(Delimiters("-", ".", ",", "?", " ", "*")),
    "quoted-printable": b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    + _written().replace(b"MUSLIM", b"MUS=\r\nL=49M").replace(b"IS ", b"IS=20"),
    "quoted terminators": b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + _written().replace(b"'", b"=27"),
    "curly quotes": _written().replace(b"'", "’".encode()),
    "stray curly quotes": _written().replace(b"MUSLIM'", "MUSLIM’".encode()),
    "Windows curly quotes": _written().replace(b"'", b"\x92"),
    "no trailers": _written().partition(b"UNT")[0],
    "no terminator at the end": _written().partition(b"'RCI")[0],
    "no header": _written().partition(b"'")[2],
    "wrong counts": _written().replace(b"UNT+8", b"UNT+99"),
    "accents": _written().replace(b"IS MUSLIM", "PÈLERIN À LA MECQUE MUSLIM".encode("latin-1")),
    "words beyond the repertoire": _written().replace(b"IS MUSLIM", "МУСУЛЬМАНИН MUSLIM".encode()),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_in_every_shape_the_values_go_and_the_places_stay(redacted: Redact, shape: str) -> None:
    raw = SHAPES[shape]
    out, removed = redacted(raw)
    assert removed["belief"] >= 2, shape
    for secret in (b"MUSLIM", b"MOML", b"L=49M", "МУСУЛЬМАН".encode(), b"HALAL"):
        assert secret not in out
    assert b"CHURCH" in out
    assert _messages(out) == _messages(raw)


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_is_once(redacted: Redact, shape: str) -> None:
    out, _ = redacted(SHAPES[shape])
    assert redacted(out) == (out, {})


@given(st.binary(max_size=40), st.integers(1, 60))
def test_noise_in_a_message_never_moves_anything(noise: bytes, at: int) -> None:
    raw = _written()
    raw = raw[:at] + noise + raw[at:]
    try:
        before = _messages(raw)
    except EdifactError:
        return
    stream = Redacted(io.BytesIO(raw))
    out = b"".join(iter(lambda: stream.read(7), b""))
    assert len(out) == len(raw)
    assert [found[:2] for found in _messages(out)] == [found[:2] for found in before]


@pytest.mark.parametrize("chunk", [61, 200])
def test_chunks_change_nothing(redacted: Redact, monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    raw = SHAPES["two interchanges"] + SHAPES["lines"]
    whole = redacted(raw)
    monkeypatch.setattr(limits, "CHUNK", chunk)
    assert redacted(raw, 3) == whole


@pytest.mark.parametrize("raw", [b"", b"pax is muslim", b"PK\x03\x04 MUSLIM", b"<?xml MUSLIM", bytes(range(256))])
def test_of_a_file_without_an_interchange_nothing_is_let_through(raw: bytes) -> None:
    with pytest.raises(NotEdifactError):
        Redacted(io.BytesIO(raw)).read()


def test_what_cannot_be_cut_is_filled_and_the_error_is_the_same(redacted: Redact) -> None:
    broken = _written().partition(b"UNT")[0] + b"LTS+" + b"MUSLIM " * (limits.SEGMENT_MAX // 6) + b"'" + _written()
    out, _ = redacted(broken)
    assert b"MUSLIM" not in out
    assert b"CHURCH" in out
    errors = []
    for raw in (broken, out):
        with pytest.raises(EdifactError) as fault:
            _messages(raw)
        errors.append(str(fault.value))
    assert errors[0] == errors[1]


def test_memory_does_not_grow_with_the_file() -> None:
    raw = _written()
    many = 6 * limits.CHUNK // len(raw)

    class Long(io.RawIOBase):
        given = 0
        taken = 0
        ahead_max = 0

        def read(self, size: int = -1) -> bytes:
            count = min(many - self.given // len(raw), max(1, size // len(raw)))
            self.given += count * len(raw)
            self.ahead_max = max(self.ahead_max, self.given - self.taken)
            return raw * count

    source = Long()
    stream = Redacted(source)
    while block := stream.read(1 << 16):
        source.taken += len(block)
    assert source.taken == many * len(raw)
    assert source.ahead_max <= 2 * limits.CHUNK
    assert stream.removed["belief"] == 2 * many
