"""What travellers are screened with: the current entries of every list, and which versions they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.matching.subject import subject_of
from gatehouse.screening.watchlists import store
from gatehouse.screening.workers import ScreenMany
from gatehouse.terms.candidate import Candidate
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.traveller import Role, Traveller


@dataclass(frozen=True, slots=True)
class ListsInForce:
    """A screener with the state of the lists it was made from.

    `versions` is the key of the newest version of each list; `state` the newest of all, kept with every message so
    that a later list version knows whom it has still to screen. `entries` are the same entries by list and identifier.
    """

    screen_many: ScreenMany
    versions: Mapping[str, int] = field(default_factory=dict)
    entries: Mapping[tuple[str, str], ListEntry] = field(default_factory=dict)

    @property
    def state(self) -> int:
        """The newest list version of all; 0 without lists."""
        return max(self.versions.values(), default=0)

    def screen(self, travellers: Sequence[Traveller]) -> list[list[Candidate]]:
        """The candidates of each traveller, in order. Unnamed places of a group have none: there is nobody yet."""
        found = self.screen_many([subject_of(said) for said in travellers if is_somebody(said)])
        return spread(travellers, found)


def is_somebody(said: Traveller) -> bool:
    """Whether there is a person to screen, and not an unnamed place of a group."""
    return said.role is not Role.GROUP


def spread(travellers: Sequence[Traveller], found: Iterable[list[Candidate]]) -> list[list[Candidate]]:
    """Candidates for each traveller from those `found` for each who is somebody, in order."""
    each = iter(found)
    return [next(each) if is_somebody(said) else [] for said in travellers]


def in_force() -> ListsInForce:
    """The lists as they are stored now."""
    return since(0)


def since(state: int) -> ListsInForce:
    """Only the entries that were added or changed after the list state `state`, for screening travellers again."""
    versions = store.newest_versions()
    return of_entries(store.entries_since(state), versions)


def of_entries(entries: Iterable[ListEntry], versions: Mapping[str, int]) -> ListsInForce:
    """The given entries under the given versions, without those whose own expiry date has passed."""
    today = timezone.now().date().isoformat()
    screener = Screener(entry for entry in entries if not entry.is_expired(today))
    by_id = {(entry.list, entry.entry_id): entry for entry in screener.entries}
    return ListsInForce(screener.screen_many, versions, by_id)
