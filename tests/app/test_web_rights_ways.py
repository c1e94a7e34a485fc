"""More ways around the door, as the web process's own code could go them: each leads to empty tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Count, Exists, Max, OuterRef

from gatehouse.audit.models import Entry
from gatehouse.records import Visit, opened
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.intake.models import RawChunk
from gatehouse.screening.review.models import Review
from gatehouse.screening.travellers.models import Booking, FlightLeg, Traveller, TravellerRecord
from kept_people import flight, person
from web_role import as_web

WAYS: dict[str, Callable[[], object]] = {
    "a relation": lambda: [one.traveller.surname for one in Hit.objects.select_related("traveller")],
    "the other end of one": lambda: [who.surname for leg in FlightLeg.objects.all() for who in leg.traveller_set.all()],
    "prefetched": lambda: [
        who.surname for leg in FlightLeg.objects.prefetch_related("traveller_set") for who in leg.traveller_set.all()
    ],
    "across two": lambda: [name for name in Review.objects.values_list("hit__traveller__surname", flat=True) if name],
    "a JSON path": lambda: list(TravellerRecord.objects.values_list("payload__surname", flat=True)),
    "a count": lambda: [count for count in [Traveller.objects.count(), Booking.objects.count()] if count],
    "an aggregate": lambda: [one for one in [Traveller.objects.aggregate(one=Max("surname"))["one"]] if one],
    "a group": lambda: [leg for leg in FlightLeg.objects.annotate(of=Count("traveller")) if leg.of],
    "whether there is one": lambda: list(
        FlightLeg.objects.filter(Exists(Traveller.objects.filter(leg=OuterRef("pk"), surname="ROE")))
    ),
    "what was sealed": lambda: list(RawChunk.objects.all()),
    "the log": lambda: list(Entry.objects.all()),
    "the planner's statistics": lambda: _rows(
        "SELECT * FROM pg_stats WHERE tablename = 'travellers_traveller' AND attname = 'surname'"
    ),
    "COPY out": lambda: _copied("COPY (SELECT surname FROM travellers_traveller) TO STDOUT"),
    "how many rows were met": lambda: [
        line for (line,) in _rows("EXPLAIN ANALYZE SELECT * FROM travellers_traveller") if "rows=1 loops" in str(line)
    ],
}


def _rows(statement: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


def _copied(statement: str) -> list[bytes]:
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        return [bytes(block) for block in copy]


@pytest.fixture
def roe(database: object) -> Traveller:
    """Somebody with a hit, in the statistics too."""
    del database
    who = person(flight("2026-05-01"), "ROE", hit="open")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE travellers_traveller")
    return who


@pytest.mark.usefixtures("roe")
@pytest.mark.parametrize("way", WAYS)
def test_without_the_door_there_is_nothing(way: str) -> None:
    if way not in ("the log", "across two", "how many rows were met", "what was sealed", "the planner's statistics"):
        assert WAYS[way](), "the owner finds somebody this way, or it proves nothing"
    with as_web():
        assert WAYS[way]() == []


@pytest.mark.usefixtures("roe")
def test_what_was_found_inside_and_is_asked_for_outside_is_not_there() -> None:
    visit = Visit(Actor("account:7", Role.ANALYST), "screening", "R-1")
    with as_web():
        with opened(visit, Act.SEARCH, Subject(SubjectClass.TRAVELLER, "store:travellers")):
            late = Traveller.objects.all()
            held = Traveller.objects.get()
        assert list(late) == []
        with pytest.raises(Traveller.DoesNotExist):
            held.refresh_from_db()
        assert list(held.travellerrecord_set.all()) == []


def test_there_is_no_administration_beside_ours() -> None:
    assert not apps.is_installed("django.contrib.admin")
