"""Assessments and ratings go along the arrows of their tables and no other way."""

from __future__ import annotations

from itertools import product

import pytest

from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.assessment.findings.states import ASSESSMENT, DONE, RATING, Rated, Stand, after, rated_after


@pytest.mark.parametrize(("stand", "event"), list(product(Stand, sorted({event for _, event in ASSESSMENT}))))
def test_assessments(stand: Stand, event: str) -> None:
    if (stand, event) in ASSESSMENT:
        assert after(stand, event) is ASSESSMENT[stand, event]
    else:
        with pytest.raises(FindingsError, match="cannot"):
            after(stand, event)


@pytest.mark.parametrize(("rated", "event"), list(product(Rated, sorted({event for _, event in RATING}))))
def test_ratings(rated: Rated, event: str) -> None:
    if (rated, event) in RATING:
        assert rated_after(rated, event) is RATING[rated, event]
    else:
        with pytest.raises(FindingsError, match="cannot"):
            rated_after(rated, event)


def test_no_way_leads_to_adoption_past_the_state() -> None:
    assert {before for (before, event) in ASSESSMENT if event == "adopt"} == {Stand.REPLIED, Stand.UNANSWERED}
    assert not [stand for stand, _ in ASSESSMENT if stand is Stand.ADOPTED]


def test_nothing_is_done_by_one_rater() -> None:
    assert Rated.ONCE not in DONE
    assert not [after_ for (before, _), after_ in RATING.items() if before is Rated.OPEN and after_ in DONE]
