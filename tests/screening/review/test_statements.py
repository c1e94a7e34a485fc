"""Everything that was said of one traveller, newest first."""

from __future__ import annotations

from gatehouse.screening.review.statements import all_statements
from gatehouse.screening.travellers.models import Traveller
from reviewing import Screening


def test_each_statement_with_its_message(screening: Screening) -> None:
    screening.fly(screening.ann())
    screening.fly(screening.ann(passport="P999"))
    newest, older = all_statements(Traveller.objects.get().id)
    assert (newest.superseded, older.superseded) == (False, True)
    assert (newest.source, newest.type, newest.sender) == ("api", "PAXLST", "ZZAIR")
    assert [one.said.documents[0].number for one in (newest, older)] == ["P999", "P123"]
