"""Master keys wrap, show nothing of themselves, and are looked for again when another one is wanted."""

from __future__ import annotations

import pytest

from gatehouse.retention.errors import MasterKeyError, SealError
from gatehouse.retention.master_key import Masters, SoftMasterKey

ONE, TWO = SoftMasterKey(bytes(32)), SoftMasterKey(bytes(range(32)))


def test_a_wrapped_key_is_unwrapped_at_its_place_by_its_master() -> None:
    wrapped = ONE.wrap(b"k" * 32, "receipt-day/2026-01-20")
    assert ONE.unwrap(wrapped, "receipt-day/2026-01-20") == b"k" * 32
    for key, place in ((TWO, "receipt-day/2026-01-20"), (ONE, "receipt-day/2026-01-21")):
        with pytest.raises(SealError):
            key.unwrap(wrapped, place)


def test_a_key_is_written_and_read_again() -> None:
    assert SoftMasterKey.from_text(TWO.text() + "\n") == TWO


@pytest.mark.parametrize("text", ["", "secret words", "AAAA", TWO.text()[:-4]])
def test_what_is_no_key_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(MasterKeyError) as refused:
        SoftMasterKey.from_text(text)
    assert not text or text not in str(refused.value)


def test_a_key_shows_nothing_of_itself() -> None:
    assert TWO.text() not in repr(TWO)
    assert TWO.raw.hex() not in repr(TWO)
    assert TWO.fingerprint not in (TWO.raw.hex(), ONE.fingerprint)


def test_an_exchanged_key_is_found_by_looking_again() -> None:
    loaded = [[ONE], [TWO, ONE]]
    masters = Masters(lambda: loaded.pop(0) if len(loaded) > 1 else loaded[0])
    assert masters.current() == ONE
    assert masters.of(TWO.fingerprint) == TWO
    assert masters.current() == TWO
    with pytest.raises(MasterKeyError):
        masters.of("0" * 32)


def test_without_any_key_nothing_begins() -> None:
    with pytest.raises(MasterKeyError):
        Masters(lambda: []).current()
