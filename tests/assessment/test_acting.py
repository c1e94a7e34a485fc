"""An act of the assessment and its entry in the log stand or fall together."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from gatehouse.assessment.acting import acting
from gatehouse.assessment.states.models import State
from gatehouse.audit import log
from gatehouse.safeguards.decision import Actor


def test_the_entry_refers_and_holds_no_text(altona: State, actor: Actor) -> None:
    _, leaf = next(log.leaves(0, 1))
    said = orjson.loads(leaf)
    assert (said["act"], said["actor"], said["subject"]) == ("state.added", actor.id, "state:X-AL")
    assert altona.name_en.encode() not in leaf


def failing(actor: Actor) -> None:
    """Add a State in a block that fails."""
    with acting(actor, "state.added", "state:KEN"):
        State.objects.create(code="KEN", name_en="Kenya", name_zh="肯尼亚", region="x")
        raise ZeroDivisionError


def test_what_fails_leaves_neither(database: Path, actor: Actor) -> None:
    del database
    with pytest.raises(ZeroDivisionError):
        failing(actor)
    assert (State.objects.count(), log.size()) == (0, 0)


def test_what_turned_out_to_be_nothing_is_not_told(database: Path, actor: Actor) -> None:
    del database
    with acting(actor, "state.added", "state:KEN") as acted:
        acted.silent = True
    assert log.size() == 0
