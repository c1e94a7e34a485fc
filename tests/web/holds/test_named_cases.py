"""How the case of a hold stands, and who is led to it."""

from __future__ import annotations

from typing import cast

import pytest

from gatehouse.web.holds import named_cases as module
from gatehouse.web.holds.named_cases import CLOSED, OPEN, UNKNOWN, NamedCase, named_cases
from gatehouse.web.sitting import Sitting

REFS = ["case:1", "case:2", "case:3", "case:1"]


@pytest.mark.parametrize("sees", [True, False])
def test_an_open_case_leads_to_the_register_for_whom_it_is_open(sees: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.register, "are_open", lambda _: {"case:1": True, "case:2": False})
    monkeypatch.setattr(module, "is_open", lambda *_: sees)
    assert named_cases(cast(Sitting, None), REFS) == {
        "case:1": NamedCase(*OPEN, "/cases/#case-1" if sees else ""),
        "case:2": NamedCase(*CLOSED, ""),
        "case:3": NamedCase(*UNKNOWN, ""),
    }
