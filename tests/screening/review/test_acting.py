"""Acts are kept as they were done."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from gatehouse.screening.review import acting, decisions
from gatehouse.screening.review.acting import Look
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.models import Act
from reviewing import ANALYST, NAME_ONLY, Screening, look


@pytest.fixture(autouse=True)
def cleared(screening: Screening) -> None:
    screening.fly(screening.ann())
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)


@pytest.mark.parametrize("change", ["UPDATE {} SET event = 'x'", "UPDATE {} SET text = 'x'", "DELETE FROM {}"])
def test_no_act_is_changed_or_deleted(change: str) -> None:
    refused = pytest.raises(DatabaseError, match="kept as they were done")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change.format("review_act"))


def test_what_was_written_can_be_blanked_and_a_transaction_that_erases_can_erase() -> None:
    Act.objects.update(text="")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL gatehouse.erasing = 'on'")
        cursor.execute("DELETE FROM review_pairkey; DELETE FROM review_memory; DELETE FROM review_act")
    assert Act.objects.count() == 0


def test_a_hit_that_is_not_there_is_no_fault_of_the_program() -> None:
    with pytest.raises(ReviewError, match="no such hit"), transaction.atomic():
        acting.held(Look(999, 0, 1))


def test_the_actor_of_an_act_is_who_did_it_in_the_role_of_then() -> None:
    assert acting.actor_of(Act.objects.get()) == ANALYST.actor
