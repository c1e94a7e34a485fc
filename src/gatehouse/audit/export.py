"""An export: the log in one file of JSON Lines that anybody can verify with public keys alone.

The first line says what it is and how many entries follow, then come the notes, then the entries. The bytes of an
entry's line, without its line end, are its leaf, so that the tree can be built with any SHA-256.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import orjson

from gatehouse.audit.beginning import WHOLE, Beginning
from gatehouse.audit.entry import ENTRY_BYTES_MAX
from gatehouse.audit.errors import AuditError, ExportError
from gatehouse.audit.merkle import SIZE_MAX
from gatehouse.audit.signing import NOTE_BYTES_MAX, from_base64, to_base64

VERSION = 1
MARK = "gatehouse-audit-export"
NOTES_MAX = 1_000_000
LINE_BYTES_MAX = 4 * NOTE_BYTES_MAX
Leaf = tuple[int, bytes]
"""The number of an entry and its bytes."""


class Export(NamedTuple):
    """What an export says: the log's name, how long it is, its notes, and the entries to be read once; `beginning` is
    where they begin, when the first ones were forgotten.
    """

    origin: str
    size: int
    notes: tuple[str, ...]
    leaves: Iterator[Leaf]
    beginning: Beginning = WHOLE


def write(out: BinaryIO, export: Export) -> int:
    """Write the export; how many entries were written, which a caller compares with `size`."""
    head: dict[str, object] = {MARK: VERSION, "origin": export.origin, "size": export.size, "notes": len(export.notes)}
    if export.beginning.size:
        head["forgotten"] = export.beginning.size
        head["edge"] = [to_base64(node) for node in export.beginning.nodes]
    out.write(orjson.dumps(head, option=orjson.OPT_APPEND_NEWLINE))
    for note in export.notes:
        out.write(orjson.dumps({"note": note}, option=orjson.OPT_APPEND_NEWLINE))
    written = 0
    for _, leaf in export.leaves:
        out.write(leaf + b"\n")
        written += 1
    return written


def read(stream: BinaryIO) -> Export:
    """Read an export; its entries are read from the stream as they are asked for.

    Raises `ExportError` when it is none or of another version. Whether it is true is for `verify`: a file that is cut
    short, or holds too much, simply has other entries than its checkpoints.
    """
    head = json_object(_line(stream, LINE_BYTES_MAX))
    if head.get(MARK) != VERSION:
        raise ExportError("this is no export of this version", "have it made with `gatehouse audit export`")
    origin, size, count = head.get("origin"), head.get("size"), head.get("notes")
    if not isinstance(origin, str) or not _is_count(size, SIZE_MAX) or not _is_count(count, NOTES_MAX):
        raise ExportError("the first line of the export lacks something", "have it made again")
    beginning = _beginning(head)
    notes = tuple(_note(_line(stream, LINE_BYTES_MAX)) for _ in range(int(str(count))))
    return Export(origin, int(str(size)), notes, _leaves(stream, beginning.size), beginning)


def _beginning(head: dict[str, object]) -> Beginning:
    size, nodes = head.get("forgotten", 0), head.get("edge", [])
    refusal = ExportError("the beginning of the export is none", "have it made again")
    if not _is_count(size, SIZE_MAX) or not isinstance(nodes, list) or not all(isinstance(one, str) for one in nodes):
        raise refusal
    try:
        beginning = Beginning(int(str(size)), tuple(from_base64(one) for one in nodes))
        beginning.edge()
    except (ValueError, AuditError):
        raise refusal from None
    return beginning


def _is_count(value: object, most: int) -> bool:
    return type(value) is int and 0 <= value <= most


def _note(line: bytes) -> str:
    note = json_object(line).get("note")
    if not isinstance(note, str):
        raise ExportError("a checkpoint is missing from the export", "fetch the whole file again")
    return note


def _leaves(stream: BinaryIO, number: int) -> Iterator[Leaf]:
    # One byte more than an entry may have, so that a longer one is met by the reader of entries and not cut to fit.
    while line := stream.readline(ENTRY_BYTES_MAX + 2):
        yield number, line.removesuffix(b"\n")
        number += 1


def _line(stream: BinaryIO, most: int) -> bytes:
    line = stream.readline(most)
    if not line.endswith(b"\n"):
        raise ExportError("the export ends or runs on before its entries", "fetch the whole file again")
    return line


def json_object(line: bytes) -> dict[str, object]:
    """The members of a line that is a JSON object. Raises `ExportError` for any other."""
    try:
        members = orjson.loads(line)
    except orjson.JSONDecodeError:
        members = None
    if not isinstance(members, dict):
        raise ExportError("a line of the file is no JSON object", "fetch the whole file again")
    return members
