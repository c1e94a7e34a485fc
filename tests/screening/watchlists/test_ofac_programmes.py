"""The legal basis that a programme code tells."""

from __future__ import annotations

import pytest

from gatehouse.screening.watchlists.ofac_programmes import legal_basis


@pytest.mark.parametrize(
    ("programme", "basis"),
    [("SDGT", "Executive Order 13224"), ("MALI-EO13882", "Executive Order 13882"), ("NEW", None), ("", None)],
)
def test_a_code_names_its_order_or_is_in_the_table(programme: str, basis: str | None) -> None:
    assert legal_basis(programme) == basis
