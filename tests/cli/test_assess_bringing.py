"""Evidence in words and numbers, and its custody, by commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest


@pytest.mark.usefixtures("found_in_altona")
def test_evidence_that_is_no_file_and_who_holds_it(run: Callable, tmp_path: Path) -> None:
    seen = run("assess", "told", "X-AL/2026", "observation", "Both posts work.", "--title", "Posts")
    number = seen.out.split(":")[0].removeprefix("evidence ")
    lacks = run("assess", "told", "X-AL/2026", "other-body", "x", "--title", "x")
    assert "has to have reference and source" in lacks.err
    assert "add-evidence" in run("assess", "told", "X-AL/2026", "document", "x", "--title", "x").err
    told = {"name": "api-coverage", "value": 97.5, "unit": "percent", "as_of": "2026-05-01", "source": "screening"}
    file = tmp_path / "n.json"
    file.write_bytes(orjson.dumps(told))
    assert run("assess", "measured", "X-AL/2026", file, "--title", "Coverage").out.startswith("evidence ")
    assert run("assess", "hand-over", number, "--to", "account:12").out.endswith("held by account:12\n")
    assert "somebody else holds" in run("assess", "check-evidence", number).err
    assert "event 3, still" in run("assess", "check-evidence", number, "--as", "assessor:12").out
