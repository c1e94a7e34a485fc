"""Without a register nothing was disclosed."""

from __future__ import annotations

from gatehouse.screening.redress import disclosures


def test_nothing_was_disclosed() -> None:
    assert disclosures.NothingDisclosed().about([1, 2]) == []
    assert disclosures.about([1]) == []
