"""Where a log begins whose first entries were forgotten: the tree of what is gone, kept as the roots of its subtrees.

At most 63 hashes stand for all forgotten entries and their order, so that the rest of the log has the roots that were
signed for the whole. They are believed only where they fold to the root of a checkpoint that was countersigned while
the entries were still there.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from gatehouse.audit.merkle import HASH_BYTES, Edge
from gatehouse.audit.signing import Note, PrivateKey, to_base64

MARK = "gatehouse certificate of forgotten entries 1"


class Beginning(NamedTuple):
    """The first `size` entries are forgotten; `nodes` are the roots of their complete subtrees, largest first."""

    size: int = 0
    nodes: tuple[bytes, ...] = ()

    def edge(self) -> Edge:
        """The tree as it was at that size. Raises `ValueError` where the nodes cannot be those of it."""
        return Edge(self.size, self.nodes)


WHOLE = Beginning()
"""A log that begins with its first entry."""


class Forgot(NamedTuple):
    """What a certificate says: so many entries of this root, all made before a day, were forgotten on another, under a
    law profile (the SHA-256 of its bytes).
    """

    origin: str
    size: int
    root: bytes
    before: dt.date
    on: dt.date
    law: str

    def text(self) -> str:
        """What is signed. Its first line is none that a checkpoint could have."""
        said = (MARK, self.origin, str(self.size), to_base64(self.root), f"before {self.before}", f"on {self.on}")
        return "".join(f"{line}\n" for line in (*said, f"law {self.law}"))

    def signed(self, key: PrivateKey) -> Note:
        """The certificate with the log's signature."""
        text = self.text()
        return Note(text, (key.signature_line(text),))


def beginning_of(size: int, joined: bytes) -> Beginning:
    """The beginning whose nodes stand one after the other in `joined`."""
    return Beginning(size, tuple(joined[at : at + HASH_BYTES] for at in range(0, len(joined), HASH_BYTES)))
