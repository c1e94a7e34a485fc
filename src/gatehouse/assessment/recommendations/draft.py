"""What a recommendation says, as a value, checked before anything is stored."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gatehouse.assessment.recommendations.errors import RecommendationError
from gatehouse.assessment.recommendations.obstacles import obstacles
from gatehouse.terms.saying import Saying

TEXT_CHARS_MAX = 8_000
LINE_CHARS_MAX = 200
FINDINGS_MAX = 50
PRIORITIES = (1, 2, 3)
"""1 is the most urgent."""
OBLIGATION = re.compile(r"[0-9A-Za-z][0-9A-Za-z./()-]{0,47}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Draft:
    """A recommendation: `findings` by their numbers in the store, `obligation` as the catalogue refers to it
    (`2396-11a`), who is to do it. `indicator` says by what it will be seen that it was carried out.
    """

    text: str
    obligation: str
    findings: tuple[int, ...]
    priority: int = 2
    owner: str = ""
    obstacle: str = "none"
    indicator: str = ""


def checked(draft: Draft) -> Draft:
    """The draft, where it is one. Raises `RecommendationError` with the first thing that is wrong."""
    if not draft.text.strip() or len(draft.text) > TEXT_CHARS_MAX:
        raise RecommendationError(
            Saying("a recommendation has a text, of at most %(most)s characters", most=TEXT_CHARS_MAX)
        )
    if not draft.findings or len(draft.findings) > FINDINGS_MAX or len(set(draft.findings)) < len(draft.findings):
        raise RecommendationError(
            Saying("it follows from 1 to %(most)s findings, each named once; name them", most=FINDINGS_MAX)
        )
    if not OBLIGATION.fullmatch(draft.obligation):
        raise RecommendationError(Saying("name the obligation as the catalogue does, such as 2396-11a"))
    if draft.priority not in PRIORITIES:
        raise RecommendationError(Saying("the priority is 1 (most urgent), 2 or 3"))
    if draft.obstacle not in obstacles():
        raise RecommendationError(
            Saying("no such obstacle; those there are: %(choices)s", choices=", ".join(obstacles()))
        )
    if max(len(draft.owner), len(draft.indicator)) > LINE_CHARS_MAX:
        raise RecommendationError(Saying("owner and indicator have at most %(most)s characters", most=LINE_CHARS_MAX))
    return draft
