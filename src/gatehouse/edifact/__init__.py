"""ISO 9735 syntax: bytes become interchanges, messages and segments, each segment knowing where it stood.

Enters: any stream of bytes. Leaves: `Message` values in file order, with a `Finding` for every deviation that was
survived, or one `EdifactError` for a stream that holds no EDIFACT at all. Pure: no clock, no database, no Django.
Words: interchange, group, message, segment, element, component; delimiters. Invariants: memory does not grow with
the file (one message is held at a time, within `limits`), every byte belongs to a segment or to noise between
interchanges, and `read(write(x)) == x`.

Trust: whoever can change this room can make a traveller vanish before anybody reads of them.
"""

from gatehouse.edifact.delimiters import Delimiters
from gatehouse.edifact.errors import EdifactError, NotEdifactError, TooLargeError
from gatehouse.edifact.message import Interchange, Message
from gatehouse.edifact.reader import read
from gatehouse.edifact.scanner import Readable
from gatehouse.edifact.segment import Segment
from gatehouse.edifact.writer import write

__all__ = [
    "Delimiters",
    "EdifactError",
    "Interchange",
    "Message",
    "NotEdifactError",
    "Readable",
    "Segment",
    "TooLargeError",
    "read",
    "write",
]
