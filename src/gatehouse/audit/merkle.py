"""The Merkle tree of RFC 9162 §2.1 (the same tree as RFC 6962 §2.1), over SHA-256, for logs too long to hold.

Leaves go in at the right and are forgotten: an `Edge` keeps only the roots of the complete subtrees at the right-hand
edge, at most one for each bit of the size. A `Prover` is an edge that writes down audit paths for the leaves it was
told to watch. Proofs are verified by a root alone. Hashes are 32 bytes; positions count from 0.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

HASH_BYTES = 32
LEAF_PREFIX = b"\x00"
NODE_PREFIX = b"\x01"
"""What keeps a leaf from ever passing for a node (RFC 9162 §2.1.1)."""
SIZE_MAX = (1 << 63) - 1
"""Leaves of the longest log: what a PostgreSQL bigint counts."""
EMPTY_ROOT = hashlib.sha256().digest()


def leaf_hash(entry: bytes) -> bytes:
    """MTH({d0}) = SHA-256(0x00 || d0)."""
    return hashlib.sha256(LEAF_PREFIX + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 || left || right)."""
    return hashlib.sha256(NODE_PREFIX + left + right).digest()


class Edge:
    """The right-hand edge of a tree of `size` leaves: all that appending and the root need.

    `nodes` are the roots of its complete subtrees, largest first; their sizes are the bits of `size`.
    """

    def __init__(self, size: int = 0, nodes: Sequence[bytes] = ()) -> None:
        """Go on from an edge that was kept. Raises `ValueError` when the nodes cannot be those of that size."""
        fits = 0 <= size <= SIZE_MAX and len(nodes) == size.bit_count() and all(len(n) == HASH_BYTES for n in nodes)
        if not fits:
            raise ValueError(f"{len(nodes)} nodes are not the edge of a tree of {size} leaves")
        self.size, self.nodes = size, list(nodes)

    def append(self, leaf: bytes) -> None:
        """Put the leaf of this hash at the right."""
        rest, nodes = self.size, self.nodes
        while rest & 1:
            leaf = node_hash(nodes.pop(), leaf)
            rest >>= 1
        nodes.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        """The Merkle tree hash of all leaves so far; of none, the hash of nothing."""
        if not self.nodes:
            return EMPTY_ROOT
        folded = self.nodes[-1]
        for node in reversed(self.nodes[:-1]):
            folded = node_hash(node, folded)
        return folded


class Prover(Edge):
    """An edge that keeps the audit paths of watched leaves while leaves are appended.

    It may go on from a kept edge: then the last leaf before it can be watched too, from the subtree it ends, which
    is all that a consistency proof from that size needs.
    """

    def __init__(self, watched: Iterable[int], size: int = 0, nodes: Sequence[bytes] = ()) -> None:
        super().__init__(size, nodes)
        self._paths: dict[int, list[bytes]] = {leaf: [] for leaf in watched}
        self.watched = frozenset(self._paths)
        self._under: list[list[int]] = [[] for _ in nodes]
        if size and size - 1 in self._paths:
            self._under[-1].append(size - 1)

    def append(self, leaf: bytes) -> None:
        """Put the leaf of this hash at the right; both halves of each new subtree get the other one's root."""
        number, rest = self.size, self.size
        under = [number] if number in self._paths else []
        while rest & 1:
            left, under_left = self.nodes.pop(), self._under.pop()
            self._meet(left, under_left, leaf, under)
            leaf, under, rest = node_hash(left, leaf), under_left + under, rest >> 1
        self.nodes.append(leaf)
        self._under.append(under)
        self.size += 1

    def _meet(self, left: bytes, under_left: list[int], right: bytes, under_right: list[int]) -> None:
        for watched in under_left:
            self._paths[watched].append(right)
        for watched in under_right:
            self._paths[watched].append(left)

    def paths(self) -> dict[int, tuple[bytes, ...]]:
        """The path from each watched leaf to the root (RFC 9162 §2.1.3.1). To be asked once, when all leaves are in."""
        if self.nodes:
            folded, under = self.nodes[-1], list(self._under[-1])
            for node, under_node in zip(reversed(self.nodes[:-1]), reversed(self._under[:-1]), strict=True):
                self._meet(node, under_node, folded, under)
                folded, under = node_hash(node, folded), under_node + under
        return {watched: tuple(path) for watched, path in self._paths.items()}


def consistency_proof(old_edge: Edge, path: Sequence[bytes]) -> tuple[bytes, ...]:
    """The proof that a tree grew from `old_edge` (RFC 9162 §2.1.4.1).

    `path` is that of leaf `old_edge.size - 1` as a prover gives it that went on from `old_edge`: it begins at the
    smallest subtree of the edge, whose root comes first unless it is the whole old tree, which the verifier knows.
    """
    if not old_edge.size:
        return ()
    return tuple(path) if old_edge.size.bit_count() == 1 else (old_edge.nodes[-1], *path)


def is_included(leaf: bytes, number: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether the leaf of this hash is leaf `number` of the tree of `size` leaves and this root (§2.1.3.2)."""
    if not 0 <= number < size:
        return False
    at, last, folded = number, size - 1, leaf
    for sibling in path:
        if not last:
            return False
        if at & 1 or at == last:
            folded = node_hash(sibling, folded)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            folded = node_hash(folded, sibling)
        at, last = at >> 1, last >> 1
    return not last and folded == root


def is_consistent(old: tuple[int, bytes], new: tuple[int, bytes], proof: Sequence[bytes]) -> bool:
    """Whether the tree `new` (size, root) holds all leaves of the tree `old`, unaltered and first (§2.1.4.2)."""
    (old_size, old_root), (new_size, new_root) = old, new
    if not 0 <= old_size <= new_size:
        return False
    if not old_size or old_size == new_size:
        # Every tree grew from the empty one, and from itself; there is nothing to prove it with.
        return not proof and old_root == (new_root if old_size else EMPTY_ROOT)
    hashes = [old_root, *proof] if old_size.bit_count() == 1 else list(proof)
    return bool(hashes) and _folds(old_size - 1, new_size - 1, hashes) == (old_root, new_root)


def _folds(at: int, last: int, hashes: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    """The old and the new root that the hashes lead to; none when there are too few or too many of them."""
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = hashes[0]
    for sibling in hashes[1:]:
        if not last:
            return None
        if at & 1 or at == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        at, last = at >> 1, last >> 1
    return (old, new) if not last else None
