"""Whom a check was about is erased by its clock, once somebody decided; that it was made stays."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.enquiries import border, waiting
from gatehouse.screening.enquiries.keeps import erase_before
from gatehouse.screening.enquiries.models import BorderCheck, BorderCheckContent


@pytest.mark.usefixtures("stored_day")
def test_what_was_decided_before_the_day_is_erased_and_nothing_else() -> None:
    officer = Visit(Actor("account:1", Role.BORDER_OFFICER), "screening")
    clearing = Visit(Actor("account:2", Role.ANALYST), "screening", reference="B", clears=True)
    decided, _, later = (border.check_person(officer, "Yousef al-Karim", "1976-05-17").reference for _ in range(3))
    for reference in (decided, later):
        waiting.decide(clearing, reference, "somebody else")
    today = timezone.now()
    BorderCheck.objects.exclude(reference=later).update(asked_at=today - dt.timedelta(days=40))
    assert erase_before((today - dt.timedelta(days=30)).date()) == {"enquiries.BorderCheckContent": 1}
    assert not BorderCheckContent.objects.filter(check_made__reference=decided).exists()
    assert (BorderCheckContent.objects.count(), BorderCheck.objects.count()) == (2, 3)
    assert erase_before((today - dt.timedelta(days=30)).date()) == {}
