"""Findings are made with the severity that their maker names."""

from __future__ import annotations

import pytest

from gatehouse.terms.finding import Finding, Severity, error, info, warning


@pytest.mark.parametrize(
    ("made", "severity"),
    [
        (error("c", 3, "t"), Severity.ERROR),
        (warning("c", 3, "t"), Severity.WARNING),
        (info("c", 3, "t"), Severity.INFO),
    ],
)
def test_a_finding_says_how_grave_it_is(made: Finding, severity: Severity) -> None:
    assert made == Finding(severity, "c", 3, "t", None)
    assert str(made.severity) == severity.value
