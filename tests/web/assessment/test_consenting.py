"""Every word of the ledger has its own words."""

from __future__ import annotations

from gatehouse.assessment.visits.models import SAID as KNOWN
from gatehouse.web.assessment.consenting import SAID


def test_every_word_of_the_ledger_is_told() -> None:
    assert tuple(SAID) == KNOWN
