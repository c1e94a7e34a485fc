"""Who is on a leg, by name: a search like any other, for a stated case or request. Of hits it tells nothing."""

from __future__ import annotations

from typing import NamedTuple

from gatehouse.records import Visit, opened, subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.travellers.models import FlightLeg, Traveller
from gatehouse.terms.saying import Saying

SHOWN_MAX = 1_000
"""More people than any aircraft has seats; the rest of a broken leg is not shown, and that is said."""


class Person(NamedTuple):
    """Somebody on the leg; `state` as in `travellers.states`."""

    traveller: int
    surname: str | None
    given_names: str | None
    birth_date: str | None
    role: str
    state: str


class OnBoard(NamedTuple):
    """A leg and who is on it, by surname. `withheld`: how many more there are."""

    flight: str
    origin: str | None
    destination: str | None
    departs: str | None
    people: tuple[Person, ...]
    withheld: int


def seen(visit: Visit, leg: int) -> OnBoard:
    """Everybody on a stored leg, by the one door. ReviewError where there is no such leg."""
    with opened(visit, Act.SEARCH, subject(SubjectClass.TRAVELLER, f"flight:{leg}")) as opening:
        row = FlightLeg.objects.filter(id=leg).first()
        if row is None:
            raise ReviewError(Saying("there is no such flight"), Saying("look at the board again"))
        people = Traveller.objects.filter(leg=leg)
        named = people.order_by("surname", "given_names", "id")
        fields = ("id", "surname", "given_names", "birth_date", "role", "state")
        shown = tuple(Person(*one) for one in named.values_list(*fields)[:SHOWN_MAX])
        withheld = people.count() - len(shown)
        opening.note(Act.SEARCH, subject(SubjectClass.TRAVELLER, f"flight:{leg}"), {"shown": len(shown)})
    name = f"{row.carrier or '?'}{row.number or '?'}{row.suffix or ''}"
    return OnBoard(name, row.origin, row.destination, row.departs, shown, withheld)
