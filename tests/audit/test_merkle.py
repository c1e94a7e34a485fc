"""The tree against the recursive definitions of RFC 9162 §2.1, written here as the RFC writes them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.audit.merkle import (
    EMPTY_ROOT,
    Edge,
    Prover,
    consistency_proof,
    is_consistent,
    is_included,
    leaf_hash,
    node_hash,
)

KNOWN = [bytes.fromhex(one) for one in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657")]
KNOWN.append(bytes(range(0x60, 0x70)))
"""The eight leaves on which implementations of certificate transparency compare their roots."""
KNOWN_ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    4: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


def split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1


def mth(leaves: Sequence[bytes]) -> bytes:
    """§2.1.1."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaf_hash(leaves[0])
    k = split(len(leaves))
    return node_hash(mth(leaves[:k]), mth(leaves[k:]))


def path(m: int, leaves: Sequence[bytes]) -> list[bytes]:
    """§2.1.3.1."""
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if m < k:
        return [*path(m, leaves[:k]), mth(leaves[k:])]
    return [*path(m - k, leaves[k:]), mth(leaves[:k])]


def subproof(m: int, leaves: Sequence[bytes], is_known: bool = True) -> list[bytes]:
    """§2.1.4.1."""
    if m == len(leaves):
        return [] if is_known else [mth(leaves)]
    k = split(len(leaves))
    if m <= k:
        return [*subproof(m, leaves[:k], is_known), mth(leaves[k:])]
    return [*subproof(m - k, leaves[k:], False), mth(leaves[:k])]


def edge_of(leaves: Sequence[bytes]) -> Edge:
    edge = Edge()
    for leaf in leaves:
        edge.append(leaf_hash(leaf))
    return edge


def proof_between(leaves: Sequence[bytes], m: int) -> tuple[bytes, ...]:
    old = edge_of(leaves[:m])
    prover = Prover([m - 1], old.size, old.nodes)
    for leaf in leaves[m:]:
        prover.append(leaf_hash(leaf))
    return consistency_proof(old, prover.paths().get(m - 1, ()))


@pytest.mark.parametrize("size", KNOWN_ROOTS)
def test_known_roots(size: int) -> None:
    assert edge_of(KNOWN[:size]).root().hex() == KNOWN_ROOTS[size]


def test_the_empty_tree() -> None:
    assert Edge().root() == EMPTY_ROOT == hashlib.sha256(b"").digest()
    assert Prover([]).paths() == {}


LEAVES = st.lists(st.binary(max_size=3), min_size=1, max_size=70)


@given(LEAVES)
def test_the_root_is_that_of_the_definition(leaves: list[bytes]) -> None:
    assert edge_of(leaves).root() == mth(leaves)


@given(LEAVES, st.data())
def test_an_edge_that_was_kept_goes_on_as_if_it_had_not_been(leaves: list[bytes], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(leaves)))
    kept = edge_of(leaves[:cut])
    edge = Edge(kept.size, kept.nodes)
    for leaf in leaves[cut:]:
        edge.append(leaf_hash(leaf))
    assert edge.root() == mth(leaves)


@given(LEAVES)
def test_every_path_is_that_of_the_definition_and_proves_its_leaf(leaves: list[bytes]) -> None:
    prover = Prover(range(len(leaves)))
    for leaf in leaves:
        prover.append(leaf_hash(leaf))
    root = prover.root()
    for number, found in prover.paths().items():
        assert list(found) == path(number, leaves)
        assert is_included(leaf_hash(leaves[number]), number, len(leaves), found, root)


@given(LEAVES, st.data())
def test_a_path_proves_nothing_else(leaves: list[bytes], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(leaves) - 1))
    root, found, leaf = mth(leaves), path(number, leaves), leaf_hash(leaves[number])
    size = len(leaves)
    assert not is_included(leaf_hash(b"another"), number, size, found, root)
    assert not is_included(leaf, number, size, [*found, root], root)
    assert not is_included(leaf, number, size, found, leaf_hash(b"another"))
    for wrong in (-1, size, size + 1):
        assert not is_included(leaf, wrong, size, found, root)
    if found:
        assert not is_included(leaf, number, size, found[:-1], root)
        assert not is_included(leaf, number, size, [bytes(32), *found[1:]], root)


def test_leaves_with_other_neighbours_do_not_pass_for_each_other() -> None:
    leaves = [bytes([number]) for number in range(7)]
    root = mth(leaves)
    proved = [
        (claimed, true)
        for claimed in range(7)
        for true in range(7)
        if is_included(leaf_hash(leaves[true]), claimed, 7, path(true, leaves), root)
    ]
    assert proved == [(number, number) for number in range(7)]


@given(LEAVES, st.data())
def test_a_tree_is_proved_to_have_grown(leaves: list[bytes], data: st.DataObject) -> None:
    m = data.draw(st.integers(1, len(leaves)))
    proof = proof_between(leaves, m)
    old, new = (m, mth(leaves[:m])), (len(leaves), mth(leaves))
    if m < len(leaves):
        assert list(proof) == subproof(m, leaves)
        assert is_consistent(old, new, proof)
        assert not is_consistent(old, new, [*proof, proof[-1]])
        assert not is_consistent(old, new, proof[:-1])
        assert not is_consistent((m, bytes(32)), new, proof)
        assert not is_consistent(old, (len(leaves), bytes(32)), proof)
        assert not is_consistent(new, old, proof)
    else:
        assert is_consistent(old, new, ())


@given(LEAVES, st.data())
def test_a_rewritten_tree_has_no_proof(leaves: list[bytes], data: st.DataObject) -> None:
    m = data.draw(st.integers(1, len(leaves)))
    altered = data.draw(st.integers(0, m - 1))
    rewritten = [*leaves[:altered], leaves[altered] + b"!", *leaves[altered + 1 :]]
    old, new = (m, mth(leaves[:m])), (len(leaves), mth(rewritten))
    for proof in (proof_between(leaves, m), proof_between(rewritten, m), ()):
        assert not is_consistent(old, new, proof)


def test_every_tree_grew_from_the_empty_one() -> None:
    assert is_consistent((0, EMPTY_ROOT), (3, mth([b"a", b"b", b"c"])), ())
    assert not is_consistent((0, bytes(32)), (3, mth([b"a", b"b", b"c"])), ())
    assert not is_consistent((0, EMPTY_ROOT), (3, bytes(32)), (bytes(32),))
    assert consistency_proof(Edge(), ()) == ()


@pytest.mark.parametrize(("size", "nodes"), [(1, 0), (3, 1), (2, 2), (-1, 0)])
def test_an_edge_has_a_node_for_each_bit(size: int, nodes: int) -> None:
    with pytest.raises(ValueError, match="not the edge"):
        Edge(size, [bytes(32)] * nodes)


def test_a_node_of_an_edge_is_a_hash() -> None:
    with pytest.raises(ValueError, match="not the edge"):
        Edge(1, [b"short"])


def test_a_leaf_never_passes_for_a_node() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert leaf_hash(left + right) != node_hash(left, right)
