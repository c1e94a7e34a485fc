"""An answer: the letter, the number, recipients told, the log; and what cannot be an answer."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.printing.html_page import html
from gatehouse.records import RefusedError
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.redress import disclosures
from gatehouse.screening.redress.answering import Said, answer
from gatehouse.screening.redress.disclosures import Disclosed, NothingDisclosed
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.models import RecipientNotice, RedressRequest, RequestEvent, RequestPerson
from gatehouse.screening.redress.number import read_number, shown
from gatehouse.screening.redress.outcomes import Outcome

TODAY = dt.date(2026, 11, 20)
SECOND = Role.DATA_PROTECTION_OFFICER


def test_the_letter_carries_the_number_and_the_log_both_people(stored, officer) -> None:
    said = Said(Outcome.CLEARED, "Your passport shows it.", (stored.hit.id,))
    page = html(answer(officer(SECOND), stored.case, said, TODAY))
    number = RequestPerson.objects.get().number
    assert read_number(number) == number
    assert shown(number) in page
    assert "Your passport shows it." in page
    entry = [decoded(leaf) for _, leaf in log.leaves(0, log.size())][-1]
    assert (entry.act, entry.actor, entry.reason) == ("redress.decided", "account:5", "answer-the-person")
    assert RequestEvent.objects.order_by("-number").first().second == "account:12"
    request = RedressRequest.objects.get()
    assert (request.state, request.outcome, request.ended_at is None) == ("answered", "cleared", False)


def test_every_recipient_gets_a_notice_in_the_same_transaction(stored, officer, monkeypatch) -> None:
    class One:
        def about(self, travellers) -> list[Disclosed]:
            assert travellers == (stored.hit.traveller_id,)
            return [Disclosed("disclosure:4", "neighbour", dt.datetime(2026, 11, 2, tzinfo=dt.UTC))]

    monkeypatch.setattr(disclosures, "_REGISTER", [NothingDisclosed()])
    disclosures.kept_by(One())
    answer(officer(SECOND), stored.case, Said(Outcome.CLEARED, "x", (stored.hit.id,)), TODAY)
    notice = RecipientNotice.objects.get()
    assert (notice.disclosure, notice.recipient, notice.why, notice.told_at) == (
        "disclosure:4", "neighbour", "cleared", None,
    )  # fmt: skip


def test_a_request_is_answered_once(stored, officer) -> None:
    answer(officer(SECOND), stored.case, Said(Outcome.NOTHING_HELD), TODAY)
    with pytest.raises(RedressError, match="the request is answered: this cannot be done"):
        answer(officer(SECOND), stored.case, Said(Outcome.NOTHING_HELD), TODAY)


def test_nobody_is_answered_before_it_is_known_who_they_are(opened_case, officer) -> None:
    with pytest.raises(RefusedError):
        answer(officer(SECOND), opened_case, Said(Outcome.NOTHING_HELD), TODAY)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (Said(Outcome.REFUSED), "reasons"),
        (Said(Outcome.CLEARED, "x"), "hits are named"),
        (Said(Outcome.NOTHING_HELD, "", (1,)), "hits are named"),
        (Said(Outcome.REFUSED, "x" * 5000), "longer"),
        (Said(Outcome.CLEARED, "x", (10**9,)), "there is no hit"),
    ],
)
def test_what_is_no_answer_is_refused(stored, officer, said, fault) -> None:
    with pytest.raises(RedressError, match=fault):
        answer(officer(SECOND), stored.case, said, TODAY)
    assert RedressRequest.objects.get().state == "identified"


def test_what_is_passed_on_waits_for_the_authority_and_can_be_answered(stored, officer) -> None:
    page = html(answer(officer(SECOND), stored.case, Said(Outcome.PASSED_ON), TODAY))
    assert "Demonstration Commissioner" in page
    assert RedressRequest.objects.get().state == "passed-on"
    answer(officer(SECOND), stored.case, Said(Outcome.KEPT_BACK), TODAY)
    assert RedressRequest.objects.get().state == "answered"
