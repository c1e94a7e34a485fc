"""The stages of a project, as a table (`project_stages.csv`)."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources

from gatehouse.assessment.assistance.errors import AssistanceError
from gatehouse.terms.saying import Saying

FIRST = "planned"
OVER = frozenset({"closed", "dropped"})


@lru_cache(maxsize=1)
def stages() -> dict[tuple[str, str], str]:
    """From a stage and an event to the next stage."""
    text = resources.files(__package__).joinpath("project_stages.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {(row["stage"], row["event"]): row["next"] for row in rows}


def after(stage: str, event: str) -> str:
    """The stage after an event. Raises `AssistanceError`, with what may happen instead, where there is no arrow."""
    if (stage, event) not in stages():
        possible = sorted(one for at, one in stages() if at == stage) or ["nothing"]
        raise AssistanceError(
            Saying(
                "a project that is %(stage)s cannot %(event)s; possible: %(choices)s",
                stage=stage,
                event=event[:40],
                choices=", ".join(possible),
            )
        )
    return stages()[stage, event]
