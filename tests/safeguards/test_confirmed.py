"""What stands in a confirmed match is what a person is answerable for, and no score is in it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from gatehouse.safeguards.confirmed import ConfirmedMatch


def test_it_holds_who_when_why_and_no_score() -> None:
    held = {field.name for field in fields(ConfirmedMatch)}
    assert held == {"hit", "decided_by", "second", "decided_at", "grounds", "rule", "provision", "purpose"}


def test_it_is_not_made_by_calling_it() -> None:
    with pytest.raises(TypeError, match="person's decision"):
        ConfirmedMatch()
    with pytest.raises(TypeError):
        ConfirmedMatch("h", "p")
