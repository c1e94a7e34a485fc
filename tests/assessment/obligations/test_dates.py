"""Dates of days, months and ends of months, in figures and in words."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.dates import dates_in


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("by 30 March 2018", "en", [("2018-03-30", "day", "2018-03-30")]),
        ("March 30, 2018", "en", [("2018-03-30", "day", "2018-03-30")]),
        ("12 and 13 June 2014", "en", [("2014-06-12", "day", "2014-06-12"), ("2014-06-13", "day", "2014-06-13")]),
        ("30 June and 1 July 2016", "en", [("2016-06-30", "day", "2016-06-30"), ("2016-07-01", "day", "2016-07-01")]),
        ("the end of June 2018", "en", [("2018-06", "end-of-month", "2018-06-30")]),
        ("end of 2021", "en", [("2021", "end-of-year", "2021-12-31")]),
        ("2016 年 4 月", "zh", [("2016-04", "month", "2016-04-30")]),
        ("2018 年 6 月底", "zh", [("2018-06", "end-of-month", "2018-06-30")]),
        (
            "2016 年 6 月 30 日和 7 月 1 日",
            "zh",
            [("2016-06-30", "day", "2016-06-30"), ("2016-07-01", "day", "2016-07-01")],
        ),
        ("二〇一七年十二月二十一日", "zh", [("2017-12-21", "day", "2017-12-21")]),
        ("31 June 2018", "en", [("2018-06-31", "day", None)]),
        ("2014-2017年", "zh", []),
    ],
)
def test_dates(text: str, language: str, found: list[tuple[str, str, str | None]]) -> None:
    stated = dates_in(text, language)
    assert [(s.value, s.precision, s.due.isoformat() if s.due else None) for s in stated] == found
