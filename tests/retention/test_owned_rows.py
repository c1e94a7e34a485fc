"""Rows by whose they are: all of an owner's and nobody else's, in every table that declares so."""

from __future__ import annotations

import pytest
from django.db import transaction

from gatehouse.retention import owned_rows
from gatehouse.screening.hits.models import Hit, HitVersion
from gatehouse.screening.travellers.models import RecordJoin, Traveller, TravellerRecord
from kept_people import flight, person

pytestmark = pytest.mark.usefixtures("database")


def test_masking_touches_every_table_of_the_owner_and_nobody_else() -> None:
    leg = flight("2026-05-01")
    one, other = person(leg, "ROE", hit="weakened"), person(leg, "DOE", hit="weakened")
    with transaction.atomic():
        removed, counts = owned_rows.mask("traveller", [one.id], frozenset({"names", "api", "other-travellers"}))
    assert counts == {
        "hits.HitVersion": 1,
        "hits.Hit": 1,
        "travellers.Traveller": 1,
        "travellers.TravellerRecord": 2,
        "travellers.RecordJoin": 1,
    }
    assert list(removed) == [one.id]
    assert Traveller.objects.get(id=one.id).masked_at
    assert Traveller.objects.get(id=other.id).surname == "DOE"
    assert Hit.objects.get(traveller=other).explanation[0]["traveller"] == "DOE"
    assert RecordJoin.objects.get(traveller=other).api_key == "api:DOE"


def test_deleting_takes_what_hangs_on_others_first_and_leaves_nobody_elses() -> None:
    leg = flight("2026-05-01")
    one, other = person(leg, "ROE", hit="open"), person(leg, "DOE", hit="open")
    with transaction.atomic():
        counts = owned_rows.delete("traveller", [one.id])
    assert counts["travellers.TravellerRecord"] == 2
    assert set(Traveller.objects.values_list("id", flat=True)) == {other.id}
    assert (HitVersion.objects.count(), TravellerRecord.objects.count()) == (1, 2)


def test_nobody_is_nothing() -> None:
    with transaction.atomic():
        assert owned_rows.mask("traveller", [], frozenset({"names"})) == ({}, {})
        assert owned_rows.delete("booking", []) == {}
