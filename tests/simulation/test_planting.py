"""Planting: the right number, in adults' places, each entry once before any twice."""

from collections import Counter
from itertools import islice
from random import Random

from gatehouse.simulation.listed import Listed
from gatehouse.simulation.parties import Party
from gatehouse.simulation.planting import planned, plant


def test_as_many_are_planned_as_asked(entries: list[Listed]) -> None:
    assert len(list(planned(entries, 50, Random(1)))) == 50
    assert list(planned(entries, 0, Random(1))) == []


def test_an_empty_list_plants_nobody() -> None:
    assert list(planned([], 5, Random(1))) == []


def test_entries_are_used_up_before_any_is_used_again(entries: list[Listed]) -> None:
    counts = Counter(one.entry_id for one in planned(entries[:40], 100, Random(2)))
    assert max(counts.values()) - min(counts.values()) <= 1 + 100 // len(counts) - min(counts.values()) + 1
    first = [one.entry_id for one in islice(planned(entries[:40], 100, Random(2)), 30)]
    assert len(set(first)) == 30


def test_the_planted_take_adults_places_and_keep_their_seats(entries: list[Listed], parties: tuple[Party, ...]) -> None:
    who = list(planned(entries, 9, Random(3)))
    after = plant(parties, who, Random(4))
    taken = [
        (old, new) for p, q in zip(parties, after, strict=True) for old, new in zip(p.guests, q.guests, strict=True)
    ]
    placed = [(old, new) for old, new in taken if new.entry_id]
    assert sorted(new.entry_id or "" for _, new in placed) == sorted(one.entry_id for one in who)
    assert all(old.kind == "adult" and old.seat == new.seat and old.number == new.number for old, new in placed)
    assert all(old == new for old, new in taken if not new.entry_id)


def test_those_without_a_place_stay_behind(entries: list[Listed], parties: tuple[Party, ...]) -> None:
    adults = sum(guest.kind == "adult" for party in parties for guest in party.guests)
    after = plant(parties, list(planned(entries, adults + 20, Random(5))), Random(6))
    assert sum(bool(guest.entry_id) for party in after for guest in party.guests) == adults
