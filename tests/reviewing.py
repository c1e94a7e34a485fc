"""For tests of the review: messages through the flow beside one entry, and people who decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening import flow
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.lists_in_force import ListsInForce
from gatehouse.screening.review import decisions
from gatehouse.screening.review.acting import Look, Said
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.models import Review
from gatehouse.screening.watchlists.entry_json import to_object
from gatehouse.screening.watchlists.models import EntryVersion, ListVersion, WatchList
from gatehouse.terms.candidate import Candidate, Found, Reason, Subject
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry
from manifest import Person, paxlst

ENTRY = ListEntry("TEST", "E1", (ListedName("Ann Roe"),), birth_dates=(DateSpan.exact("1980-01-01"),))
NAME_ONLY = Said("name-only")
BY_DOCUMENT = Said("document", "the number of the passport and the picture in it")


def visitor(number: int, role: Role = Role.ANALYST, unit: str | None = None, reference: str | None = None) -> Visit:
    """Somebody with an account, who screens."""
    return Visit(Actor(f"account:{number}", role, unit), "screening", reference)


ANALYST, SENIOR = visitor(1), visitor(2, Role.SENIOR_ANALYST)
OTHER_SENIOR = visitor(3, Role.SENIOR_ANALYST, reference="C-1")
ASKING = visitor(2, Role.SENIOR_ANALYST, reference="C-1")


def look(hit: int | None = None) -> Look:
    """What somebody sees who looks at a hit now; at the only one when none is named."""
    row = Hit.objects.get(id=hit) if hit else Hit.objects.get()
    return Look(row.id, Review.objects.get(hit=row).version, row.version)


def state_of(hit: int | None = None) -> str:
    """Where a hit stands."""
    return Review.objects.get(hit_id=look(hit).hit).state


@dataclass
class Screening:
    """Messages through the flow, beside one entry, which can change."""

    paxlst: Callable[..., bytes]
    person: type
    sent: Callable[..., object]
    entry: ListEntry = ENTRY
    messages: int = 0

    def lists(self) -> ListsInForce:
        """The list with its one entry, found by its exact names."""
        names = {name.full.upper() for name in self.entry.names}

        def find_many(subjects: Sequence[Subject]) -> list[Found]:
            return [Found([self._candidate(name) for name in said.names if name in names]) for said in subjects]

        return ListsInForce(find_many, {}, {("TEST", "E1"): self.entry})

    @staticmethod
    def _candidate(name: str) -> Candidate:
        reasons = (Reason("name", name, name, "same", 3.0, "the same words"),)
        return Candidate("TEST", "E1", name, 0.9, True, reasons, "exact-name 1", threshold=0.5)

    def fly(self, *people: object, flight: str = "ZZ123", code: tuple[str, str] = ("745", "")) -> None:
        """A passenger list of these people."""
        self.messages += 1
        content = self.paxlst(people, flight=flight, control=f"C{self.messages}", code=code)
        flow.ingest([self.sent(f"{self.messages}.edi", content)], lambda _: None, self.lists())

    def ann(self, passport: str = "P123", birth: str = "800101", reference: str = "U1") -> object:
        """The traveller who is a namesake of the entry."""
        return self.person("ROE/ANN", birth, passport, reference=reference)

    def change_entry(self, **change: object) -> None:
        """The list says something else of its person from now on."""
        self.entry = replace(self.entry, **change)
        EntryVersion.objects.update(payload=to_object(self.entry))


def listed() -> None:
    """Store the entry as the only one of its list."""
    watchlist = WatchList.objects.create(name="TEST")
    version = ListVersion.objects.create(
        watchlist=watchlist, number=1, file_name="l", sha256="0" * 64, effective="2026-01-01", entries=1, added=1,
        changed=0, removed=0, skipped=0,
    )  # fmt: skip
    EntryVersion.objects.create(
        watchlist=watchlist, entry_id="E1", content_hash="0" * 64, payload=to_object(ENTRY), first_version=version,
        valid_from="2026-01-01",
    )  # fmt: skip


def a_hit(folder: Path) -> int:
    """A hit that waits; its message is written to the folder."""
    listed()

    def sent(name: str, content: bytes) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    screening = Screening(paxlst, Person, sent)
    screening.fly(screening.ann())
    return look().hit


def confirmed_by_two() -> int:
    """The hit that waits, confirmed by two."""
    decisions.decide(ANALYST, look(), Answer.SAME, BY_DOCUMENT)
    decisions.agree(SENIOR, look(), Said())
    return look().hit
