"""The last cycle's answers and live numbers, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

NUMBER = '{"name": "api-coverage", "value": 98.5, "unit": "percent", "as_of": "2026-05-01", "source": "screening"}'


@pytest.fixture
def cycles(database: Path, run: Callable) -> None:
    """A State with two open cycles."""
    del database
    run("assess", "add-state", "X-AL", "--region", "demo", "--name-en", "Altona", "--name-zh", "阿尔托纳")
    for year in ("2024", "2026"):
        run("assess", "add-cycle", year, "--begins", f"{year}-01-01", "--ends", f"{year}-12-31")


@pytest.mark.usefixtures("cycles")
def test_the_last_answer_is_offered_and_confirmed(run: Callable) -> None:
    run("assess", "answer", "X-AL", "2024", "strategy-adopted", "yes")
    assert "2024 said yes, 0 days ago" in run("assess", "answers", "X-AL", "2026").out
    assert run("assess", "carry-over", "X-AL", "2026", "strategy-adopted").out == "strategy-adopted: carried\n"
    assert run("assess", "carry-over", "X-AL", "2026", "no-association").status == 2


@pytest.mark.usefixtures("cycles")
def test_a_measured_number_answers_and_is_cited(run: Callable, tmp_path: Path) -> None:
    file = tmp_path / "n.json"
    file.write_text(NUMBER)
    cited = run("assess", "cite", "X-AL", "2026", "api-coverage", file)
    assert cited.out == "api-coverage: 98.5 percent of 2026-05-01, from screening\n"
    for wrong in ("", "[]", NUMBER.replace("screening", "Ahmed Khan")):
        file.write_text(wrong)
        refused = run("assess", "cite", "X-AL", "2026", "api-coverage", file)
        assert (refused.status, "Khan" in refused.err) == (2, False)
