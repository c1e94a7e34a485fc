"""Every state, fault, event and dimension has its words."""

from __future__ import annotations

import re
from pathlib import Path

from gatehouse.screening.authoring import looked_through
from gatehouse.screening.authoring.models import Trial
from gatehouse.screening.criteria import checking, states
from gatehouse.screening.criteria.groups import DIMENSIONS as MEASURED
from gatehouse.web.criteria import words


def test_every_fault_that_can_be_told_has_its_words() -> None:
    sources = "".join(Path(str(one.__file__)).read_text() for one in (checking, looked_through))
    codes = set(re.findall(r'(?:_refused|_warning|Fault)\(\s*(?:Weight\.\w+, )?"([a-z-]+)"', sources))
    assert len(codes) > 15
    assert codes == set(words.FAULTS)


def test_states_events_and_dimensions_have_theirs() -> None:
    assert set(words.STATES) == set(states.CRITERION.values())
    assert set(words.TRIAL_STATES) == set(Trial.State)
    assert set(words.DIMENSIONS) == set(MEASURED)
    assert set(words.EVENTS) == {event for _, event in states.CRITERION} - {states.REVIEW_LAPSED, states.SUNSET}


def test_a_code_of_a_group_stands_as_it_is() -> None:
    assert words.group("DEU") == "DEU"
    assert str(words.group("unknown")) == "not known"
