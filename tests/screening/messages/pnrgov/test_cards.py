"""No card number survives, and nothing else is taken for one. The numbers are published test numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.messages.pnrgov.cards import masked_account, masked_text

CARDS = ["4111111111111111", "5555555555554444", "378282246310005", "30569309025904", "6011111111111117"]


@pytest.mark.parametrize(
    ("account", "kept", "whole"),
    [
        ("4111111111111111", "XXXXXXXXXXXX1111", True),
        ("411111XXXXXX1111", "XXXXXXXXXXXX1111", False),
        ("XXXXXXXXXXXX1111", "XXXXXXXXXXXX1111", False),
        ("1111", "1111", False),
        ("", "", False),
    ],
)
def test_masked_account(account, kept, whole):
    assert masked_account(account) == (kept, whole)


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("around", ["{}", "PAID BY {} TODAY", "F/FP CCVI{}/0227", "X{}X"])
def test_card_in_text_is_masked(card, around):
    clean = masked_text(around.format(card))
    assert card not in clean
    assert card[-4:] in clean
    assert card[:-4] not in clean


def test_grouped_digits_are_a_card_too():
    assert "4111 1111" not in masked_text("CARD 4111 1111 1111 1111")
    assert "4111-1111" not in masked_text("CARD 4111-1111-1111-1111")


@pytest.mark.parametrize(
    "text",
    ["TKT NBR 9991234567890", "CTCM 4791234567", "PAX 30067 2075550199", "4111111111111112", "NO DIGITS", ""],
)
def test_other_numbers_stay(text):
    assert masked_text(text) == text


@given(st.text(max_size=60))
def test_masking_twice_is_masking_once(text):
    once = masked_text(text)
    assert masked_text(once) == once
    assert len(once) == len(text)
