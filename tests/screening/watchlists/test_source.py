"""Bytes become lines, or the file is refused with the place."""

from __future__ import annotations

import io

import pytest

from gatehouse.screening.watchlists import source as source_module
from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.source import Source


def of(data: bytes) -> Source:
    return Source("list", io.BytesIO(data))


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"a\nb\n", ["a\n", "b\n"]),
        (b"\xef\xbb\xbfa\r\nb", ["a\r\n", "b"]),
        ("é\n\ufeffx".encode(), ["é\n", "\ufeffx"]),
        (b"", []),
    ],
)
def test_lines_keep_their_ends_and_lose_only_the_first_byte_order_mark(data: bytes, lines: list[str]) -> None:
    assert list(of(data).lines()) == lines


@pytest.mark.parametrize(
    ("data", "position", "cause"),
    [
        (b"ok\nna\xefve\n", "line 2, byte 5", "not UTF-8"),
        (b"ok\n\x00\n", "line 2", "binary data"),
    ],
)
def test_bytes_that_are_no_text_are_refused_where_they_stand(data: bytes, position: str, cause: str) -> None:
    with pytest.raises(ListFileError) as caught:
        list(of(data).lines())
    assert (caught.value.position, caught.value.cause) == (position, cause)


def test_a_line_without_an_end_is_refused_before_it_fills_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "LINE_BYTES_MAX", 10)
    assert len(list(of(b"x" * 10).lines())) == 1
    with pytest.raises(ListFileError, match="longer than 10 bytes"):
        list(of(b"x" * 11).lines())


def test_a_file_beyond_the_limit_is_refused_and_the_stream_is_put_back() -> None:
    source = of(b"12345")
    source.check_size(5)
    assert source.stream.tell() == 0
    with pytest.raises(ListFileError, match="5 bytes, more than the 4"):
        source.check_size(4)


def test_the_error_is_one_line_with_file_place_cause_and_remedy() -> None:
    assert str(of(b"").refuse("line 1", "cause", "remedy")) == "list: line 1: cause; remedy"
