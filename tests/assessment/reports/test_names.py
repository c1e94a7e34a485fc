"""Codes in words, in both languages."""

from __future__ import annotations

from pathlib import Path

from gatehouse.assessment.reports.names import names


def test_codes_that_look_alike_are_told_apart(database: Path) -> None:
    del database
    english, chinese = names("en"), names("zh")
    assert english.keys() == chinese.keys()
    assert english["compliance:not"] == "not compliant"
    assert english["status:not"] == "not taken up"
    assert chinese["theme:pnr"] == "旅客姓名记录"
