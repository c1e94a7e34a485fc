"""Steps are written down with their entry; references are short and lose nobody."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.retention.errors import RetentionError
from gatehouse.retention.models import Run, Step
from gatehouse.retention.steps import Notebook, Tally, references_of
from gatehouse.safeguards.decision import Refuse
from kept_people import AS_OF, law_of


@given(st.lists(st.integers(1, 400), max_size=80))
def test_ranges_name_everybody_once(numbers: list[int]) -> None:
    told = references_of("traveller", numbers)
    named: list[int] = []
    for part in told.removeprefix("traveller:").split(","):
        first, _, last = part.partition("-")
        named += range(int(first), int(last or first) + 1) if first else []
    assert named == sorted(set(numbers))


def test_ranges_read_well() -> None:
    assert references_of("traveller", [3, 1, 2, 9]) == "traveller:1-3,9"
    assert references_of("traveller", []) == ""


@pytest.mark.usefixtures("database")
def test_a_step_is_written_down_with_its_entry_or_not_at_all() -> None:
    law_of()
    run = Run.objects.create(as_of=AS_OF, law="0" * 64, mode="demo")
    notebook = Notebook.of(run)
    with transaction.atomic():
        notebook.write("erase", dt.date(2026, 5, 1), {"travellers": 2, "hits.Hit": 1}, "traveller:1-2")
        notebook.skip(dt.date(2026, 5, 1), 3)
    with transaction.atomic():
        notebook.write("erase", None, {}, "")
        transaction.set_rollback(True)
    assert Step.objects.get().references == "traveller:1-2"
    erased, skipped = [decoded(leaf) for _, leaf in log.leaves(0, log.size())]
    assert (erased.act, dict(erased.details), erased.reason) == ("retention.erased", {"travellers": 2}, "erase-in-time")
    assert (skipped.act, dict(skipped.details)) == ("retention.skipped", {"held": 3})


@pytest.mark.usefixtures("database")
def test_where_the_law_refuses_nothing_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    law_of()
    monkeypatch.setattr("gatehouse.retention.steps.may", lambda *asked: Refuse(asked, "none", "it is not allowed", "s"))
    with pytest.raises(RetentionError, match="not allowed"):
        Notebook.of(Run(as_of=AS_OF))


def test_a_tally_adds_up_by_table() -> None:
    tally = Tally()
    tally.add({"a": 1})
    tally.add({"a": 2, "b": 1})
    assert tally.rows == {"a": 3, "b": 1}
