"""A random sample that anybody can draw again: the seed and the numbers decide, and nobody's wish. Pure.

Each number gets the SHA-256 of the seed and itself as its lot; the least lots are drawn. The seed is given before the
drawing (by the supervisory body, by a public lottery), or made by chance and recorded.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable

from gatehouse.oversight.errors import OversightError
from gatehouse.terms.saying import Saying

SAMPLE_MAX = 10_000


def drawn(numbers: Iterable[int], size: int, seed: int) -> list[int]:
    """`size` of the numbers, ascending; all when there are no more. Raises `OversightError` for a wrong size."""
    if not 1 <= size <= SAMPLE_MAX:
        raise OversightError(
            Saying("a sample has 1 to %(count)s entries", count=SAMPLE_MAX), Saying("ask for another size")
        )
    return sorted(heapq.nsmallest(size, numbers, key=lambda number: (_lot(seed, number), number)))


def _lot(seed: int, number: int) -> bytes:
    return hashlib.sha256(f"{seed}:{number}".encode("ascii")).digest()
