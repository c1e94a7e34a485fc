"""What a person may send along: few files, not large, of three kinds, known by their first bytes. Pure.

Nothing is ever unpacked or drawn here: what an archive or a picture would become is not for this house to find out. A
picture that says it has more points than a page can have is refused by its head alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gatehouse.screening.redress.errors import RedressError
from gatehouse.terms.saying import Saying

COUNT_MAX = 3
BYTES_MAX = 3 << 20
ALL_BYTES_MAX = 6 << 20
POINTS_MAX = 60_000_000
"""Of a PNG: more than a whole page at 600 dots to the inch."""
KINDS = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpeg", b"\x89PNG\r\n\x1a\n": "png"}
PNG_SIZE = slice(16, 24)


class Attachment(NamedTuple):
    """A file as it was sent, and its kind."""

    kind: str
    content: bytes


def attachments(contents: Sequence[bytes]) -> list[Attachment]:
    """The files with their kinds. Raises `RedressError` for too many, too large, empty, or of another kind."""
    if len(contents) > COUNT_MAX:
        raise RedressError(
            Saying("these are more than %(most)s files", most=COUNT_MAX), Saying("send the most important ones")
        )
    if sum(map(len, contents)) > ALL_BYTES_MAX:
        raise RedressError(
            Saying("the files are larger than %(most)s MB together", most=ALL_BYTES_MAX >> 20),
            Saying("send smaller ones"),
        )
    return [Attachment(_kind(content), content) for content in contents]


def _kind(content: bytes) -> str:
    if len(content) > BYTES_MAX:
        raise RedressError(
            Saying("a file is larger than %(most)s MB", most=BYTES_MAX >> 20), Saying("send a smaller one")
        )
    kind = next((kind for start, kind in KINDS.items() if content.startswith(start)), None)
    if kind is None or (kind == "png" and _points(content) > POINTS_MAX):
        raise RedressError(
            Saying("a file is no PDF, JPEG or PNG"), Saying("take a photo of the paper, or save it as PDF")
        )
    return kind


def _points(content: bytes) -> int:
    head = content[PNG_SIZE]
    return int.from_bytes(head[:4]) * int.from_bytes(head[4:])
