"""A rating is a code with its grounds; slow and costly capabilities are no ground (2396/48)."""

from __future__ import annotations

import pytest

from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.assessment.findings.method import Axis, codes
from gatehouse.assessment.findings.rating import Rating

GOOD = {"axis": Axis.COMPLIANCE, "code": "partly", "confidence": "low", "grounds": ("no-law",), "rationale": "why"}


@pytest.mark.parametrize(
    "change",
    [
        {"code": "high"},
        {"code": ""},
        {"confidence": "certain"},
        {"rationale": " "},
        {"rationale": "x" * 10_001},
        {"grounds": ("no-will",)},
        {"grounds": ()},
    ],
)
def test_what_is_no_rating_is_refused(change: dict) -> None:
    assert Rating(**GOOD)
    with pytest.raises(FindingsError):
        Rating(**GOOD | change)


@pytest.mark.parametrize("axis", list(Axis))
def test_nobody_is_marked_down_for_what_is_slow_and_costly(axis: Axis) -> None:
    for code in codes()[axis].values():
        wanted = {"axis": axis, "code": code.code, "grounds": ("slow-capability", "costly-capability")}
        if code.rank in (None, 3):
            assert Rating(**GOOD | wanted)
        else:
            with pytest.raises(FindingsError, match="2396/48"):
                Rating(**GOOD | wanted)
            assert Rating(**GOOD | wanted | {"grounds": ("slow-capability", "no-plan")})


def test_a_rating_has_no_stage_and_no_number_over_both_axes() -> None:
    assert set(Rating.__slots__) == {"axis", "code", "confidence", "grounds", "rationale"}
