"""Five themes have the priority that para 50 gives them."""

from __future__ import annotations

from gatehouse.assessment.assistance.themes import themes


def test_the_five_priorities_in_their_order() -> None:
    given = sorted((theme.priority, theme.code) for theme in themes().values() if theme.priority)
    assert [code for _, code in given] == ["api", "pnr", "biometrics", "judicial", "prr"]
    assert themes()["pnr"].words("zh-hans") == "旅客姓名记录"
    assert themes()["pnr"].words("fr") == "passenger name records"
