# ruff: noqa: E501  (sentences of resolutions are long)
"""What is the page's goes, what is the text's stays."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.line import lines_of
from gatehouse.assessment.obligations.texts.noise import is_noise, without_noise

PAGES = [
    "https://undocs.org/ch/S/RES/1373(2001)", "S/RES/2396 (2017)", "A/RES/68/276", "United Nations  S/RES/2396 (2017)",
    "17-23037 3/11", "3/11 17-23037", "17-23037 (C)", "*1723037*", "- 3 -", "Page 3 of 11", "第 3 页", "第3頁", "3/11", "/...",
]  # fmt: skip
TEXTS = [
    "1373 (2001) and 1624 (2005),",
    "2178 (2014);",
    "S/RES/1373 (2001);",
    "17. Decides",
    "(a) To visit;",
    "（2007）、",
    "12",
]


@pytest.mark.parametrize("text", PAGES)
def test_lines_of_pages(text: str) -> None:
    assert is_noise(lines_of(text)[0])


@pytest.mark.parametrize("text", TEXTS)
def test_lines_of_the_text(text: str) -> None:
    assert not is_noise(lines_of(text)[0])


def test_a_head_that_comes_back_is_the_page_s() -> None:
    lines = lines_of(
        "Safety of river ports 1\nRecalling a,\nSafety of river ports 2\nNoting b,\nSafety of river ports 3\nActing,"
    )
    assert [line.text for line in without_noise(lines)] == ["Recalling a,", "Noting b,", "Acting,"]


def test_a_wrapped_list_of_resolutions_is_no_head() -> None:
    lines = lines_of("1267 (1999), 1325 (2000)\n1368 (2001), 1373 (2001)\n1566 (2004), 1624 (2005)")
    assert len(without_noise(lines)) == 3
