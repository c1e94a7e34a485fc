"""Which offer fits which need, and why: points for each reason, added and shown (S/RES/2396 (2017), 25 and 44)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gatehouse.assessment.assistance.themes import themes

THEME, REGION, PRIORITY, AFFECTED, URGENT = 40, 20, 15, 15, 10
"""Points: the offer is of this theme; for this region; the resolution gives the theme priority; the region is one of
the most affected; the recommendation is urgent. They add up to 100.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A need: of which State, in which region, of which theme, how urgent (1 to 3)."""

    need: int
    state: str
    region: str
    theme: str
    urgency: int


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer: by which body, of which themes, for which regions (none: for all)."""

    offer: int
    body: str
    themes: frozenset[str]
    regions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An offer for a need, with its points and their reasons. `running` counts projects of that theme there already."""

    need: int
    offer: int
    body: str
    points: int
    reasons: tuple[str, ...]
    running: int


def proposals(
    wanted: Iterable[Wanted],
    offered: Iterable[Offered],
    most_affected: frozenset[str] = frozenset(),
    running: Iterable[tuple[str, str]] = (),
) -> list[Proposal]:
    """Every offer of a need's theme that is open to its region, the best first. `running`: States and themes."""
    there = list(running)
    found = [
        _proposal(need, offer, most_affected, there.count((need.state, need.theme)))
        for need in wanted
        for offer in offered
        if need.theme in offer.themes and (not offer.regions or need.region in offer.regions)
    ]
    return sorted(found, key=lambda one: (-one.points, one.need, one.offer))


def _proposal(need: Wanted, offer: Offered, most_affected: frozenset[str], running: int) -> Proposal:
    priority = themes()[need.theme].priority
    reasons = [(THEME, f"offers {need.theme}")]
    if need.region in offer.regions:
        reasons.append((REGION, f"offers it for {need.region}"))
    if priority is not None:
        reasons.append((PRIORITY, f"priority {priority} of para 50"))
    if need.region in most_affected:
        reasons.append((AFFECTED, "one of the most affected regions"))
    if need.urgency == 1:
        reasons.append((URGENT, "follows from an urgent recommendation"))
    told = tuple(f"{words} (+{points})" for points, words in reasons)
    return Proposal(need.need, offer.offer, offer.body, sum(points for points, _ in reasons), told, running)
