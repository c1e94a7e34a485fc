"""Two agree on what leaves; what nobody confirmed, nobody named or nobody unmasked does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Entry, decoded
from gatehouse.cooperation.disclosures import disclosing
from gatehouse.cooperation.disclosures.disclosure import Part, State, Wanted
from gatehouse.cooperation.disclosures.errors import DisclosureError
from gatehouse.cooperation.disclosures.models import Disclosure
from gatehouse.records import RefusedError, Visit
from gatehouse.retention.models import UnmaskRequest
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role, SubjectClass
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import reopening
from gatehouse.screening.review.acting import Said
from gatehouse.screening.travellers.models import Traveller
from reviewing import ASKING, OTHER_SENIOR, look


def wanted(hit: int, recipient: str = "neighbour") -> Wanted:
    return Wanted(SubjectClass.HIT, hit, recipient, (Part.IDENTITY, Part.MATCH))


def entries(act: str) -> list[Entry]:
    return [one for one in (decoded(leaf) for _, leaf in log.leaves(0, log.size())) if one.act == act]


def test_one_asks_another_agrees_and_the_log_has_both(confirmed: int) -> None:
    number = disclosing.ask(ASKING, wanted(confirmed))
    assert entries("disclosure.made") == []
    with pytest.raises(RefusedError):
        disclosing.agree(ASKING, number)
    disclosing.agree(OTHER_SENIOR, number)
    kept = Disclosure.objects.get()
    assert (kept.state, kept.traveller, kept.decided_by) == ("made", Hit.objects.get().traveller_id, "account:3")
    [entry] = entries("disclosure.made")
    assert (entry.actor, entry.subject, entry.reason) == ("account:2", f"hit:{confirmed}", "disclose-a-match")
    assert entry.details == {"disclosure": f"disclosure:{number}", "second": "account:3"}
    with pytest.raises(DisclosureError, match="waits"):
        disclosing.agree(OTHER_SENIOR, number)


def test_what_no_two_persons_confirm_now_is_not_given(hit: int) -> None:
    with pytest.raises(RefusedError):
        disclosing.ask(ASKING, wanted(hit))
    assert not Disclosure.objects.exists()


def test_a_match_that_is_questioned_meanwhile_is_not_given(confirmed: int) -> None:
    number = disclosing.ask(ASKING, wanted(confirmed))
    reopening.ask(ASKING, look(), Said("mistake", "read wrongly"))
    with pytest.raises((DisclosureError, RefusedError)):
        disclosing.agree(OTHER_SENIOR, number)
    assert Disclosure.objects.get().state == State.ASKED
    disclosing.decline(OTHER_SENIOR, number)
    assert Disclosure.objects.get().state == State.DECLINED
    assert entries("disclosure.made") == []


@pytest.mark.parametrize(
    "visit",
    [
        replace(ASKING, reference=None),
        replace(ASKING, actor=Actor("account:2", Role.ANALYST)),
        replace(ASKING, actor=Actor("account:2", Role.DATA_PROTECTION_OFFICER), purpose="oversight"),
    ],
)
def test_without_a_reference_or_in_another_role_nobody_asks(confirmed: int, visit: Visit) -> None:
    with pytest.raises(RefusedError):
        disclosing.ask(visit, wanted(confirmed))


def test_no_authority_but_those_of_the_law_profile_receives(confirmed: int) -> None:
    with pytest.raises(RefusedError) as refused:
        disclosing.ask(ASKING, wanted(confirmed, "somebody-else"))
    assert refused.value.answer.rule == "recipient-not-in-profile"
    assert len(entries("act.refused")) == 1


def test_one_alone_records_nothing(confirmed: int) -> None:
    with pytest.raises(RefusedError) as refused:
        disclosing.record(ASKING, wanted(confirmed))
    assert refused.value.wants_second_person
    assert not Disclosure.objects.exists()
    both = replace(ASKING, second=OTHER_SENIOR.actor)
    assert disclosing.record(both, wanted(confirmed)) == Disclosure.objects.get(state="made").pk


def test_masked_data_is_given_only_while_an_approval_lets_the_one_who_asks_see_it(hit: int) -> None:
    traveller = Hit.objects.get(id=hit).traveller_id
    Traveller.objects.filter(id=traveller).update(masked_at=timezone.now())
    asked = Wanted(SubjectClass.TRAVELLER, traveller, "neighbour", (Part.IDENTITY,))
    asker = replace(ASKING, purpose="reasoned-request", second=OTHER_SENIOR.actor)
    with pytest.raises(RefusedError) as refused:
        disclosing.record(asker, asked)
    assert refused.value.answer.asked.subject.kind is SubjectClass.TRAVELLER_MASKED
    now = timezone.now()
    UnmaskRequest.objects.create(
        owner_kind="traveller", owner=traveller, purpose="reasoned-request", reference="C-1", requested_by="account:2",
        state="approved", decided_by="account:7", begins_at=now, ends_at=now + dt.timedelta(hours=4),
    )  # fmt: skip
    disclosing.record(asker, asked)
    assert entries("disclosure.made")[0].reason == "answer-a-request-unmasked"


def test_what_is_not_there_or_not_said_is_refused(confirmed: int) -> None:
    nobody = Wanted(SubjectClass.TRAVELLER, 4711, "neighbour", (Part.IDENTITY,))
    for wrong in (nobody, wanted(confirmed)._replace(parts=()), wanted(confirmed)._replace(kind=SubjectClass.BOOKING)):
        with pytest.raises(DisclosureError):
            disclosing.ask(replace(ASKING, purpose="reasoned-request"), wrong)
