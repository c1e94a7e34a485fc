"""What is a text is decoded; what is none is refused with what to do."""

from __future__ import annotations

import io

import pytest

from gatehouse.assessment.obligations.texts import TextError
from gatehouse.assessment.obligations.texts.decoding import TEXT_BYTES_MAX, decoded

CHINESE = "安全理事会，\n决定继续处理此案。"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("gb18030", "gb18030")],
)
def test_chinese_in_any_usual_encoding(encoding: str, found: str) -> None:
    assert decoded(io.BytesIO(CHINESE.encode(encoding))) == (CHINESE, found)


def test_english_with_curly_quotes_of_windows() -> None:
    file = decoded(io.BytesIO("The “Guiding Principles” of 2015 – see S/2015/939".encode("windows-1252")))
    assert file.encoding == "windows-1252"
    assert "“Guiding Principles”" in file.text


@pytest.mark.parametrize(
    ("data", "remedy"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"%PDF-1.7 ...", "pdftotext"),
        (b"PK\x03\x04rest", "plain text"),
        (b"<!DOCTYPE html><html>", "plain text"),
        (bytes(range(256)) * 20, "no text"),
        (b"a" * (TEXT_BYTES_MAX + 1), "longer than"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(data: bytes, remedy: str) -> None:
    with pytest.raises(TextError, match=remedy):
        decoded(io.BytesIO(data))


def test_never_reads_more_than_the_bound() -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            assert 0 <= size <= TEXT_BYTES_MAX + 1
            self.taken += size
            return b"1. Decides\n" * (size // 11 + 1)

    stream = Endless()
    with pytest.raises(TextError):
        decoded(stream)
    assert stream.taken <= TEXT_BYTES_MAX + 1
