"""The border learns whether to wait and never why; the unit has the question, and a person decides."""

from __future__ import annotations

import pytest

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.enquiries import border, waiting
from gatehouse.screening.enquiries.answer import Answer, Fault
from gatehouse.screening.enquiries.errors import EnquiryError
from gatehouse.screening.enquiries.models import BorderCheck, BorderCheckContent
from gatehouse.screening.review import decisions
from gatehouse.screening.review.answers import Answer as Found
from reviewing import NAME_ONLY, look
from stored_day import zone

pytestmark = pytest.mark.usefixtures("stored_day")

OFFICER = Visit(Actor("account:1", Role.BORDER_OFFICER), "screening")
ANALYST = Visit(Actor("account:2", Role.ANALYST), "screening", reference="B")


def test_somebody_who_is_on_no_list_is_not_known() -> None:
    said = border.check_zone(OFFICER, zone("OSEI<<AMA", "900101"))
    assert (said.answer, said.reference, said.contact, said.faults) == (Answer.NOTHING_KNOWN, None, None, ())
    assert BorderCheckContent.objects.count() == 0, "nothing is kept of whom nobody looks for"


def test_whom_the_unit_wants_to_look_at_waits_under_a_reference() -> None:
    said = border.check_zone(OFFICER, zone("KARIM<<YUSUF"))
    assert (said.answer, said.contact) == (Answer.WAIT, "unit@example.org")
    (found,) = waiting.waiting(ANALYST, 9)
    assert (found.reference, found.candidates[0]["entry_id"]) == (said.reference, "D-1")
    assert found.subject["names"] == ["YUSUF KARIM"]


def test_a_name_will_do_where_there_is_no_zone() -> None:
    assert border.check_person(OFFICER, "Youssef Al Karim", "1976-05-17").answer is Answer.WAIT
    assert border.check_person(OFFICER, "Boris Nobody", None).answer is Answer.NOTHING_KNOWN


def test_a_document_that_is_wrong_says_which() -> None:
    first, second = zone("OSEI<<AMA", "900101", "200101").split("\n")
    said = border.check_zone(OFFICER, f"{first}\n{second[:-1]}{(int(second[-1]) + 1) % 10}")
    assert (said.answer, said.faults) == (Answer.DOCUMENT, (Fault.COMPOSITE, Fault.EXPIRED))


def test_the_answer_holds_no_reason_and_the_log_no_name() -> None:
    said = border.check_zone(OFFICER, zone("KARIM<<YUSUF"))
    shown = repr(said)
    assert not any(secret in shown for secret in ("DEMO", "D-1", "Karim", "KARIM", "0."))
    told = [decoded(leaf) for _, leaf in log.leaves(0, log.size())]
    (entry,) = [one for one in told if one.act == "border.checked"]
    assert (entry.actor, entry.role, entry.subject) == ("account:1", "border-officer", "store:border")


def test_an_analyst_asks_no_border_question_and_an_officer_sees_no_candidates() -> None:
    with pytest.raises(RefusedError):
        border.check_zone(ANALYST, zone("KARIM<<YUSUF"))
    with pytest.raises(RefusedError):
        waiting.waiting(OFFICER, 9)
    assert BorderCheck.objects.count() == 0


def test_one_person_finds_that_it_is_somebody_else() -> None:
    reference = border.check_zone(OFFICER, zone("KARIM<<YUSUF")).reference
    clearing = Visit(ANALYST.actor, "screening", reference="B", clears=True)
    waiting.decide(clearing, reference, "another man: the fingerprints differ; the officer was told")
    assert waiting.waiting(ANALYST, 9) == []
    with pytest.raises(EnquiryError, match="does not wait"):
        waiting.decide(clearing, reference, "again")


def test_that_it_is_the_listed_person_takes_two() -> None:
    reference = border.check_zone(OFFICER, zone("KARIM<<YUSUF")).reference
    with pytest.raises(RefusedError) as refused:
        waiting.decide(ANALYST, reference, "he it is")
    assert refused.value.wants_second_person
    two = Visit(ANALYST.actor, "screening", reference="B", second=Actor("account:3", Role.SENIOR_ANALYST))
    waiting.decide(two, reference, "he it is")
    assert waiting.found_by(ANALYST, f" {reference.lower()} ").reference == reference


def test_a_reference_that_nobody_gave_is_not_found() -> None:
    with pytest.raises(EnquiryError, match="read it again"):
        waiting.found_by(ANALYST, "B-XXXXXX")
    with pytest.raises(EnquiryError, match="in words"):
        waiting.decide(ANALYST, "B-XXXXXX", " ")


def test_whom_a_person_cleared_before_does_not_wait_again_and_a_namesake_does() -> None:
    decisions.decide(ANALYST, look(), Found.NOT_SAME, NAME_ONLY)
    own = border.check_zone(OFFICER, zone("KARIM<<YUSUF", number="X1234567<"))
    assert (own.answer, own.reference) == (Answer.NOTHING_KNOWN, None)
    assert border.check_zone(OFFICER, zone("KARIM<<YUSUF")).answer is Answer.WAIT
