"""What would change a place, in words: numbers, yes and no of what is or is not, weights; the way up first."""

from __future__ import annotations

from gatehouse.assessment.visits.changes import changes
from gatehouse.assessment.visits.ranking import ranked
from gatehouse.web.assessment.visit_words import change_rows

NAMES = {"X-AL": "Altona", "X-BE": "Berga", "X-CE": "Cerna"}


def test_each_change_is_a_row_in_words() -> None:
    ranking = ranked({"X-AL": {"gaps": 5}, "X-BE": {"gaps": 3, "trends": 1}, "X-CE": {"requested": 0}})
    rows = [tuple(map(str, row)) for row in change_rows(changes(ranking, "X-BE"), NAMES)]
    assert ("Existing gaps", "3", "5", "before Altona") in rows
    assert ("Asked to be visited", "no", "yes", "before Altona") in rows
    assert [row[1] for row in rows if row[0] == "Weight of: Trends" and row[3] == "before Altona"] == ["10"]
    ways = [row[3].partition(" ")[0] for row in rows]
    assert ways == sorted(ways, key=("before", "behind").index)
