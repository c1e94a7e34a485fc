"""docs/criteria.md says what the code does: its diagram, its thresholds and its keys."""

from __future__ import annotations

import re
from pathlib import Path

from gatehouse.measures.association import PERMUTATIONS
from gatehouse.measures.small_cells import K
from gatehouse.screening.criteria import states
from gatehouse.screening.criteria.criterion_file import KEYS
from gatehouse.screening.criteria.thresholds import thresholds

PAGE = (Path(__file__).parents[1] / "docs" / "criteria.md").read_text(encoding="utf-8")


def test_the_diagram_is_that_of_the_table() -> None:
    drawn = {
        (before, event): after
        for before, after, events in re.findall(r"^    (\w+) --> (\w+): (.+)$", PAGE, re.MULTILINE)
        for event in events.split(", ")
    }
    assert drawn == states.CRITERION


def test_the_keys_are_those_of_the_file() -> None:
    table = PAGE[PAGE.index("| key |") : PAGE.index("There is no code")]
    first = " ".join(line.split("|")[1] for line in table.splitlines() if line.startswith("|"))
    assert set(re.findall(r"`(\w+)`", first)) | {"no_exculpating_reason"} == set(KEYS)


def test_the_figures_are_those_of_the_thresholds() -> None:
    limits = thresholds()
    for figure in (
        f"within {limits.review_days_max} days", f"end within {limits.sunset_days_max}",
        f"older than {limits.report_age_days_max} days", f"low\n  end is {limits.ratio_min} or more",
        f"V {limits.strength_min} with p up to {limits.p_value_max}",
        f"below {limits.travellers_min:,} travellers or {limits.hits_min} hits",
        f"below {limits.known_min} known", f"{PERMUTATIONS:,} deals", f"(k = {K})",
    ):  # fmt: skip
        assert figure in PAGE, figure
