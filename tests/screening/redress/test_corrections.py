"""A correction reaches every copy, and what stood on the fault falls."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import connection

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.records import RefusedError
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.redress.corrections import correct
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.models import RequestEvent
from gatehouse.screening.travellers.models import Traveller

SECOND = Role.DATA_PROTECTION_OFFICER


def _everywhere() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(payload::text, ' ') FROM travellers_travellerrecord")
        return str(cursor.fetchone()[0])


def test_every_statement_and_what_is_shown_is_corrected(stored, officer) -> None:
    traveller = stored.hit.traveller_id
    correct(officer(SECOND), stored.case, traveller, "given_names", "YUSUF")
    assert "YUSUF ALI" not in _everywhere()
    assert Traveller.objects.get(id=traveller).given_names == "YUSUF"
    [event] = RequestEvent.objects.filter(event="corrected")
    assert event.details == {"traveller": f"traveller:{traveller}", "field": "given_names"}


def test_a_hit_that_stood_on_the_fault_is_weakened(stored, officer, load, list_text) -> None:
    load(list_text.replace(",,,TUN", ",,1991-03-02,TUN"))
    Hit.objects.update(state="open")
    assert correct(officer(SECOND), stored.case, stored.hit.traveller_id, "birth_date", "1955-07-09") == 1
    assert Hit.objects.get().state == "weakened"


def test_both_the_request_and_the_traveller_stand_in_the_log(stored, officer) -> None:
    correct(officer(SECOND), stored.case, stored.hit.traveller_id, "sex", "M")
    told = [(e.act, e.subject.partition(":")[0]) for e in (decoded(x) for _, x in log.leaves(0, log.size()))]
    assert told[-2:] == [("data.corrected", "request"), ("data.corrected", "traveller")]


def test_it_takes_two_people(stored, officer) -> None:
    with pytest.raises(RefusedError) as refused:
        correct(officer(), stored.case, stored.hit.traveller_id, "sex", "M")
    assert refused.value.wants_second_person


@pytest.mark.parametrize(
    ("field", "value"),
    [("documents", "x"), ("surname", ""), ("surname", "x" * 300), ("birth_date", "02.03.1991"), ("sex", "male")],
)
def test_what_is_no_value_is_refused(stored, officer, field, value) -> None:
    with pytest.raises(RedressError):
        correct(officer(SECOND), stored.case, stored.hit.traveller_id, field, value)


def test_another_travellers_data_is_not_touched(stored, officer) -> None:
    other = Traveller.objects.exclude(id=stored.hit.traveller_id).get()
    with pytest.raises(RedressError, match="not found to be the person"):
        correct(officer(SECOND), stored.case, other.id, "surname", "X")
    assert "OSEI" in _everywhere()


def test_names_kept_ready_are_made_anew(stored, officer, tmp_path, monkeypatch) -> None:
    from gatehouse.screening.held_travellers import HeldTravellers

    monkeypatch.setattr(settings, "HELD_FOLDER", tmp_path / "held", raising=False)
    list(HeldTravellers(tmp_path / "held").held(lambda _: None))
    assert any((tmp_path / "held").rglob("*"))
    correct(officer(SECOND), stored.case, stored.hit.traveller_id, "given_names", "YUSUF")
    assert not (tmp_path / "held").exists()
