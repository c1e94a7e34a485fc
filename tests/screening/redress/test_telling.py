"""Recipients get a notice once, in the transaction of what it tells of, and the letter says who waits."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.db import transaction

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.printing.html_page import html
from gatehouse.records import RefusedError
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.redress import clearances, disclosures
from gatehouse.screening.redress.answering import Said, answer
from gatehouse.screening.redress.corrections import correct
from gatehouse.screening.redress.disclosures import Disclosed, NothingDisclosed
from gatehouse.screening.redress.erasing import erase
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.models import RecipientNotice, RedressRequest, RequestPerson
from gatehouse.screening.redress.outcomes import Outcome
from gatehouse.screening.redress.telling import Did, heard, sent, tasks, untold

SECOND = Role.DATA_PROTECTION_OFFICER


class One:
    """A register of one disclosure."""

    def about(self, travellers) -> list[Disclosed]:
        """What was disclosed."""
        when = dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
        return [Disclosed("disclosure:4", "neighbour", when)] if travellers else []


def test_a_notice_for_each_word_and_disclosure_and_no_more(stored, officer, monkeypatch) -> None:
    monkeypatch.setattr(disclosures, "_REGISTER", [NothingDisclosed()])
    disclosures.kept_by(One())
    for value in ("M", "X"):
        correct(officer(SECOND), stored.case, stored.hit.traveller_id, "sex", value)
    with transaction.atomic():
        clearances.clear(RedressRequest.objects.get(), RequestPerson.objects.get(), [stored.hit.id])
    erase(officer(SECOND), stored.case)
    assert sorted(RecipientNotice.objects.values_list("why", flat=True)) == ["corrected", "erased"]
    assert untold(RedressRequest.objects.get()) == 1
    assert RecipientNotice.objects.get(why="corrected").changes == {"sex": "X"}
    page = html(answer(officer(SECOND), stored.case, Said(Outcome.ERASED, "x"), dt.date(2026, 11, 20)))
    assert "1 are still to be told" in page


def test_a_person_sends_it_and_what_is_put_right_afterwards_is_told_anew(stored, officer, monkeypatch) -> None:
    monkeypatch.setattr(disclosures, "_REGISTER", [One()])
    correct(officer(SECOND), stored.case, stored.hit.traveller_id, "sex", "M")
    [task] = tasks(officer())
    assert (task.case, task.recipient, task.told_at) == (stored.case, "neighbour", None)
    with pytest.raises(RefusedError):
        sent(replace(officer(), actor=Actor("account:9", Role.ANALYST)), stored.case, task.number)
    with pytest.raises(RedressError, match="not sent yet"):
        heard(officer(), stored.case, task.number, Did.DONE)
    sent(officer(), stored.case, task.number)
    assert tasks(officer()) == []
    with pytest.raises(RedressError, match="sent already"):
        sent(officer(), stored.case, task.number)
    heard(officer(), stored.case, task.number, Did.REFUSED)
    assert [one.answer for one in tasks(officer(), stored.case)] == ["refused"]
    told = [decoded(leaf) for _, leaf in log.leaves(0, log.size())]
    assert [(e.actor, e.details) for e in told if e.act == "disclosure.corrected"] == [
        ("account:5", {"disclosure": "disclosure:4"}),
        ("account:5", {"disclosure": "disclosure:4", "answered": 1}),
    ]
    correct(officer(SECOND), stored.case, stored.hit.traveller_id, "sex", "X")
    assert [one.changes for one in RecipientNotice.objects.order_by("pk")] == [{"sex": "M"}, {"sex": "X"}]
    assert [one.told_at is None for one in tasks(officer(), stored.case)] == [False, True]
