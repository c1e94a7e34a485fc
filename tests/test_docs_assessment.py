"""The diagrams of the assessment side are drawn from the tables of its states.

To draw anew after changing a table: `GATEHOUSE_GOLDEN=write pytest tests/test_docs_assessment.py`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from gatehouse.assessment.findings.states import ASSESSMENT, RATING
from gatehouse.assessment.states.cycle_states import CYCLE

PAGE = Path(__file__).parents[1] / "docs" / "assessment-states.md"
INTRODUCTION = """# States of an assessment

What becomes of a cycle, of the assessment of one State in it, and of the rating of one axis of a finding. Drawn from
`CYCLE` in `assessment/states/cycle_states.py`, and `ASSESSMENT` and `RATING` in `assessment/findings/states.py`; a pair
that has no arrow is refused. What they mean: [assessment.md](assessment.md).
"""


def _diagram(title: str, table: Mapping[tuple[str, str], str]) -> str:
    lines = [
        f"    {before.replace('-', '_')} --> {after.replace('-', '_')}: {event}"
        for (before, event), after in table.items()
    ]
    return "\n".join([f"## {title}", "", "```mermaid", "stateDiagram-v2", *lines, "```", ""])


def test_the_diagrams_are_those_of_the_tables() -> None:
    drawn = "\n".join(
        [
            INTRODUCTION,
            _diagram("Cycle", CYCLE),
            _diagram("Assessment", ASSESSMENT),
            _diagram("Rating of one axis", RATING),
        ]
    )
    if os.environ.get("GATEHOUSE_GOLDEN") == "write":
        PAGE.write_text(drawn, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == drawn
