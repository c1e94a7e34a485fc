"""One rating of one axis, as a value; what is no rating, and what 2396/48 forbids, is refused.

A capability that is slow and costly to build is recorded as a stage with a roadmap. It is no ground for a lower rating:
below the highest rating at least one ground has to be another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.assessment.findings.method import Axis, codes, grounds, method
from gatehouse.terms.saying import Saying

RATIONALE_CHARS_MAX = 10_000
LEFT_OUT = "[…]"


@dataclass(frozen=True, slots=True)
class Rating:
    """A code of the axis, how sure the rater is, on which grounds it is not the highest, and why, in words."""

    axis: Axis
    code: str
    confidence: str
    grounds: tuple[str, ...]
    rationale: str

    def __post_init__(self) -> None:
        code = codes()[self.axis].get(self.code)
        if code is None:
            raise FindingsError(
                Saying("%(axis)s is rated %(choices)s", axis=self.axis, choices=", ".join(codes()[self.axis]))
            )
        if self.confidence not in method().confidences:
            raise FindingsError(Saying("a confidence is %(choices)s", choices=", ".join(method().confidences)))
        if not self.rationale.strip() or len(self.rationale) > RATIONALE_CHARS_MAX:
            raise FindingsError(
                Saying("a rating has its reason in words, at most %(most)s characters", most=RATIONALE_CHARS_MAX)
            )
        if set(self.grounds) - grounds().keys():
            raise FindingsError(Saying("grounds are %(choices)s", choices=", ".join(grounds())))
        if code.rank is not None and code.rank < _highest(self.axis):
            _require_grounds(self.grounds)


def cut_rating(rating: Rating, cut: Callable[[str], str]) -> Rating:
    """The rating with its words cut for a reader; where nothing of them is left, a sign of it stands there."""
    words = cut(rating.rationale)
    return rating if words == rating.rationale else replace(rating, rationale=words.strip() or LEFT_OUT)


def _highest(axis: Axis) -> int:
    return max(code.rank for code in codes()[axis].values() if code.rank is not None)


def _require_grounds(named: tuple[str, ...]) -> None:
    if not named:
        raise FindingsError(Saying("a rating below the highest names its grounds"))
    if not any(grounds()[ground].counts for ground in named):
        raise FindingsError(
            Saying(
                "a slow or costly capability is no ground for a lower rating (2396/48); record its stage and roadmap"
            )
        )
