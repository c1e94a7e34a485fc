"""The priorities of help stand in the order of the resolution."""

from __future__ import annotations

from pathlib import Path

from gatehouse.assessment.reports.gathering_region import circular_parts


def test_the_five_priorities_come_first_and_changes_are_told(database: Path) -> None:
    del database
    priorities, changed = circular_parts({"pnr": 2})
    assert [one.values["theme"] for one in priorities.sentences[:5]] == [
        f"theme:{code}" for code in ("api", "pnr", "biometrics", "judicial", "prr")
    ]
    assert [(one.values["theme"], one.values["before"], one.values["now"]) for one in changed.sentences] == [
        ("theme:pnr", 2, 0)
    ]
