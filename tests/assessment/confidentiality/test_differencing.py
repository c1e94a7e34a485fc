"""Two tables subtracted from each other."""

from __future__ import annotations

from gatehouse.assessment.confidentiality.differencing import too_close

FIVE = frozenset("ABCDE")


def test_a_group_that_gained_or_lost_fewer_than_k_is_withheld() -> None:
    assert too_close({"r": FIVE | {"F"}}, [FIVE], 3) == {"r"}
    assert too_close({"r": FIVE - {"A", "B"}}, [FIVE], 3) == {"r"}
    assert too_close({"r": FIVE - {"A"} | {"Z"}}, [FIVE], 3) == {"r"}, "one came and one left"


def test_the_same_group_one_that_changed_much_and_another_one_are_not() -> None:
    assert too_close({"r": FIVE}, [FIVE], 3) == frozenset()
    assert too_close({"r": FIVE | set("FGH")}, [FIVE], 3) == frozenset()
    assert too_close({"r": frozenset("XY")}, [FIVE, frozenset()], 3) == frozenset()
