"""Cases by commands: refused for a hit that nobody confirmed, and in live mode; an empty register says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.app.law import MODE_VARIABLE
from gatehouse.cooperation.cases.models import Case
from gatehouse.screening.hits.models import Hit


def test_a_case_needs_a_confirmed_hit(run: Callable, incoming: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("ingest", incoming).status == 0
    hit = Hit.objects.get().id
    refused = run("cases", "open", hit, "--kind", "border", "--reference", "C-1")
    assert refused.status == 2
    assert not Case.objects.exists()
    assert run("cases", "close", 1, "--outcome", "no-ground", "--reference", "C-1").status == 2
    assert run("cases", "open", hit, "--kind", "revenge", "--reference", "C-1").status == 2
    assert "0 cases" in run("cases", "list").out
    monkeypatch.setenv(MODE_VARIABLE, "live")
    assert "use the pages" in run("cases", "open", hit, "--kind", "border", "--reference", "C-1").err
