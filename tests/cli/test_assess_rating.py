"""A rating from the command line names its finding and who rates."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize("which", ["X-AL", "X-AL/2026", "X-AL/2026/one", "X-AL/2026/١"])
def test_a_finding_is_named_whole(run: Callable, which: str) -> None:
    refused = run("assess", "rate", which, "compliance", "fully", "--because", "x")
    assert (refused.status, "STATE/CYCLE/NUMBER" in refused.err) == (2, True)
