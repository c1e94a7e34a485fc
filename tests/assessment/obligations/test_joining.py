"""Broken lines become the sentence that they were."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.joining import joined


@pytest.mark.parametrize(
    ("lines", "spaced", "whole"),
    [
        (["反恐怖主义委", "员会"], True, "反恐怖主义委员会"),
        (["2016 年 7 月 1", "日"], True, "2016 年 7 月 1 日"),
        (["第", "60/288号"], False, "第60/288号"),
        (["第 1787", "(2007)、1805"], True, "第 1787(2007)、1805"),
        (["counter-", "terrorism"], False, "counter-terrorism"),
        (["resolution 1787", "(2007) and"], False, "resolution 1787 (2007) and"),
        (["Member", "States,", "and"], False, "Member States, and"),
        (["协议", "，并"], True, "协议，并"),
    ],
)
def test_lines_are_joined(lines: list[str], spaced: bool, whole: str) -> None:
    assert joined(lines, spaced) == whole
