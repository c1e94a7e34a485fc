"""What is shown of open cases tells nobody, and looking is an entry."""

from __future__ import annotations

from gatehouse.cooperation.cases.case import Kind
from gatehouse.cooperation.cases.register import facts_of, standing
from gatehouse.cooperation.cases.working import open_case
from reviewing import ASKING
from signed_in import entries


def test_the_register_shows_numbers_and_dates(confirmed: int) -> None:
    number = open_case(ASKING, confirmed, Kind.INVESTIGATION)
    [row] = standing(ASKING)
    assert (row.number, row.kind, row.hits, row.closed_at) == (number, "investigation", 1, None)
    assert entries("hits.listed")[-1].details == {"shown": 1}
    assert facts_of(f"case:{number}").unit == ASKING.actor.unit
    assert facts_of("case:4711").unit is None
