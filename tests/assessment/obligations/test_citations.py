"""Resolutions cited, in enumerations, old and new, with years that the text itself states."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.citations import citations_in, own_paragraphs, symbols_in, with_years


@pytest.mark.parametrize(
    ("text", "language", "cited"),
    [
        (
            "resolutions 1267 (1999), 1989 (2011) and 2253",
            "en",
            [("SC", "1267", 1999), ("SC", "1989", 2011), ("SC", "2253", None)],
        ),
        ("its resolution 60/288 of 8 September 2006", "en", [("GA", "60/288", 2006)]),
        ("General Assembly resolution 217 A (III) of 10 December 1948", "en", [("GA", "217 A (III)", 1948)]),
        ("Human Rights Council resolution 35/34", "en", [("HRC", "35/34", None)]),
        ("S/RES/2396 (2017) and A/RES/70/291", "en", [("SC", "2396", 2017), ("GA", "70/291", None)]),
        (
            "第 1267(1999)、1989(2011)和 2253(2015)号决议",
            "zh",
            [("SC", "1267", 1999), ("SC", "1989", 2011), ("SC", "2253", 2015)],
        ),
        ("2006 年 9 月 8 日第60/288号决议", "zh", [("GA", "60/288", 2006)]),
        ("第 2178 号决议第 9 段", "zh", [("SC", "2178", None)]),
        ("第 1267 和 1989号决议所设委员会", "zh", [("SC", "1267", None), ("SC", "1989", None)]),
        ("第 2200A(XXI)号决议，附件", "zh", [("GA", "2200 A (XXI)", None)]),
        ("in 24/7 service and 3/4 of cases", "en", []),
    ],
)
def test_citations(text: str, language: str, cited: list[tuple[str, str, int | None]]) -> None:
    assert [(c.body, c.number, c.year) for c in citations_in(text, language)] == cited


def test_a_year_that_the_text_states_elsewhere() -> None:
    cited = with_years(citations_in("第 2178 号决议", "zh"), {("SC", "2178"): 2014})
    assert [c.year for c in cited] == [2014]


def test_symbols_of_documents() -> None:
    assert symbols_in("see S/PRST/2015/11, S/2017/375 and A/70/L.55.") == ["S/PRST/2015/11", "S/2017/375", "A/70/L.55"]


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("上文第 42 段中请秘书长提交的报告", "zh", [42]),
        ("第 2178 号决议第 9 段", "zh", []),
        ("as requested in paragraphs 4 and 5 above", "en", [4, 5]),
        ("in furtherance of paragraph 9 of resolution 2178 (2014)", "en", []),
        ("reaffirms paragraphs 7, 9, 10 and 11 of that resolution", "en", []),
        ("the measures of paragraphs 7, 9 (a) and 11 above", "en", [7, 9, 11]),
    ],
)
def test_own_paragraphs(text: str, language: str, numbers: list[int]) -> None:
    assert own_paragraphs(text, language) == numbers
