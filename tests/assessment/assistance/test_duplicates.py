"""Projects that may be the same one twice."""

from __future__ import annotations

import datetime as dt

from gatehouse.assessment.assistance.duplicates import Known, duplicates

YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
NEXT = (dt.date(2027, 1, 1), dt.date(2027, 12, 31))


def _known(
    number: int, name: str, state: str = "X-AL", theme: str = "pnr", days: tuple[dt.date, dt.date] = YEAR
) -> Known:
    return Known(number, name, frozenset({state}), theme, *days)


def test_the_same_state_theme_and_days() -> None:
    (pair,) = duplicates([_known(2, "Carriers online"), _known(1, "A PNR unit")])
    assert (pair.one, pair.other) == (1, 2)
    assert tuple(one.says() for one in pair.reasons) == ("both pnr in X-AL, 2026-01-01 to 2026-12-31",)


def test_names_that_say_the_same_in_other_words_order() -> None:
    (pair,) = duplicates(
        [
            _known(1, "Training of border officers in Altona"),
            _known(2, "Altona: border officers, training of", theme="api"),
        ]
    )
    assert "names alike" in pair.reasons[0].says()


def test_another_state_or_the_next_year_is_none() -> None:
    assert duplicates([_known(1, "One"), _known(2, "Two", state="X-BE")]) == []
    assert duplicates([_known(1, "One"), _known(2, "Quite different", days=NEXT)]) == []
