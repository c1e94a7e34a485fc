"""What a file that is not EDIFACT looks like, and what its sender should do."""

from __future__ import annotations

from typing import NamedTuple


class Lookalike(NamedTuple):
    """A format told by its first bytes. `remedy` finishes the sentence "this is …;"."""

    looks_like: str
    remedy: str


UNPACK = "unpack it and send the file inside"
MAGIC = {
    b"\x1f\x8b": Lookalike("a gzip archive", UNPACK),
    b"PK\x03\x04": Lookalike("a zip archive (or an office document)", UNPACK),
    b"BZh": Lookalike("a bzip2 archive", UNPACK),
    b"\xfd7zXZ\x00": Lookalike("an xz archive", UNPACK),
    b"7z\xbc\xaf\x27\x1c": Lookalike("a 7-Zip archive", UNPACK),
    b"\x28\xb5\x2f\xfd": Lookalike("a Zstandard archive", UNPACK),
    b"%PDF-": Lookalike("a PDF document", "send the message itself, not a print of it"),
    b"\xff\xfe": Lookalike("UTF-16 text", "save it as UTF-8 or as plain ASCII"),
    b"\xfe\xff": Lookalike("UTF-16 text", "save it as UTF-8 or as plain ASCII"),
    b"<?xml": Lookalike("an XML document other than a PNRGOV", "send the EDIFACT form of the message"),
    b"\xef\xbb\xbf<?xml": Lookalike("an XML document other than a PNRGOV", "send the EDIFACT form of the message"),
}
"""First bytes that no interchange and no wrapper of one begins with."""

TRACES = {
    b"U\x00N\x00": Lookalike("UTF-16 text", "save it as UTF-8 or as plain ASCII"),
    b"\x00U\x00N": Lookalike("UTF-16 text", "save it as UTF-8 or as plain ASCII"),
    b"\xe4\xd5\xc2": Lookalike("EBCDIC text", "have the mainframe's transfer convert it to ASCII"),
    b"VU5CK": Lookalike("Base64 text", "decode the mail's attachment first"),
    b"VU5BOi": Lookalike("Base64 text", "decode the mail's attachment first"),
}
"""Bytes that betray an interchange in another dress, anywhere near the beginning."""

PLAIN = Lookalike("text without UNA, UNB or UNH", "send the interchange as the carrier's system wrote it")
EMPTY = Lookalike("an empty file", "have it sent again; the transfer may have failed")
BINARY = Lookalike("binary data", "send the interchange as the carrier's system wrote it, unpacked and as text")
BINARY_SHARE = 0.1
"""Share of control characters and bytes beyond ASCII from which data is called binary."""


def by_magic(beginning: bytes) -> Lookalike | None:
    """The format that `beginning` certainly is, or None: then it may hold an interchange."""
    return next((known for magic, known in MAGIC.items() if beginning.startswith(magic)), None)


def by_traces(beginning: bytes) -> Lookalike:
    """The best guess at data in which no interchange was found."""
    if not beginning:
        return EMPTY
    for trace, known in TRACES.items():
        if trace in beginning:
            return known
    # Tab, line ends and printable ASCII are text; a few accents do not make a file binary.
    strange = sum(byte > 126 or byte < 9 for byte in beginning)
    return BINARY if strange > BINARY_SHARE * len(beginning) else PLAIN
