"""Groups: everybody in exactly one of each dimension, and rare ones together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gatehouse.measures.ratio import Counted
from gatehouse.screening.criteria.groups import groups_of, pooled

FLIGHTS = [{"legs": [{"departs": "2026-10-05"}]}]


@pytest.mark.parametrize(
    ("traveller", "groups"),
    [
        ({}, ("unknown", "unknown", "unknown", "unknown")),
        ({"nationalities": ["D"], "sex": "f", "birth_date": "1990-05-17"}, ("DEU", "F", "30-44", "unknown")),
        ({"surname": "Fiktiv"}, ("unknown", "unknown", "unknown", "Latn")),
        ({"nationalities": ["DEU", "FRA"]}, ("several", "unknown", "unknown", "unknown")),
        ({"nationalities": ["D", "DEU"]}, ("DEU", "unknown", "unknown", "unknown")),
        ({"nationalities": ["???"], "sex": "U"}, ("unknown", "unknown", "unknown", "unknown")),
        ({"birth_date": "1908"}, ("unknown", "unknown", "60+", "unknown")),
        ({"birth_date": "2008"}, ("unknown", "unknown", "unknown", "unknown")),
        ({"birth_date": "2026-01"}, ("unknown", "unknown", "0-17", "unknown")),
        ({"given_names": "محمد"}, ("unknown", "unknown", "unknown", "Arab")),
    ],
)  # fmt: skip
def test_everybody_has_one_group_of_each(traveller: dict, groups: tuple, journey_of: Callable) -> None:
    assert groups_of(journey_of(traveller, flights=FLIGHTS)) == groups


def test_rare_groups_are_counted_together_and_nobody_is_lost() -> None:
    table = {"a": Counted(500, 9), "b": Counted(20, 3), "c": Counted(8, 0), "unknown": Counted(3, 1)}
    assert pooled(table) == {"a": Counted(500, 9), "others": Counted(28, 3), "unknown": Counted(3, 1)}
