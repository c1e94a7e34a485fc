"""The kinds of the form are those of the room, each with its name."""

from __future__ import annotations

from gatehouse.assessment.evidence.store import kinds
from gatehouse.web.assessment.evidence_forms import KIND_NAMES, BringForm


def test_every_kind_has_a_name_and_codes_are_told_apart() -> None:
    assert set(KIND_NAMES) == set(kinds())
    form = BringForm({"kind": "observation", "title": "T", "told": "x", "obligations": "2396-2; 2396-11a 2396-2"})
    assert form.is_valid()
    assert form.brought().obligations == ("2396-2", "2396-11a")
