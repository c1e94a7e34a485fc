"""What `live-number` prints is what `assess cite` takes; too few cases are refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening.counts import live

FLIGHTS = 12


@pytest.mark.usefixtures("found_in_altona")
def test_a_number_goes_from_the_screening_to_the_assessment(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "fewer than 10 cases" in run("live-number", "hit-precision").err
    assert run("live-number", "names").status == 2
    monkeypatch.setitem(live.MEASURES, "api-coverage", lambda _: (97.5, FLIGHTS))
    printed = run("live-number", "api-coverage", "--days", "30", "--until", "2026-05-01")
    file = tmp_path / "coverage.json"
    file.write_text(printed.out)
    cited = run("assess", "cite", "X-AL", "2026", "api-coverage", file)
    assert cited.out == "api-coverage: 97.5 percent of 2026-05-01, from screening\n"
