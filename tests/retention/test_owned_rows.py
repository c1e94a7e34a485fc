"""Rows by whose they are: all of an owner's and nobody else's, in every table that declares so."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.utils import timezone

from gatehouse.retention import owned_rows
from gatehouse.screening.hits.models import Hit, HitVersion
from gatehouse.screening.review.models import Act, Review
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


def test_a_decision_of_somebody_else_loses_the_reference_and_stays() -> None:
    leg = flight("2026-05-01")
    one, other = person(leg, "ROE", hit="open"), person(leg, "DOE", hit="open")
    acts = {}
    for who in (one, other):
        review = Review.objects.create(
            hit=Hit.objects.get(traveller=who), leg=leg, list="TEST", score=0.9, state="cleared", waiting=False,
            due=timezone.now(), since=timezone.now(),
        )  # fmt: skip
        acts[who.id] = Act.objects.create(
            review=review, number=1, event="cleared", state="cleared", at=timezone.now(), actor="account:1",
            role="analyst", purpose="screening", text="words about somebody",
        )  # fmt: skip
    Review.objects.filter(hit__traveller=other).update(earlier=acts[one.id])
    with transaction.atomic():
        _, counts = owned_rows.mask("traveller", [other.id], frozenset({"general-remarks"}))
        owned_rows.delete("traveller", [one.id])
    assert counts["review.Act"] == 1
    assert (Act.objects.get().text, Review.objects.get().earlier) == ("", None)
