"""Handing in: a receipt at once, the same again the same receipt, sealed and without what is sensitive."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from gatehouse.records import WEB_ROLE
from gatehouse.retention.data_keys import master_in_force
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.intake.content import raw_bytes
from gatehouse.screening.intake.models import RawChunk, Replacement, Transmission
from gatehouse.web.api import messages
from gatehouse.web.api.models import Receipt
from signed_in import entries

MESSAGE = b"UNA:+.? 'UNB+UNOA:4+AIR1+GOV+261130:0900+1'UNH+1+PAXLST:D:12B:UN:IATA'BGM+745'UNT+3+1'UNZ+1+1'"
WHERE = "/messages?sender=AIR1&reference=R-1"


@pytest.fixture
def carrier(caller: Callable[..., Any]) -> Any:
    """A carrier's program, which may hand in."""
    return caller(Role.MACHINE, person=False)


def _handed_in(carrier: Any, where: str = WHERE, body: bytes = MESSAGE) -> Any:
    return carrier("post", where, data=body, content_type="application/octet-stream")


def test_the_web_processs_own_role_takes_it_in_sealed_and_says_so_in_the_log(carrier: Any) -> None:
    master_in_force()
    with connection.cursor() as cursor:
        cursor.execute(f"SET SESSION AUTHORIZATION {WEB_ROLE}")
        try:
            answer = _handed_in(carrier)
        finally:
            cursor.execute("RESET SESSION AUTHORIZATION")
    assert answer.status_code == 202, answer.content
    receipt = answer.json()
    assert (receipt["state"], receipt["messages_done"]) == ("received", 0)
    held = Transmission.objects.get()
    assert raw_bytes(held.id, 0, held.size) == MESSAGE
    assert b"PAXLST" not in bytes(RawChunk.objects.get().data)
    assert RawChunk.objects.get().key_id
    told, _stored = entries("transmission.received")
    assert (told.actor, told.details["bytes"]) == (f"account:{Receipt.objects.get().client.account_id}", len(MESSAGE))


def test_the_same_again_is_the_same_receipt_and_another_reference_another(carrier: Any) -> None:
    first, again = _handed_in(carrier).json(), _handed_in(carrier).json()
    other = _handed_in(carrier, "/messages?sender=AIR1&reference=R-2").json()
    assert first["receipt"] == again["receipt"] != other["receipt"]
    assert Transmission.objects.count() == 1


def test_its_state_is_told_to_whoever_handed_it_in_and_to_nobody_else(carrier: Any, caller: Callable[..., Any]) -> None:
    receipt = _handed_in(carrier).json()["receipt"]
    Transmission.objects.update(state="quarantined", error="segment 3: no such tag")
    assert carrier("get", f"/messages/{receipt}").json()["error"] == "segment 3: no such tag"
    another = caller(Role.MACHINE, person=False)
    assert another("get", f"/messages/{receipt}").json()["code"] == "no-such"


def test_what_is_no_interchange_is_recorded_and_nothing_of_it_kept(carrier: Any) -> None:
    answer = _handed_in(carrier, body=b"KARIM YUSUF was here")
    assert (answer.status_code, answer.json()["state"]) == (202, "quarantined")
    assert not RawChunk.objects.exists()


def test_its_size_is_bounded(carrier: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "MESSAGE_BYTES_MAX", 10)
    assert (_handed_in(carrier).status_code, _handed_in(carrier, body=b"").status_code) == (413, 422)
    assert not Transmission.objects.exists()


def test_people_do_not_hand_in(caller: Callable[..., Any]) -> None:
    assert _handed_in(caller(Role.ANALYST)).status_code == 403


def test_a_repaired_file_names_the_receipt_of_the_one_that_could_not_be_read(carrier: Any) -> None:
    first = _handed_in(carrier, body=b"no interchange").json()
    assert first["state"] == "quarantined"
    where = f"/messages?sender=AIR1&reference=R-2&replaces={first['receipt']}"
    answer = _handed_in(carrier, where)
    assert answer.status_code == 202, answer.content
    held = Replacement.objects.get()
    assert str(Receipt.objects.get(transmission=held.replaced_id).pk) == first["receipt"]
    assert str(Receipt.objects.get(transmission=held.replacement_id).pk) == answer.json()["receipt"]
    assert [entry.subject for entry in entries("transmission.replaced")] == [f"transmission:{held.replaced_id}"]
    assert _handed_in(carrier, where).json() == answer.json(), "the same again is the same receipt"
    another = _handed_in(carrier, where.replace("R-2", "R-3"), MESSAGE.replace(b"AIR1", b"AIR2"))
    assert (another.status_code, another.json()["code"]) == (409, "not-replaced")
    assert Transmission.objects.count() == 2, "what cannot take its place is not taken in"
    nobodys = _handed_in(carrier, WHERE + "&replaces=00000000-0000-0000-0000-000000000000")
    assert nobodys.status_code == 404
