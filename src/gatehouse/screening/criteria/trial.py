"""A criterion tried on history: it is asked about every journey, and only sums are kept.

Memory holds sums over groups and the parties of one source at a time, however long the history is. What is kept of a
person is nothing, except, where asked for, the keys of the journeys it matched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from gatehouse.measures.proportion import Clusters
from gatehouse.measures.ratio import Counted
from gatehouse.screening.criteria.condition import each_test
from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.screening.criteria.evaluation import Verdict, verdict
from gatehouse.screening.criteria.groups import DIMENSIONS, groups_of
from gatehouse.screening.criteria.history import Outcome, Outcomes
from gatehouse.screening.criteria.journey import Journey

WHOLE = "the criterion"
Key = tuple[str, str, str]
"""What was asked (`WHOLE` or a test), the dimension, the group."""


class Trial:
    """The sums of one criterion over journeys, which are added in any order with those of one source together."""

    def __init__(self, criterion: Criterion, outcomes: Outcomes, matched: Callable[[Journey], None]) -> None:
        self.criterion = criterion
        self.asked = (WHOLE, *dict.fromkeys(str(test) for test in each_test(criterion.condition)))
        self.silenced = self.not_known = 0
        self.confirmed = self.cleared = 0
        self.first_day: str | None = None
        self.last_day: str | None = None
        self.hits, self.false_hits = Clusters(), Clusters()
        self._outcomes, self._matched = outcomes, matched
        self._people: Counter[tuple[str, str]] = Counter()
        self._counts: Counter[Key] = Counter()
        self._false: Counter[tuple[str, str]] = Counter()
        self._source: str | None = None
        self._parties: dict[str, list[int]] = {}

    def add_all(self, journeys: Iterable[Journey]) -> None:
        """Add every journey, and close the last source."""
        for journey in journeys:
            self.add(journey)
        self._close_source()

    def add(self, journey: Journey) -> None:
        """Ask the criterion about one journey and add the answer."""
        said = verdict(self.criterion, journey)
        outcome = self._outcomes.get(journey.key) if said.is_match else None
        is_false = said.is_match and outcome is not Outcome.CONFIRMED
        self._add_state(said, outcome)
        self._add_party(journey, said.is_match, is_false)
        self._add_groups(journey, said, is_false)
        if left := journey.departure_day:
            self.first_day = min(self.first_day or left.isoformat(), left.isoformat())
            self.last_day = max(self.last_day or left.isoformat(), left.isoformat())
        if said.is_match:
            self._matched(journey)

    def _add_state(self, said: Verdict, outcome: Outcome | None) -> None:
        self.silenced += said.is_silenced
        self.not_known += said.condition.is_met is None
        self.confirmed += outcome is Outcome.CONFIRMED
        self.cleared += outcome is Outcome.CLEARED

    def _add_party(self, journey: Journey, is_hit: bool, is_false: bool) -> None:
        if journey.source != self._source:
            self._close_source()
            self._source = journey.source
        party = self._parties.setdefault(journey.party, [0, 0, 0])
        party[0] += 1
        party[1] += is_hit
        party[2] += is_false

    def _close_source(self) -> None:
        for cases, hits, false_hits in self._parties.values():
            self.hits.add(cases, hits)
            self.false_hits.add(cases, false_hits)
        self._parties = {}

    def _add_groups(self, journey: Journey, said: Verdict, is_false: bool) -> None:
        met = {str(one.test) for one in said.condition.outcomes if one.is_met}
        if said.is_match:
            met.add(WHOLE)
        for dimension, group in zip(DIMENSIONS, groups_of(journey), strict=True):
            self._people[dimension, group] += 1
            self._false[dimension, group] += is_false
            for asked in met:
                self._counts[asked, dimension, group] += 1

    def table(self, asked: str, dimension: str) -> dict[str, Counted]:
        """For each group of the dimension: its people, and how many met what was asked."""
        return {
            group: Counted(people, self._counts[asked, dimension, group])
            for (of, group), people in self._people.items()
            if of == dimension
        }

    def false_table(self, dimension: str) -> dict[str, Counted]:
        """For each group of the dimension: its hits, and how many of them were false."""
        hits = self.table(WHOLE, dimension)
        return {group: Counted(row.hits, self._false[dimension, group]) for group, row in hits.items()}
