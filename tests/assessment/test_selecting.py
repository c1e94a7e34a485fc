"""A State chooses from its own pieces, each by its name; what is not its own has no name."""

from __future__ import annotations

import pytest

from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.questions.answers import Place, give
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.given import Given
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.selecting import KINDS, UnknownPieceError, open_selectable, piece_of
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor


@pytest.fixture
def place(altona: State, cycle: Cycle) -> Place:
    return Place(altona, cycle, questionnaire_of("self-assessment"))


def test_pieces_are_named_and_have_their_words(adopted: Recommendation, place: Place, focal: Actor) -> None:
    give(focal, place, bank()["strategy-adopted"], Given("yes", "The law.\n\nThe posts."), 0)
    found = {(one.kind, one.name): one for one in open_selectable(focal, place.state, place.cycle)}
    answer = found["answer", "strategy-adopted"]
    assert [one.text for one in answer.read.shown] == ["yes", "The law.", "The posts."]
    row = found["recommendation", str(adopted.pk)]
    assert "Staff both posts at night." in row.read.text
    assert not [one for one in found if one[0] == "finding"], "findings are seen once they are put before the State"
    for kind, name in found:
        about = piece_of(place.state, kind, name, place.cycle)
        assert about.ref == found[kind, name].read.subject.ref
    [only] = open_selectable(focal, place.state, place.cycle, "recommendation", str(adopted.pk))
    assert only == row


def test_another_state_has_no_such_piece(
    adopted: Recommendation, place: Place, focal: Actor, stranger: Actor, actor: Actor
) -> None:
    from gatehouse.assessment.states import store
    from gatehouse.assessment.states.state_code import Names

    bergen = store.add_state(actor, "X-BE", "demo-north", Names("Bergen", "贝尔根"))
    for kind in (*KINDS, "nothing"):
        for name in (str(adopted.pk), "9" * 40, "x"):
            with pytest.raises(UnknownPieceError):
                piece_of(bergen, kind, name)
    with pytest.raises(NotAllowedError):
        open_selectable(stranger, place.state, place.cycle)
    assert open_selectable(stranger, bergen, place.cycle) == []
    del focal
