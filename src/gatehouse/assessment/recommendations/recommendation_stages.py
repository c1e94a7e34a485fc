"""The stages of a recommendation, as a table (`stages.csv`)."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources

from gatehouse.assessment.recommendations.errors import RecommendationError
from gatehouse.terms.saying import Saying

FIRST = "draft"
ADOPTED = frozenset({"open", "reported", "closed", "superseded"})
OVER = frozenset({"closed", "withdrawn", "superseded"})


@lru_cache(maxsize=1)
def stages() -> dict[tuple[str, str], str]:
    """From a stage and an event to the next stage."""
    text = resources.files(__package__).joinpath("stages.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {(row["stage"], row["event"]): row["next"] for row in rows}


def after(stage: str, event: str) -> str:
    """The stage after an event. Raises `RecommendationError`, with what may happen, where the table has no arrow."""
    if (stage, event) not in stages():
        possible = sorted(one for at, one in stages() if at == stage) or ["nothing"]
        raise RecommendationError(
            Saying(
                "a recommendation that is %(stage)s cannot %(event)s; possible: %(choices)s",
                stage=stage,
                event=event[:40],
                choices=", ".join(possible),
            )
        )
    return stages()[stage, event]


def diagram() -> str:
    """The table as a Mermaid diagram, for the docs."""
    arrows = [f"    {stage} --> {nxt}: {event}" for (stage, event), nxt in stages().items()]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {FIRST}", *arrows])
