"""Reasons of offers and of possible duplicates in words: each has some, and none shows a code."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import translation

from gatehouse.assessment.assistance.duplicates import NamesAlike, SameHelp
from gatehouse.assessment.assistance.proposals import Ground, Reason
from gatehouse.web.assessment.help_words import fits_because, twice_because

DAYS = (dt.date(2026, 1, 1), dt.date(2026, 6, 30))


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_no_reason_shows_a_code(desk: object, language: str) -> None:
    with translation.override(language):
        told = [fits_because(Reason(ground, "4" if ground is Ground.PRIORITY else "pnr")) for ground in Ground]
        told += [twice_because(SameHelp("pnr", ("X-AL",), *DAYS)), twice_because(NamesAlike(91, ("X-AL",)))]
        name = desk.scene.state.name_in(language)
    assert not any("pnr" in one or "X-AL" in one for one in told)
    assert told[2].endswith(": 15")
    assert all(name in one for one in told[-2:])
