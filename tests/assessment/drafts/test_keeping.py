"""A draft is its writer's alone, begins with an entry in the log, and goes when it is given."""

from __future__ import annotations

import pytest

from gatehouse.assessment.drafts import keeping
from gatehouse.assessment.drafts.errors import DraftError
from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.findings import assessments
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor, Subject
from signed_in import entries

TYPED = {"text": ["half a <sentence>"], "grounds": ["no-law", "no-plan"]}


@pytest.fixture
def about(lead: Actor, altona: State, cycle: Cycle) -> Subject:
    """What is written on."""
    return assessments.about(assessments.begin(lead, altona, cycle))


def test_it_is_found_again_by_nobody_else(lead: Actor, assessor: Actor, about: Subject) -> None:
    keeping.keep(lead, about, "finding:1/text", TYPED)
    kept = keeping.found(lead, "finding:1/text")
    assert kept.typed == TYPED
    assert keeping.found(assessor, "finding:1/text") is None
    assert keeping.all_of(assessor) == []
    keeping.keep(lead, about, "finding:1/text", {"text": ["a whole one"]})
    assert [one.typed for one in keeping.all_of(lead)] == [{"text": ["a whole one"]}]
    (told,) = entries("draft.kept")
    assert "sentence" not in str(told)
    keeping.drop(assessor, "finding:1/text")
    assert keeping.found(lead, "finding:1/text")
    keeping.drop(lead, "finding:1/text")
    assert keeping.found(lead, "finding:1/text") is None


def test_who_may_not_see_it_writes_nothing_on_it(donor: Actor, about: Subject) -> None:
    with pytest.raises(NotAllowedError):
        keeping.keep(donor, about, "finding:1/text", TYPED)
    assert keeping.all_of(donor) == []


def test_what_does_not_fit_is_refused_and_the_draft_before_stays(
    lead: Actor, about: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeping.keep(lead, about, "a", TYPED)
    with pytest.raises(DraftError, match="longer"):
        keeping.keep(lead, about, "a", {"text": ["x" * keeping.TYPED_CHARS_MAX]})
    monkeypatch.setattr(keeping, "DRAFTS_MAX", 1)
    with pytest.raises(DraftError, match="1 drafts"):
        keeping.keep(lead, about, "b", TYPED)
    keeping.keep(lead, about, "a", {"text": ["still mine"]})
    assert keeping.found(lead, "a").typed == {"text": ["still mine"]}
