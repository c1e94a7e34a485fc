"""Chunks read as one stream: every byte once, in order, whatever sizes are asked for."""

from __future__ import annotations

from itertools import chain, repeat

from hypothesis import given
from hypothesis import strategies as st

from gatehouse.edifact.streaming import Streamed


@given(st.lists(st.binary(max_size=9)), st.lists(st.integers(1, 12) | st.just(-1)))
def test_every_byte_comes_once_whatever_is_asked_for(chunks: list[bytes], sizes: list[int]) -> None:
    stream, read = Streamed(iter(chunks)), []
    for size in chain(sizes, repeat(-1)):
        part = stream.read(size)
        assert size < 0 or len(part) <= size
        if not part:
            break
        read.append(part)
    assert b"".join(read) == b"".join(chunks)
    assert stream.read() == b""


def test_no_more_is_made_than_is_asked_for() -> None:
    made = []

    def chunks():
        for number in range(3):
            made.append(number)
            yield b"ab"

    stream = Streamed(chunks())
    assert made == []
    assert stream.readable()
    assert [stream.read(1), stream.read(1)] == [b"a", b"b"]
    assert made == [0]
