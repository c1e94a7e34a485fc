"""Without a register nothing was disclosed; the one that stands knows of nobody whom nothing was given of."""

from __future__ import annotations

from pathlib import Path

from gatehouse.screening.redress import disclosures


def test_nothing_was_disclosed(database: Path) -> None:
    del database
    assert disclosures.NothingDisclosed().about([1, 2]) == []
    assert disclosures.about([1]) == []
