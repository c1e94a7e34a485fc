"""The groups in which fairness is measured: nationality, sex, age band and script of the name.

They are read for counting alone; no criterion can ask for a group. Each dimension has every traveller in exactly one
group, `unknown` where nothing is stated, so that its groups add up to everybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from gatehouse.measures.ratio import Counted
from gatehouse.names.script import script_of
from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.readings import possible_ages
from gatehouse.screening.criteria.thresholds import thresholds
from gatehouse.terms.places import country_code

DIMENSIONS = ("nationality", "sex", "age", "name script")
UNKNOWN, SEVERAL, OTHERS = "unknown", "several", "others"
SEXES = frozenset("FMX")


def groups_of(journey: Journey) -> tuple[str, str, str, str]:
    """The traveller's group in each of `DIMENSIONS`."""
    sex = (journey.traveller.sex or "").upper()
    name_script = script_of(journey.traveller.full_name) if journey.traveller.is_named else None
    return _nationality(journey), sex if sex in SEXES else UNKNOWN, _age_band(journey), name_script or UNKNOWN


def _nationality(journey: Journey) -> str:
    """Somebody with several nationalities is counted once, as such: in each of them they would be counted twice."""
    codes = {country_code(text) for text in journey.traveller.nationalities} - {None}
    if len(codes) > 1:
        return SEVERAL
    return codes.pop() or UNKNOWN if codes else UNKNOWN


def _age_band(journey: Journey) -> str:
    ages = possible_ages(journey)
    if not ages:
        return UNKNOWN
    youngest, oldest = (sum(age >= first for first in thresholds().age_bands) for age in ages)
    return _band_names()[youngest] if youngest == oldest else UNKNOWN


def _band_names() -> list[str]:
    bounds = (0, *thresholds().age_bands)
    closed = [f"{first}-{after - 1}" for first, after in pairwise(bounds)]
    return [*closed, f"{bounds[-1]}+"]


def pooled(table: Mapping[str, Counted]) -> dict[str, Counted]:
    """The groups with rare ones counted together as `others`, because of them alone nothing can be said."""
    kept: dict[str, Counted] = {}
    rest = Counted(0, 0)
    for name, row in sorted(table.items()):
        if row.cases < thresholds().pooled_below and name != UNKNOWN:
            rest = Counted(rest.cases + row.cases, rest.hits + row.hits)
        else:
            kept[name] = row
    return kept | {OTHERS: rest} if rest.cases else kept
