"""Readings made by hand, placed on a flight held in memory."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from gatehouse.screening.travellers import states
from gatehouse.screening.travellers.held import Roster
from gatehouse.screening.travellers.keys import leg_key
from gatehouse.screening.travellers.ledger import Ledger, Mark, Placed
from gatehouse.screening.travellers.placing import place
from gatehouse.terms.finding import Finding
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Document, Role, Traveller

FLIGHT = Flight("ZZ", "123", None, (Leg("CDG", "LHR", "2026-01-20T08:30", "2026-01-20T09:00"),))


class Bench:
    """One flight, and messages that arrive for it in turn."""

    def __init__(self) -> None:
        self.roster = Roster(1, leg_key([FLIGHT], "m0"), states.SCHEDULED)
        self.ledger = Ledger(count(1), count(1), count(1))
        self.findings: list[Finding] = []
        self.messages = count(1)

    def arrives(self, reading: Reading, push: str | None = None, ends_series: bool = True) -> list[Placed]:
        """Place a reading; its findings are added to `findings`."""
        number = next(self.messages)
        placed, findings = place(reading, Mark(number, push or f"m{number}", ends_series), self.roster, self.ledger)
        self.findings += findings
        return placed

    def states(self) -> dict[str, str]:
        """State by surname."""
        return {person.surname or "": person.state for person in self.roster.persons.values()}

    def codes(self) -> list[str]:
        """Codes of the findings so far."""
        return [finding.code for finding in self.findings]


@pytest.fixture(scope="session")
def new_bench() -> type[Bench]:
    """Makes empty flights."""
    return Bench


@pytest.fixture
def bench() -> Bench:
    """An empty flight."""
    return Bench()


@pytest.fixture(scope="session")
def api() -> Callable[..., Reading]:
    """Makes PAXLST readings."""

    def make(*people: Traveller, code: str = "745", sent: str | None = None) -> Reading:
        return Reading("PAXLST", function_code=code, sender="ZZAIR", sent=sent, flights=(FLIGHT,), travellers=people)

    return make


@pytest.fixture(scope="session")
def who() -> Callable[..., Traveller]:
    """Makes travellers: `SURNAME/GIVEN` and what else is stated; `passport` is a number issued by Utopia."""

    def make(name: str, passport: str | None = None, **stated: object) -> Traveller:
        surname, given = name.split("/")
        documents = (Document("P", passport, "UTO"),) if passport else ()
        role = stated.pop("role", Role.PASSENGER)
        return Traveller(role, surname, given, documents=documents, **stated)

    return make
