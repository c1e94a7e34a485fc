"""Who may activate what, as a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from gatehouse.screening.criteria.activation import Asked, against
from gatehouse.screening.criteria.checking import Fault, Weight
from gatehouse.screening.criteria.report_json import ReportHead
from gatehouse.screening.criteria.states import ACTIVE, DRAFT, RETIRED, SHADOW, SUSPENDED

TODAY = dt.date(2026, 11, 21)
REFUSED = (Fault(Weight.REFUSED, "sunset-passed", "ended"),)
WARNED = (Fault(Weight.WARNING, "protected-prose", "rephrase"),)


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        pytest.param({}, None, id="in-order"),
        pytest.param({"faults": WARNED}, None, id="a-warning"),
        pytest.param({"state": DRAFT}, "draft", id="never-tried"),
        pytest.param({"state": ACTIVE}, "in force", id="already"),
        pytest.param({"state": SUSPENDED}, "suspended", id="lapsed"),
        pytest.param({"state": RETIRED}, "retired", id="retired"),
        pytest.param({"faults": REFUSED}, "does not pass its check: ended", id="fails-its-check"),
        pytest.param({"by": "Otto Author"}, "approver alone", id="by-its-author"),
        pytest.param({"by": "Somebody Else"}, "approver alone", id="by-another"),
        pytest.param({"by": ""}, "approver alone", id="by-nobody"),
        pytest.param({"sha256": "other"}, "no shadow report of this very file", id="report-of-another-file"),
        pytest.param({"sha256": None}, "no shadow report of this very file", id="no-report"),
        pytest.param({"made": dt.date(2026, 8, 21)}, None, id="report-of-a-season"),
        pytest.param({"made": dt.date(2026, 8, 20)}, "last tried", id="report-too-old"),
        pytest.param({"made": dt.date(2026, 11, 22)}, "last tried", id="report-of-tomorrow"),
        pytest.param({"flags": ("sex F is hit more often",)}, "flags: sex F", id="a-flag"),
        pytest.param({"flags": ("sex F",), "despite": "  "}, "flags", id="a-flag-and-a-blank"),
        pytest.param({"flags": ("sex F",), "despite": "measured on one charter flight"}, None, id="answered"),
    ],
)
def test_reasons_against(change: dict, cause: str | None, criterion_of: Callable) -> None:
    criterion = criterion_of()
    sha256 = change.get("sha256", criterion.sha256)
    head = ReportHead(sha256, change.get("made", TODAY), change.get("flags", ())) if sha256 else None
    asked = Asked(change.get("by", "ada approver"), TODAY, change.get("despite", ""))
    found = against(criterion, change.get("state", SHADOW), head, change.get("faults", ()), asked)
    assert (found is None) if cause is None else (found is not None and cause in str(found.cause))
