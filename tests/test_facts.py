"""A fact is equal to its own text and to no other."""

from __future__ import annotations

import hashlib

from facts import DIGITS, Fact


def test_a_fact_is_its_own_text_only() -> None:
    fact = Fact(hashlib.sha256(b"ROE").hexdigest()[:DIGITS])
    assert (fact, 1) == ("ROE", 1)
    assert fact != "DOE"
    assert fact != 7
    assert "ROE" in [fact]
