"""Erasing for a person: gone from storage, by two people, and the letter says it only then."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from django.db import connection, transaction

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.printing.html_page import html
from gatehouse.records import RefusedError
from gatehouse.retention.models import HeldTraveller, Hold
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.redress import clearances
from gatehouse.screening.redress.answering import Said, answer
from gatehouse.screening.redress.erasing import Erased, erase
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.models import RedressRequest, RequestEvent, RequestPerson
from gatehouse.screening.redress.outcomes import Outcome
from gatehouse.screening.travellers.models import Traveller

SECOND = Role.DATA_PROTECTION_OFFICER
TODAY = dt.date(2026, 11, 20)


def _statements() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(payload::text, ' ') FROM travellers_travellerrecord")
        return str(cursor.fetchone()[0])


@pytest.fixture
def free(stored):
    """The same, the hit being decided: the person is told from the listed one."""
    with transaction.atomic():
        clearances.clear(RedressRequest.objects.get(), RequestPerson.objects.get(), [stored.hit.id])
    return stored


def test_a_hit_that_waits_keeps_its_traveller(stored, officer) -> None:
    with pytest.raises(RedressError, match="keeps all"):
        erase(officer(SECOND), stored.case)
    assert "KARIM" in _statements()


def test_what_is_held_is_gone_and_nobody_else_is_touched(free, officer, tmp_path, monkeypatch) -> None:
    (tmp_path / "held").mkdir()
    monkeypatch.setattr(settings, "HELD_FOLDER", tmp_path / "held", raising=False)
    assert erase(officer(SECOND), free.case) == Erased(1, 0, 0)
    assert "KARIM" not in _statements()
    assert "OSEI" in _statements()
    assert not Traveller.objects.filter(id=free.hit.traveller_id).exists()
    assert not Hit.objects.exists()
    assert not (tmp_path / "held").exists()
    told = [decoded(leaf) for _, leaf in log.leaves(0, log.size())][-3:]
    assert [(one.act, one.subject.partition(":")[0]) for one in told] == [
        ("data.deleted", "request"), ("vault.searched", "request"), ("data.deleted", "traveller"),
    ]  # fmt: skip
    assert RequestEvent.objects.get(event="erased").second == "account:12"


def test_the_letter_says_erased_only_after_it_was(free, officer) -> None:
    said = Said(Outcome.ERASED, "You asked, and nothing keeps it.")
    with pytest.raises(RedressError, match="nothing was erased"):
        answer(officer(SECOND), free.case, said, TODAY)
    assert RedressRequest.objects.get().state == "identified"
    erase(officer(SECOND), free.case)
    page = html(answer(officer(SECOND), free.case, said, TODAY))
    assert "journeys erased: 1" in page
    assert "stays sealed" in page


def test_it_takes_the_data_protection_officer(free, officer) -> None:
    for second in (None, Role.SENIOR_ANALYST):
        with pytest.raises(RefusedError):
            erase(officer(second), free.case)
    assert "KARIM" in _statements()


def test_what_a_hold_keeps_stays(free, officer) -> None:
    until = dt.date(2999, 1, 1)
    hold = Hold.objects.create(case="case:1", reason="ORDER-1", placed_by="account:1", second="account:2", until=until)
    HeldTraveller.objects.create(hold=hold, traveller=free.hit.traveller_id)
    with pytest.raises(RedressError, match="keeps all"):
        erase(officer(SECOND), free.case)
    assert "KARIM" in _statements()


def test_there_has_to_be_something(free, officer) -> None:
    erase(officer(SECOND), free.case)
    with pytest.raises(RedressError, match="nothing is found"):
        erase(officer(SECOND), free.case)
