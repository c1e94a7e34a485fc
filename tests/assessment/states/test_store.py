"""States and cycles are added once, with a record, and never changed in passing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from gatehouse.assessment.states import store
from gatehouse.assessment.states.errors import StatesError
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.states.state_code import Names
from gatehouse.audit import log
from gatehouse.safeguards.decision import Actor

pytestmark = pytest.mark.usefixtures("database")


def test_a_real_state_has_its_usual_names(actor: Actor) -> None:
    state = store.add_state(actor, "KEN", "eastern-africa")
    assert (state.name_in("en"), state.name_in("zh-hans"), state.fictitious) == ("Kenya", "肯尼亚", False)
    assert store.state_of("KEN") == state


def test_a_fictitious_state_has_to_be_named(actor: Actor, altona: State) -> None:
    assert altona.fictitious
    with pytest.raises(StatesError, match="names in English and Chinese"):
        store.add_state(actor, "X-BO", "demo")


def test_the_same_state_again_changes_nothing_and_is_not_told(actor: Actor, altona: State) -> None:
    before = log.size()
    assert store.add_state(actor, "X-AL", "demo-north", Names("Altona", "阿尔托纳")) == altona
    with pytest.raises(StatesError, match="nothing was changed"):
        store.add_state(actor, "X-AL", "demo-south", Names("Altona", "阿尔托纳"))
    assert log.size() == before


@pytest.mark.parametrize("region", ["", "Eastern Africa", "x" * 49])
def test_a_region_is_a_code(actor: Actor, region: str) -> None:
    with pytest.raises(StatesError, match="region"):
        store.add_state(actor, "KEN", region)


def test_the_database_itself_refuses_other_codes() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        State.objects.create(code="ken", name_en="", name_zh="", region="")


def test_a_cycle_opens_and_closes(actor: Actor, cycle: Cycle) -> None:
    assert store.cycle_named("2026").state == "open"
    assert store.move_cycle(actor, cycle, "close").state == "closed"
    with pytest.raises(StatesError, match="closed cannot open"):
        store.move_cycle(actor, cycle, "open")


def test_cycles_that_make_no_sense_are_refused(actor: Actor, cycle: Cycle) -> None:
    day = dt.date(2027, 1, 1)
    for name, begins, ends in (("", day, day), ("x" * 81, day, day), (cycle.name, day, day), ("2027", day, cycle.ends)):
        with pytest.raises(StatesError):
            store.add_cycle(actor, name, begins, ends)
    assert Cycle.objects.count() == 1


def test_the_cycle_before(actor: Actor, cycle: Cycle) -> None:
    earlier = store.add_cycle(actor, "2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert store.cycle_before(cycle) == earlier
    assert store.cycle_before(earlier) is None


def test_what_is_unknown_is_said(database: Path) -> None:
    del database
    with pytest.raises(StatesError, match="not assessed here"):
        store.state_of("KEN")
    with pytest.raises(StatesError, match="no cycle"):
        store.cycle_named("1999")
