"""Streams to messages: interchange after interchange, each with its own delimiters."""

from __future__ import annotations

from collections.abc import Iterator

from gatehouse.edifact.assembly import Assembly
from gatehouse.edifact.errors import TooLargeError
from gatehouse.edifact.message import Message
from gatehouse.edifact.scanner import Readable, Scanner


def read(stream: Readable) -> Iterator[Message]:
    """Every message of the stream, in order.

    Refuses a stream without any interchange (`NotEdifactError`, which says what it looks like) and what passes a
    limit (`TooLargeError`); both name the byte. Messages complete before the error have been yielded. An
    interchange without messages is one message without segments, so that it is not lost.
    """
    scanner = Scanner(stream)
    index, entered = 0, False
    while header := scanner.next_interchange():
        entered = True
        assembly = Assembly(header, index)
        try:
            for batch in scanner.pieces(header):
                yield from assembly.take(batch)
        except TooLargeError:
            # The message before the faulty one is whole: its people are handed on first.
            yield from assembly.flush()
            raise
        yield from assembly.close(scanner.offset)
        index = assembly.index
    if not entered:
        raise scanner.refusal(0)
