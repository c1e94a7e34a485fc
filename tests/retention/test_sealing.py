"""What is sealed opens with its key at its place, and in no other way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.retention.errors import SealError
from gatehouse.retention.sealing import NONCE_BYTES, OVERHEAD_BYTES, new_key, opened, place_of, seal

KEY = bytes(range(32))


@given(st.binary(max_size=2000))
def test_what_was_sealed_is_opened(data: bytes) -> None:
    sealed = seal(KEY, data, "a/1")
    assert opened(KEY, sealed, "a/1") == data
    assert len(sealed) == len(data) + OVERHEAD_BYTES


@given(st.binary(min_size=1, max_size=200), st.data())
def test_not_a_bit_can_be_changed(data: bytes, draw: st.DataObject) -> None:
    sealed = bytearray(seal(KEY, data, "a/1"))
    sealed[draw.draw(st.integers(0, len(sealed) - 1))] ^= 1 << draw.draw(st.integers(0, 7))
    with pytest.raises(SealError):
        opened(KEY, bytes(sealed), "a/1")


@pytest.mark.parametrize("place", ["a/2", "b/1", "a/1/0", ""])
def test_it_opens_at_its_own_place_only(place: str) -> None:
    with pytest.raises(SealError):
        opened(KEY, seal(KEY, b"x", "a/1"), place)


def test_another_key_opens_nothing_and_cut_bytes_are_refused() -> None:
    sealed = seal(KEY, b"words of a message", "a/1")
    with pytest.raises(SealError):
        opened(new_key(), sealed, "a/1")
    for end in range(len(sealed)):
        with pytest.raises(SealError):
            opened(KEY, sealed[:end], "a/1")


def test_no_nonce_comes_twice() -> None:
    nonces = {seal(KEY, b"", "a/1")[1 : 1 + NONCE_BYTES] for _ in range(20_000)}
    assert len(nonces) == 20_000


def test_a_place_names_table_and_row() -> None:
    assert place_of("intake.RawChunk", 12, 0) == "intake.RawChunk/12/0"
