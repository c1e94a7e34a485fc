"""A case keeps its traveller while it is open and by the clock after it was closed; then it is of nobody, and stays."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gatehouse.cooperation.cases import keeps
from gatehouse.cooperation.cases.case import Kind, Outcome
from gatehouse.cooperation.cases.errors import CaseError
from gatehouse.cooperation.cases.models import Case, Member
from gatehouse.cooperation.cases.register import listed, standing
from gatehouse.cooperation.cases.working import close, open_case
from gatehouse.records import RefusedError, Visit
from gatehouse.retention.kept import beyond_the_last_clock, kept
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.hits.models import Hit
from reviewing import ASKING, SENIOR
from signed_in import entries

OVERSEER = Visit(Actor("account:90", Role.OVERSIGHT_READER), "oversight", "O-1")
TODAY = dt.datetime.now(dt.UTC).date()


def test_it_keeps_its_traveller_and_what_stays_of_it_is_of_nobody(confirmed: int) -> None:
    traveller = Hit.objects.get(id=confirmed).traveller_id
    number = open_case(ASKING, confirmed, Kind.BORDER)
    assert beyond_the_last_clock(kept([traveller], TODAY)) == {traveller: f"case:{number}"}
    assert keeps.erase_closed(TODAY) == {}, "an open case has no clock"
    close(ASKING, number, Outcome.HANDED_OVER)
    assert standing(ASKING) == []
    assert keeps.erase_closed(TODAY - dt.timedelta(days=1)) == {}
    assert beyond_the_last_clock(kept([traveller], TODAY)) == {traveller: f"case:{number}"}
    assert keeps.erase_closed(TODAY) == {"cases.Member": 1}
    assert beyond_the_last_clock(kept([traveller], TODAY)) == {}
    [row] = listed(OVERSEER)
    assert (row.number, row.kind, row.outcome, row.hits) == (number, "border", "handed-over", 0)
    assert row.erased_at is not None
    columns = {field.name for field in Case._meta.concrete_fields}
    assert columns == {"id", "kind", "unit", "opened_at", "closed_at", "outcome", "erased_at"}
    assert not Member.objects.exists()
    assert keeps.erase_closed(TODAY) == {}


def test_it_begins_with_a_confirmed_match_and_once(confirmed: int) -> None:
    open_case(ASKING, confirmed, Kind.PROTECTION)
    with pytest.raises(CaseError, match="in a case already"):
        open_case(ASKING, confirmed, Kind.BORDER)
    assert Case.objects.count() == 1
    assert [entry.subject for entry in entries("case.opened")] == [f"hit:{confirmed}"]


def test_without_a_confirmed_match_there_is_none(hit: int) -> None:
    with pytest.raises(RefusedError):
        open_case(ASKING, hit, Kind.BORDER)
    assert not Case.objects.exists()


def test_it_is_closed_once_by_whoever_states_a_reference(confirmed: int) -> None:
    number = open_case(ASKING, confirmed, Kind.BORDER)
    with pytest.raises(RefusedError):
        close(SENIOR, number, Outcome.NO_GROUND)
    close(ASKING, number, Outcome.NO_GROUND)
    with pytest.raises(CaseError, match="no case of that number"):
        close(ASKING, number, Outcome.ACTED_ON)
    assert [entry.subject for entry in entries("case.closed")] == [f"case:{number}"]
    assert Case.objects.get().closed_at <= timezone.now()
