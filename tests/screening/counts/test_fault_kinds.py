"""Kinds of faults: every code of the list is one that some room finds, and information is no fault."""

from __future__ import annotations

import pytest

from gatehouse.screening.counts.fault_kinds import FaultKind, kind_of, meanings, missing_codes, syntax_codes


@pytest.mark.parametrize(
    ("code", "severity", "kind"),
    [
        ("element-missing", "warning", FaultKind.MISSING),
        ("given-name-missing", "info", FaultKind.MISSING),
        ("segment-count", "warning", FaultKind.SYNTAX),
        ("series-part-missing", "warning", FaultKind.LOST),
        ("document-expired", "warning", FaultKind.CONTENT),
        ("count-differs", "info", None),
        ("segment-joined", "info", None),
    ],
)
def test_a_finding_is_of_a_kind(code: str, severity: str, kind: FaultKind | None) -> None:
    assert kind_of(code, severity) is kind


def test_every_code_means_something() -> None:
    assert missing_codes() | syntax_codes() <= set(meanings())
    assert not missing_codes() & syntax_codes()
