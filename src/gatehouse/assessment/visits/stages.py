"""The stages of a visit, as a table (`stages.csv`)."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources

from gatehouse.assessment.visits.errors import VisitError
from gatehouse.terms.saying import Saying

FIRST = "planned"
OVER = frozenset({"cancelled", "adopted"})
STEP_DONE = {
    "send-draft": "draft",
    "comment": "comments",
    "no-comment": "comments",
    "hand-in": "final",
    "adopt": "adoption",
}
"""Which step of the clock `visit-report` an event does."""


@lru_cache(maxsize=1)
def stages() -> dict[tuple[str, str], tuple[str, str]]:
    """From a stage and an event to the next stage and to who owes the event."""
    text = resources.files(__package__).joinpath("stages.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {(row["stage"], row["event"]): (row["next"], row["owed_by"]) for row in rows}


def after(stage: str, event: str) -> str:
    """The stage after an event. Raises `VisitError`, with what may happen instead, where the table has no arrow."""
    if (stage, event) not in stages():
        possible = sorted(one for at, one in stages() if at == stage) or ["nothing"]
        raise VisitError(
            Saying(
                "a visit that is %(stage)s cannot %(event)s; possible: %(choices)s",
                stage=stage,
                event=event[:40],
                choices=", ".join(possible),
            )
        )
    return stages()[stage, event][0]


def diagram() -> str:
    """The table as a Mermaid diagram, for the docs."""
    arrows = [f"    {_id(stage)} --> {_id(nxt)}: {event}" for (stage, event), (nxt, _) in stages().items()]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {_id(FIRST)}", *arrows])


def _id(stage: str) -> str:
    return stage.replace("-", "_")
