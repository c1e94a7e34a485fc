"""A visit brings what it rests on, and the law that is in force."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.records import RecordsError, Visit, law
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.shipped import demo_profile
from gatehouse.safeguards.standing import Level
from gatehouse.safeguards.vocabulary import Role

NOW = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)
SECOND = Actor("account:8", Role.SENIOR_ANALYST)


def test_the_context_is_the_law_as_it_stands_and_what_the_visit_brings() -> None:
    visit = Visit(Actor("account:7", Role.ANALYST), "screening", reference="C-1", second=SECOND, clears=True)
    context = visit.context(NOW)
    assert (context.profile, context.now, context.second) == (demo_profile(), NOW, SECOND)
    assert (context.reference, context.clears, context.recipient) == ("C-1", True, None)
    assert isinstance(context.standing, Level)


def test_without_a_law_nobody_comes_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(law, "_IN_FORCE", [])
    with pytest.raises(RecordsError, match="no law is in force"):
        Visit(Actor("account:7", Role.ANALYST), "screening").context(NOW)
