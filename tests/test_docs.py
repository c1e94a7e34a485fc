"""The docs say what the code does: diagrams are drawn from the tables, links lead somewhere, commands exist.

To draw anew after changing a table: `GATEHOUSE_GOLDEN=write pytest tests/test_docs.py`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from gatehouse.screening.review import states as review_states
from gatehouse.screening.travellers import states

ROOT = Path(__file__).parents[1]
STATES = ROOT / "docs" / "states.md"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "examples").glob("*.md"))]
INTRODUCTION = """# States

What messages do to a flight leg, a booking and a traveller. Drawn from the tables in
`src/gatehouse/screening/travellers/states.py`; a pair that has no arrow changes nothing. No state is an effect on a
person: they record what carriers said.
"""

REVIEWING = """What people do to a hit is drawn from `src/gatehouse/screening/review/states.py` (docs/review.md). Of its
events only `silenced`, `changed` and `news` are the machine's.
"""


def _diagram(title: str, table: states.Table) -> str:
    arrows: dict[tuple[str, str], list[str]] = {}
    for (state, event), after in table.items():
        arrows.setdefault((state, after), []).append(event)
    lines = [
        f"    {state.replace('-', '_')} --> {after.replace('-', '_')}: {', '.join(events)}"
        for (state, after), events in arrows.items()
    ]
    return "\n".join([f"## {title}", "", "```mermaid", "stateDiagram-v2", *lines, "```", ""])


def _effects() -> str:
    rows = [
        f"| `{code}` | {effect.leg or ''} | {effect.named} | {effect.others or ''} |"
        for code, effect in states.EFFECTS.items()
    ]
    head = ["## What messages do", "", "| message | flight | who is named | everybody else |", "|---|---|---|---|"]
    return "\n".join([*head, *rows, "", "Every other message lists travellers: those it names are `listed`.", ""])


def _drawn() -> str:
    diagrams = [
        _diagram("Flight leg", states.LEG),
        _diagram("Booking", states.BOOKING),
        _diagram("Traveller", states.TRAVELLER),
    ]
    return "\n".join([INTRODUCTION, *diagrams, _effects(), REVIEWING, _diagram("Review of a hit", review_states.TABLE)])


def test_the_diagrams_are_those_of_the_tables() -> None:
    if os.environ.get("GATEHOUSE_GOLDEN") == "write":
        STATES.write_text(_drawn(), encoding="utf-8")
    assert STATES.read_text(encoding="utf-8") == _drawn()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_readme_names_only_commands_that_exist() -> None:
    from gatehouse.cli import app

    known = {command.name for command in app.registered_commands} | {group.name for group in app.registered_groups}
    named = set(re.findall(r"^gatehouse ([a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert named
    assert named <= known


def test_the_readme_names_only_make_targets_that_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"make ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8"))) <= targets
