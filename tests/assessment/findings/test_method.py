"""The method is data: two axes of ranked codes, grounds of which two never count, three gates."""

from __future__ import annotations

import pytest

from gatehouse.assessment.findings.method import Axis, codes, gates, grounds, method


@pytest.mark.parametrize("axis", list(Axis))
def test_an_axis_has_four_ranks_and_one_way_out(axis: Axis) -> None:
    ranks = [code.rank for code in codes()[axis].values()]
    assert ranks == [0, 1, 2, 3, None]
    assert all(code.en and code.zh for code in codes()[axis].values())


def test_the_axes_share_no_code() -> None:
    assert not codes()[Axis.COMPLIANCE].keys() & codes()[Axis.EFFECTIVENESS].keys()


def test_slow_and_costly_are_the_grounds_that_do_not_count() -> None:
    assert {each.ground for each in grounds().values() if not each.counts} == {"slow-capability", "costly-capability"}


def test_gates_stand_for_their_obligations() -> None:
    assert {each.gate: each.obligation for each in gates().values()} == {
        "gender": "2395-28a", "human-rights": "2395-21", "children": "2395-29",
    }  # fmt: skip
    assert (method().version, method().reply_days > 0, method().gate_chars_min > 0) == (1, True, True)
