"""The list of acts is closed, and consistent with the kinds of references."""

from __future__ import annotations

import re

import pytest

from gatehouse.audit.acts import act_of, acts
from gatehouse.audit.errors import EntryError
from gatehouse.audit.references import kinds

DETAILS_MAX = 8
"""So that the longest entry stays below its limit."""


@pytest.mark.parametrize("code", acts())
def test_an_act_is_whole(code: str) -> None:
    act = acts()[code]
    assert re.fullmatch(r"[a-z]+\.[a-z]+", code)
    assert act.actors
    assert act.actors <= {"account", "operator", "machine"}
    assert act.subjects
    assert act.subjects <= kinds().keys()
    assert all(re.fullmatch(r"[a-z]+", name) for name in act.details)
    assert len(act.details) <= DETAILS_MAX
    assert act.meaning


def test_searching_the_log_by_its_own_columns_meets_no_detail() -> None:
    members = {"act", "actor", "at", "decision", "purpose", "reason", "role", "subject", "v"}
    assert not members & {name for act in acts().values() for name in act.details}


def test_an_unknown_act_is_refused() -> None:
    assert act_of("hit.decided").actors == {"account"}
    with pytest.raises(EntryError, match=r"acts\.csv"):
        act_of("traveller.guessed")


def test_no_machine_decides_about_a_person() -> None:
    assert [
        act.code for act in acts().values() if act.code.endswith((".decided", ".confirmed")) and "machine" in act.actors
    ] == []
