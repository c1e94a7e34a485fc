"""What travellers are screened with: the current entries of every list, and which versions they are."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from gatehouse.screening.matching.index import layout
from gatehouse.screening.matching.index.build import Progress
from gatehouse.screening.matching.operating import AS_SHIPPED, Thresholds
from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.matching.subject import subject_of
from gatehouse.screening.watchlists import store
from gatehouse.screening.weighing import Weighed
from gatehouse.screening.workers import FindMany
from gatehouse.terms.candidate import Found
from gatehouse.terms.dates import PartialDate
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.traveller import Role, Traveller

CHANGED_SHARE_MAX = 0.05
"""Share of changed entries up to which they stand beside what was compiled."""
CHANGES_MIN = 1000
"""Changed entries that may stand beside it in any case."""


@dataclass(frozen=True, slots=True)
class ListsInForce:
    """A screener with the state of the lists it was made from.

    `versions` is the key of the newest version of each list; `state` the newest of all, kept with every message so
    that a later list version knows whom it has still to screen. `entries` are the same entries by list and identifier,
    `thresholds` what they are screened with, `populations` the length of each list: long ones lower scores.
    `weighed` remembers pairs that were compared with them.
    """

    find_many: FindMany
    versions: Mapping[str, int] = field(default_factory=dict)
    entries: Mapping[tuple[str, str], ListEntry] = field(default_factory=dict)
    thresholds: Thresholds = AS_SHIPPED
    populations: Mapping[str, int] = field(default_factory=dict)
    weighed: Weighed = field(default_factory=dict, compare=False, repr=False)

    @property
    def state(self) -> int:
        """The newest list version of all; 0 without lists."""
        return max(self.versions.values(), default=0)

    def find(self, travellers: Sequence[Traveller]) -> list[Found]:
        """What is found for each traveller, in order; nothing for unnamed places of a group: there is nobody yet."""
        found = self.find_many([subject_of(said) for said in travellers if is_somebody(said)])
        return spread(travellers, found)


def is_somebody(said: Traveller) -> bool:
    """Whether there is a person to screen, and not an unnamed place of a group."""
    return said.role is not Role.GROUP


def spread(travellers: Sequence[Traveller], found: Iterable[Found]) -> list[Found]:
    """What was found for each traveller, from what was `found` for each who is somebody, in order."""
    each = iter(found)
    return [next(each) if is_somebody(said) else Found([]) for said in travellers]


def _thresholds() -> Thresholds:
    """What the operator chose (`app/thresholds.py` puts it there), or what is shipped."""
    chosen: Thresholds = getattr(settings, "THRESHOLDS", AS_SHIPPED)
    return chosen


def in_force() -> ListsInForce:
    """The lists as they are stored now.

    From the folder of compiled lists, where there is one: what was compiled is searched as it stands, with a small list
    beside it of what has changed since. When that is much, or what was compiled cannot be used, all is compiled anew.
    """
    home = settings.LISTS_FOLDER
    if home is None:
        return of_entries(store.current_entries(), store.newest_versions(), store.lengths())
    versions = store.newest_versions()
    screener = _compiled(home, versions) or open_built(build(home, lambda _: None))
    return under_thresholds(screener, versions)


def under_thresholds(screener: Screener, versions: Mapping[str, int]) -> ListsInForce:
    """A screener of these versions with the thresholds that are in force."""
    thresholds = _thresholds()
    set_up = screener.with_thresholds(thresholds, versions)
    return ListsInForce(set_up.find_many, versions, set_up.by_identifier, thresholds, set_up.populations)


def build(home: Path, progress: Progress) -> Path:
    """Compile the stored lists into `home` and put them in use; the folder. `progress` is told of entries read."""
    versions = store.newest_versions()
    stamp = store.stamp(versions.values())
    name = "-".join(["lists", str(max(versions.values(), default=0)), stamp, secrets.token_hex(4)])
    folder = layout.write(store.entries_streamed(), home / name, versions, progress)
    layout.put_in_use(home, folder)
    return folder


def open_built(folder: Path) -> Screener:
    """The lists compiled in `folder`, without what has expired by today. Raises `layout.IndexFolderError`."""
    return Screener.open(folder, today=_today())


def _today() -> PartialDate:
    return timezone.now().date().isoformat()


def _compiled(home: Path, versions: Mapping[str, int]) -> Screener | None:
    """What is compiled, with what changed since; None when it cannot be used or too much has changed."""
    folder = layout.in_use(home)
    if folder is None:
        return None
    try:
        compiled = layout.manifest_of(folder).versions
        screener = open_built(folder)
    except layout.IndexFolderError:
        # Compiled anew by the caller: a folder that is not whole is worth nothing.
        return None
    if store.stamp(compiled.values()) not in folder.name.split("-"):
        # Compiled from another database, or from this one before it was put back to an earlier state.
        return None
    if compiled == dict(versions):
        return screener
    state = max(compiled.values(), default=0)
    today = _today()
    added = [entry for entry in store.entries_since(state) if not entry.is_expired(today)]
    ended = store.ended_since(state)
    if len(added) + len(ended) > max(CHANGES_MIN, len(screener.by_identifier) * CHANGED_SHARE_MAX):
        return None
    return screener.changed(added, ended)


def since(state: int) -> ListsInForce:
    """Only the entries that were added or changed after the list state `state`, for screening travellers again."""
    versions = store.newest_versions()
    # A score is that of the whole list, whatever part of it is searched.
    return of_entries(store.entries_since(state), versions, store.lengths())


def of_entries(
    entries: Iterable[ListEntry], versions: Mapping[str, int], lengths: Mapping[str, int] | None = None
) -> ListsInForce:
    """The given entries under the given versions, without those whose own expiry date has passed.

    `lengths` are those of the whole lists, where these entries are not all of them.
    """
    today = _today()
    living = (entry for entry in entries if not entry.is_expired(today))
    return under_thresholds(Screener(living, populations=lengths), versions)
