"""What is remembered of a pair: found by document, ended by reopening, nobody's name in it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from gatehouse.screening.review import decisions, memory
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.models import Memory, PairKey, Review
from reviewing import ANALYST, NAME_ONLY, Screening, look


@pytest.fixture(autouse=True)
def cleared(screening: Screening) -> None:
    screening.fly(screening.ann())
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)


def test_it_is_found_by_its_key_its_hit_and_its_act() -> None:
    kept, key = Memory.objects.get(), PairKey.objects.get().key
    (found,) = memory.by_key([key])[key]
    assert (found.act, found.answer) == (kept.act_id, Answer.NOT_SAME)
    assert list(memory.by_hit([look().hit]).values()) == [[found]]
    assert memory.by_act([kept.act_id]) == {kept.act_id: [found]}
    assert memory.by_key([]) == {}


def test_what_has_ended_is_not_found() -> None:
    key = PairKey.objects.get().key
    assert memory.end(look().hit, timezone.now()) == [Memory.objects.get().act_id]
    assert memory.by_key([key]) == {}
    assert memory.end(look().hit, timezone.now()) == []


def test_no_name_and_no_number_is_in_it() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT m::text FROM review_memory m UNION ALL SELECT k::text FROM review_pairkey k")
        kept = " ".join(row[0] for row in cursor.fetchall()).upper()
    assert not [value for value in ("ROE", "ANN", "1980", "P123") if value in kept]


def test_with_another_secret_nobody_is_known_again(screening: Screening) -> None:
    with override_settings(SECRET_KEY="another"):  # noqa: S106
        screening.fly(screening.ann(reference="U2"), flight="ZZ124")
    assert Review.objects.latest("hit_id").state == "open"


def test_without_an_entry_in_force_nothing_is_remembered(screening: Screening) -> None:
    from gatehouse.screening.watchlists.models import EntryVersion

    screening.fly(screening.ann("P777", reference="U3"), flight="ZZ125")
    EntryVersion.objects.update(last_version_id=1)
    last = Review.objects.latest("hit_id").hit_id
    decisions.decide(ANALYST, look(last), Answer.NOT_SAME, NAME_ONLY)
    assert Memory.objects.count() == 1
