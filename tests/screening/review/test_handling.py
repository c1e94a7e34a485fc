"""How lists are handled."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.errors import TableError
from gatehouse.screening.review.handling import COLUMNS, from_rows, handling_of, table_from

ROW = dict.fromkeys(COLUMNS, "") | {"list": "*", "verified": "yes"}


def test_a_match_needs_two_persons_on_every_shipped_list() -> None:
    table = table_from(None)
    assert all(Answer.SAME in handling.second_person for handling in table.values())
    assert Answer.NOT_SAME in handling_of("UN-SC", table).second_person


def test_what_foreign_law_asks_is_marked_as_not_compared_with_it() -> None:
    assert [one.list for one in table_from(None).values() if one.verified] == ["*"]


def test_a_list_without_a_row_is_handled_as_all_are() -> None:
    assert handling_of("NATIONAL", table_from(None)).list == "*"


def test_a_deployments_own_table_stands_in(tmp_path: Path) -> None:
    path = tmp_path / "list_handling.csv"
    path.write_text(",".join(COLUMNS) + "\n*,same not-same,we,wait,desk,yes\n")
    assert handling_of("X", table_from(path)).asks == "wait"


@pytest.mark.parametrize("change", [{"verified": "maybe"}, {"second_person": "sme"}, {"list": "A"}, {"list": ""}])
def test_a_row_that_nobody_understands_stops_the_whole(change: dict[str, str]) -> None:
    with pytest.raises(TableError):
        from_rows([ROW | change], "t.csv")


def test_a_column_that_is_missing_is_named() -> None:
    with pytest.raises(TableError, match="no contact"):
        from_rows([{column: "x" for column in COLUMNS if column != "contact"}], "t.csv")
