"""Approval by another account on the version that was seen; retirement for a reason. Both are in the log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from criterion_text import APPROVER, AUTHOR, TEXT
from gatehouse.records import RefusedError, Visit
from gatehouse.screening.authoring import approving
from gatehouse.screening.authoring.errors import AuthoringError
from gatehouse.screening.authoring.looked_through import Bench
from gatehouse.screening.criteria import states
from gatehouse.screening.criteria.activation import Asked
from gatehouse.screening.criteria.errors import RegisterError
from gatehouse.screening.criteria.register import Entry
from signed_in import entries

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def entry(bench: Bench, tried_text: Callable) -> Entry:
    """A version that was tried."""
    tried_text(TEXT, bench)
    return bench.register.entry("from-sin", 1, bench.today)


def _asked(bench: Bench, by: str = APPROVER, answer: str = "a rehearsal is small") -> Asked:
    return Asked(by, bench.today, answer)


def _state(bench: Bench) -> str:
    return bench.register.entry("from-sin", 1, bench.today).state


def test_another_account_approves_and_it_is_in_force(bench: Bench, entry: Entry, approver: Visit) -> None:
    approving.approve(approver, bench.register, entry, bench.permitted, _asked(bench))
    assert _state(bench) == states.ACTIVE
    assert bench.register.in_force(bench.today) == (entry.criterion,)
    assert [one.subject for one in entries("criterion.approved")] == ["criterion:from-sin/1"]
    assert [one.subject for one in entries("criterion.activated")] == ["criterion:from-sin/1"]


@pytest.mark.parametrize("requester", ["account:2", None])
def test_nobody_approves_what_they_wrote_or_what_nobody_here_wrote(
    bench: Bench, entry: Entry, approver: Visit, requester: str | None
) -> None:
    with pytest.raises(RefusedError):
        approving.approve(replace(approver, requester=requester), bench.register, entry, bench.permitted, _asked(bench))
    assert _state(bench) == states.SHADOW
    assert len(entries("act.refused")) == 1


def test_a_refusal_by_the_register_leaves_no_entry(bench: Bench, entry: Entry, approver: Visit) -> None:
    with pytest.raises(RegisterError, match="too small"):
        approving.approve(approver, bench.register, entry, bench.permitted, _asked(bench, answer=" "))
    with pytest.raises(RegisterError, match="approver alone"):
        approving.approve(approver, bench.register, entry, bench.permitted, _asked(bench, by=AUTHOR))
    assert entries("criterion.approved") == []


def test_another_file_than_the_one_that_was_seen_is_not_approved(bench: Bench, entry: Entry, approver: Visit) -> None:
    seen = entry._replace(criterion=replace(entry.criterion, sha256="0" * 64))
    with pytest.raises(AuthoringError, match="not what you looked at"):
        approving.approve(approver, bench.register, seen, bench.permitted, _asked(bench))


def test_a_version_is_retired_for_a_reason(bench: Bench, entry: Entry, author: Visit) -> None:
    with pytest.raises(RegisterError, match="for a reason"):
        approving.retire(author, bench.register, entry, AUTHOR, bench.today, "")
    approving.retire(author, bench.register, entry, AUTHOR, bench.today, "never right")
    assert _state(bench) == states.RETIRED
    assert [one.subject for one in entries("criterion.retired")] == ["criterion:from-sin/1"]
    with pytest.raises(RegisterError, match="retired"):
        approving.retire(author, bench.register, entry, AUTHOR, bench.today, "again")
