"""Who travels together: single people, couples, families with infants, groups, and the crew."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from gatehouse.simulation.persons import Person, Spelling, latin, person
from gatehouse.simulation.pools import Culture, cultures
from gatehouse.simulation.timetable import HOME, Service
from gatehouse.simulation.told import Told, told
from gatehouse.terms.traveller import Document

PARTY_KINDS = (("single", 52), ("couple", 24), ("family", 13), ("infant", 4), ("friends", 5), ("group", 2))
ADULT, CHILD, INFANT = (16, 84), (2, 11), (0, 1)
CREW_AGES = (21, 63)
NEAR_HOME, NEAR_FOREIGN = 3.0, 14.0
"""How much likelier people of the home State and of the other end's State are than people of anywhere."""

EUROPEANS = "AUT DEU CHE FRA ITA ESP PRT NLD BEL LUX POL CZE SVK HUN ROU SWE FIN HRV SVN BGR GRC GBR"
VISA_FREE = frozenset(re.findall(r"\w+", EUROPEANS))
LOCATOR_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
SEAT_LETTERS = "ABCDEF"


@dataclass(frozen=True, slots=True)
class Guest:
    """A person on a flight as the carrier knows them. `kind`: adult, child, infant or crew.

    `own_spelling` is the Latin name with its marks, which a careless system sends as it is. `entry_id` and
    `variation` are those of a planted traveller, else None. `adult` is the place in the party of the adult who
    holds an infant.
    """

    number: int
    kind: str
    told: Told
    reference: str
    seat: str | None
    bags: int
    title: str
    own_spelling: Spelling
    visa: Document | None = None
    adult: int | None = None
    entry_id: str | None = None
    variation: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """People under one booking. `unnamed` are places of a group that have no names yet."""

    locator: str
    booked: dt.datetime
    guests: tuple[Guest, ...]
    kind: str
    unnamed: int = 0


def _cultures_of(flight: Service) -> list[float]:
    return [
        culture.traveller_weight
        * (NEAR_FOREIGN if flight.foreign.country in culture.countries else 1.0)
        * (NEAR_HOME if HOME in culture.countries else 1.0)
        for culture in cultures()
    ]


def locator(dice: Random) -> str:
    """A record locator of six letters and digits, without 0, 1, I and O."""
    return "".join(dice.choice(LOCATOR_LETTERS) for _ in range(6))


def _visa(who: Person, day: dt.date, dice: Random) -> Document | None:
    # Not everybody else has one either: residence permits and transit take the rest.
    if who.nationality in VISA_FREE or dice.random() > 0.35:
        return None
    issued = day - dt.timedelta(days=dice.randrange(5, 150))
    number = f"{HOME}{dice.randrange(10**7):07}"
    return Document("V", number, HOME, (issued + dt.timedelta(days=365)).isoformat(), issued.isoformat())


def _title(kind: str, sex: str, dice: Random) -> str:
    if kind in ("child", "infant"):
        return "MSTR" if sex == "M" else "MISS"
    return "MR" if sex == "M" else dice.choice(("MRS", "MS"))


class Boarding:
    """Fills flights with parties; every person gets the next number of the day."""

    def __init__(self, day: dt.date, dice: Random) -> None:
        self._day = day
        self._dice = dice
        self.boarded = 0

    def _guest(
        self, kind: str, culture: Culture, seat: str | None, family: Person | None = None
    ) -> tuple[Guest, Person]:
        dice = self._dice
        age = {"child": CHILD, "infant": INFANT, "crew": CREW_AGES}.get(kind, ADULT)
        # The number is also the key that API (RFF ABO) and PNR (REF) share, so that a join is possible.
        self.boarded += 1
        who = person(self.boarded, culture, age, self._day, dice)
        if family:
            who = replace(
                who,
                name=replace(who.name, family=family.name.family),
                nationality=family.nationality,
                passport=who.passport._replace(issuer=family.nationality),
            )
        # Infants and crew check nothing in that a list would count.
        bags = 0 if kind in ("infant", "crew") else dice.choices((0, 1, 2, 3), (38, 46, 13, 3))[0]
        title = _title(kind, who.sex, dice)
        reference = f"{self._day:%d%m}{self.boarded:07}"
        visa = None if kind == "crew" else _visa(who, self._day, dice)
        return Guest(self.boarded, kind, told(who), reference, seat, bags, title, latin(who.name), visa), who

    def crew(self, flight: Service, count: int) -> tuple[Guest, ...]:
        """The crew of a flight, of the carrier's own country where its people are known."""
        country = flight.carrier.country or HOME
        own = [culture for culture in cultures() if country in culture.countries] or list(cultures())
        return tuple(self._guest("crew", self._dice.choice(own), None)[0] for _ in range(count))

    def parties(self, flight: Service, places: int) -> Iterator[Party]:
        """Parties that fill exactly `places` travellers, infants counted."""
        weights = _cultures_of(flight)
        seats = _seats()
        while places > 0:
            kind = self._dice.choices([name for name, _ in PARTY_KINDS], [weight for _, weight in PARTY_KINDS])[0]
            # Cut at the end of a flight: adults stand first, so no infant is left without one.
            kinds = self._kinds(kind)[:places]
            culture = self._dice.choices(cultures(), weights)[0]
            places -= len(kinds)
            yield self._party(kind, kinds, culture, seats, flight)

    def _kinds(self, kind: str) -> list[str]:
        dice = self._dice
        if kind == "family":
            return ["adult", "adult", *["child"] * dice.choice((1, 1, 2, 2, 3))]
        if kind == "infant":
            return ["adult", "adult", "infant"]
        if kind == "friends":
            return ["adult"] * dice.randrange(3, 6)
        if kind == "group":
            return ["adult"] * dice.randrange(8, 17)
        return ["adult"] * (2 if kind == "couple" else 1)

    def _party(self, kind: str, kinds: Sequence[str], culture: Culture, seats: Iterator[str], flight: Service) -> Party:
        dice = self._dice
        guests: list[Guest] = []
        first: Person | None = None
        related = kind in ("family", "infant") or (kind == "couple" and dice.random() < 0.6)
        for wanted in kinds:
            seat = None if wanted == "infant" else next(seats)
            guest, who = self._guest(wanted, culture, seat, first if related else None)
            first = first or who
            # The first adult of the party holds the infant, as hosts assume when nothing is said.
            guests.append(replace(guest, adult=0) if wanted == "infant" else guest)
        booked = flight.departs - dt.timedelta(minutes=dice.randrange(3 * 24 * 60, 200 * 24 * 60))
        unnamed = dice.randrange(2, 9) if kind == "group" and dice.random() < 0.4 else 0
        return Party(locator(dice), booked, tuple(guests), kind, unnamed)


def _seats() -> Iterator[str]:
    row = 1
    while True:
        for letter in SEAT_LETTERS:
            yield f"{row}{letter}"
        row += 1
