"""By when, within how long, how often; and words that set no limit."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.deadlines import deadlines_in


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("to report no later than 30 March 2018", "en", [("absolute", "2018-03-30", "by")]),
        ("until 31 December 2021", "en", [("absolute", "2021-12-31", "until")]),
        ("as adopted on 3 May 2017", "en", []),
        (
            "within twelve months of the visit, and every 90 days",
            "en",
            [("relative", "P12M", "by"), ("recurring", "P90D", None)],
        ),
        ("for a further period of 6 months", "en", [("relative", "P6M", "until")]),
        ("twice a year", "en", [("recurring", "P6M", None)]),
        ("in a timely manner", "en", [("undefined", None, None)]),
        ("至迟于 2018 年 4 月提交", "zh", [("absolute", "2018-04", "by")]),
        ("在 2019 年 12 月 31 日前", "zh", [("absolute", "2019-12-31", "by")]),
        ("在 2021 年 12 月 31 日终了期间内", "zh", [("absolute", "2021-12-31", "until")]),
        ("在报告提出后 12 个月之内", "zh", [("relative", "P12M", "by")]),
        ("每年两次通报", "zh", [("recurring", "P6M", None)]),
        ("至少每年一次", "zh", [("recurring", "P1Y", None)]),
        ("提供季度情况通报", "zh", [("recurring", "P3M", None)]),
        ("第五次双年度审查", "zh", []),
    ],
)
def test_deadlines(text: str, language: str, found: list[tuple[str, str | None, str | None]]) -> None:
    assert [(d.kind, d.value, d.relation) for d in deadlines_in(text, text, language)] == found


def test_a_relative_deadline_names_its_event() -> None:
    assert (
        deadlines_in("并由该局在初步报告提出后 12 个月之内报告", "并由该局在初步报告提出后 12 个月之内报告", "zh")[
            0
        ].event
        == "初步报告提出"
    )
    assert deadlines_in("within 60 days of the visit", "within 60 days of the visit", "en")[0].event == "the visit"
