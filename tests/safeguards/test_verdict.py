"""Whether live mode would start: each single reason not to."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.safeguards.signature import new_key_pair, public_key, sign
from gatehouse.safeguards.verdict import SignatureState, Verdict, verdict
from law_files import demo, live

PRIVATE, PUBLIC = new_key_pair()
KEY = public_key(PUBLIC)
TODAY = dt.date(2026, 9, 24)


def _judged(data: bytes) -> Verdict:
    return verdict(data, sign(data, PRIVATE), KEY, TODAY)


def test_a_complete_signed_profile_for_live_use_is_fit() -> None:
    found = _judged(live())
    assert found.refusals == ()
    assert found.signature is SignatureState.VALID
    assert found.standing is not None
    assert found.standing.may_screen


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (demo(), "for demonstrations"),
        (live(('mask_after = "P6M"', "")), "retention.mask_after"),
        (live(("[masking]", "[masks]")), "masks"),
    ],
    ids=["for-demonstrations", "incomplete", "wrong"],
)
def test_a_profile_that_is_not_fit_is_told_although_it_is_signed(data: bytes, told: str) -> None:
    found = _judged(data)
    assert found.signature is SignatureState.VALID
    assert any(told in refusal for refusal in found.refusals)


@pytest.mark.parametrize(
    "signed",
    [None, b"", b"AAAA", sign(live() + b"\n", PRIVATE), sign(live(), new_key_pair()[0])],
    ids=["none", "empty", "no-signature", "of-other-bytes", "of-another-key"],
)
def test_without_a_signature_that_fits_it_is_not_fit(signed: bytes | None) -> None:
    found = verdict(live(), signed, KEY, TODAY)
    assert found.signature is (SignatureState.ABSENT if signed is None else SignatureState.INVALID)
    assert [refusal.partition(":")[0] for refusal in found.refusals] == ["signature"]


def test_without_a_key_a_signature_is_worth_nothing() -> None:
    found = verdict(live(), sign(live(), PRIVATE), None, TODAY)
    assert found.signature is SignatureState.UNCHECKED
    assert found.refusals


def test_a_lapsed_profile_starts_and_screens_nobody() -> None:
    found = _judged(live(("due_on = 2100-01-01", "due_on = 2026-01-01")))
    assert found.refusals == ()
    assert found.standing is not None
    assert not found.standing.may_screen
