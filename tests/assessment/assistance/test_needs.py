"""Needs are their State's until they are shared; offers are matched with what the reader may see."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.assessment.assistance import needs
from gatehouse.assessment.assistance.errors import AssistanceError
from gatehouse.assessment.confidentiality import marks
from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.states.models import State
from gatehouse.safeguards.decision import Actor

FAR = dt.date(2099, 1, 1)


def test_who_helps_sees_a_need_once_it_is_shared(
    adopted: Recommendation, altona: State, lead: Actor, focal: Actor, member: Actor, other_member: Actor, donor: Actor
) -> None:
    need = needs.state_need(lead, altona, "borders", "Posts for the night.", adopted)
    needs.offer_help(donor, needs.Offering("UNODC", ("borders",), "Training.", FAR))
    assert need.urgency == 1
    assert needs.proposed(donor) == []
    assert needs.visible_needs(focal) == [need]
    needs.share_need(member, other_member, need, "decision 3")
    (proposal,) = needs.proposed(donor)
    assert (proposal.body, proposal.points) == ("UNODC", 50)


def test_a_state_states_its_own_needs_and_no_others(altona: State, focal: Actor, stranger: Actor) -> None:
    needs.state_need(focal, altona, "pnr", "A passenger information unit.")
    with pytest.raises(NotAllowedError):
        needs.state_need(stranger, altona, "pnr", "A passenger information unit.")
    with pytest.raises(AssistanceError, match="kind of help"):
        needs.state_need(focal, altona, "palace", "A palace.")
    with pytest.raises(AssistanceError):
        needs.state_need(focal, altona, "pnr", " ")


@pytest.mark.parametrize(
    "offering",
    [
        needs.Offering("UNODC", ("borders",), "Training.", dt.date(2020, 1, 1)),
        needs.Offering(" ", ("borders",), "Training.", FAR),
        needs.Offering("UNODC", (), "Training.", FAR),
        needs.Offering("UNODC", ("magic",), "Training.", FAR),
    ],
    ids=["over", "nobody", "nothing", "unknown"],
)
def test_what_is_no_offer_is_refused(donor: Actor, altona: State, offering: needs.Offering) -> None:
    assert altona
    with pytest.raises(AssistanceError):
        needs.offer_help(donor, offering)


def test_a_need_that_the_state_keeps_is_not_offered_upon(
    altona: State, focal: Actor, member: Actor, other_member: Actor, donor: Actor
) -> None:
    stated = needs.state_need(focal, altona, "borders", "Posts for the night.")
    need = needs.share_need(member, other_member, stated, "decision 3")
    assert [one.text for one in needs.visible_needs(donor)] == ["Posts for the night."]
    marks.keep(focal, needs.subject_of(need), "security of posts")
    assert needs.visible_needs(donor) == []
    assert needs.visible_needs(focal) == [need]
