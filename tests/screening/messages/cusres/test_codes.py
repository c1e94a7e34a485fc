"""The code lists of CUSRES."""

from gatehouse.screening.messages.cusres.codes import FUNCTIONS, LEVELS, STATUSES, Verdict


def test_every_verdict_has_a_meaning():
    assert {verdict.value for verdict in Verdict} <= set(STATUSES)
    assert all(STATUSES.values())


def test_functions_and_levels_are_told_apart():
    assert len(set(FUNCTIONS.values())) == len(FUNCTIONS) == 3
    assert set(LEVELS.values()) == {"message", "person"}
