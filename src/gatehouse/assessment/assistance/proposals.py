"""Which offer fits which need, and why: points for each reason, added and shown (S/RES/2396 (2017), 25 and 44)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gatehouse.assessment.assistance.themes import themes


class Ground(StrEnum):
    """Why an offer fits a need."""

    THEME = "theme"
    REGION = "region"
    PRIORITY = "priority"
    AFFECTED = "affected"
    URGENT = "urgent"


POINTS = {Ground.THEME: 40, Ground.REGION: 20, Ground.PRIORITY: 15, Ground.AFFECTED: 15, Ground.URGENT: 10}
"""The offer is of this theme; for this region; the resolution gives the theme priority; the region is one of the most
affected; the recommendation is urgent. They add up to 100.
"""
SAYS = {
    Ground.THEME: "offers {of}",
    Ground.REGION: "offers it for {of}",
    Ground.PRIORITY: "priority {of} of para 50",
    Ground.AFFECTED: "one of the most affected regions",
    Ground.URGENT: "follows from an urgent recommendation",
}
"""The words of the command line, with codes as it takes them; pages have their own."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: its ground, and of what: the theme, the region, or the place in para 50."""

    ground: Ground
    of: str = ""

    @property
    def points(self) -> int:
        """What it adds."""
        return POINTS[self.ground]

    def says(self) -> str:
        """`offers pnr (+40)`."""
        return f"{SAYS[self.ground].format(of=self.of)} (+{self.points})"


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
    reasons: tuple[Reason, ...]
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
    reasons = [Reason(Ground.THEME, need.theme)]
    if need.region in offer.regions:
        reasons.append(Reason(Ground.REGION, need.region))
    if priority is not None:
        reasons.append(Reason(Ground.PRIORITY, str(priority)))
    if need.region in most_affected:
        reasons.append(Reason(Ground.AFFECTED))
    if need.urgency == 1:
        reasons.append(Reason(Ground.URGENT))
    points = sum(reason.points for reason in reasons)
    return Proposal(need.need, offer.offer, offer.body, points, tuple(reasons), running)
