"""A sample is recorded and drawn again, and a changed log draws another."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.keeps import erase_logged
from gatehouse.oversight.models import Sample
from gatehouse.oversight.question import Question
from gatehouse.oversight.sampling import again, draw
from stored_log import behind_the_back


def test_the_same_seed_draws_the_same_and_it_is_kept(told, supervisor) -> None:
    first = draw(supervisor(), "decisions", Question(), 5, 42)
    assert (first.among, len(first.numbers)) == (30, 5)
    assert draw(supervisor(), "decisions", Question(), 5, 42).numbers == first.numbers
    kept = Sample.objects.get(pk=first.id)
    assert (kept.seed, tuple(kept.numbers), kept.drawn_by) == (42, first.numbers, "account:90")
    assert again(supervisor(), first.id)
    today = kept.drawn_at.date()
    assert erase_logged(today - dt.timedelta(days=1)) == {}
    assert erase_logged(today) == {"oversight.Sample": 2}
    assert told


def test_a_log_from_which_an_entry_was_taken_draws_others(told, supervisor) -> None:
    sample = draw(supervisor(), "decisions", Question(), 5, 42)
    behind_the_back(f"DELETE FROM audit_entry WHERE number = {sample.numbers[0]}")
    assert not again(supervisor(), sample.id)
    assert told


@pytest.mark.usefixtures("told")
def test_a_seed_by_chance_is_kept_and_a_wrong_one_refused(supervisor) -> None:
    assert 0 <= draw(supervisor(), "decisions", Question(), 5, None).seed < 1 << 48
    with pytest.raises(OversightError):
        draw(supervisor(), "decisions", Question(), 5, -1)
    with pytest.raises(OversightError):
        again(supervisor(), 999)
