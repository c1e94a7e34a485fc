"""An operator hands in a repaired file for one that could not be read, sees nothing of it, and both stay on record."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from gatehouse.retention.data_keys import master_in_force
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.intake.models import Replacement, Transmission
from gatehouse.work.models import Trouble
from signed_in import entries

GOOD = b"UNA:+.? 'UNB+UNOA:4+AIR1+GOV+261130:0900+1'UNH+1+PAXLST:D:12B:UN:IATA'BGM+745'UNT+3+1'UNZ+1+1'"


@pytest.fixture
def operator(browser: Callable[..., Client]) -> Client:
    """An operator."""
    found = browser(Role.OPERATOR, purpose="upkeep")
    master_in_force()
    return found


@pytest.fixture
def broken(operator: Client) -> Transmission:
    """A file that was quarantined."""
    del operator
    return Transmission.objects.create(
        sha256="0" * 64, name="KARIM.edi", channel="folder", size=9, state="quarantined", error="segment 3: cut short"
    )


def _hand_in(operator: Client, number: int, content: bytes = GOOD, reason: str = "sent anew") -> object:
    file = SimpleUploadedFile("r.edi", content)
    return operator.post(f"/inbox/{number}/replace/", {"file": file, "reason": reason}, follow=True)


def test_the_repaired_file_is_taken_in_and_each_names_the_other(operator: Client, broken: Transmission) -> None:
    answer = _hand_in(operator, broken.id)
    assert answer.status_code == 200, answer.content
    new = Transmission.objects.exclude(id=broken.id).get()
    assert (new.state, new.channel) == ("received", "replay")
    held = Replacement.objects.get()
    assert (held.replaced_id, held.replacement_id, held.reason) == (broken.id, new.id, "sent anew")
    assert f'href="/inbox/{broken.id}/"' in answer.content.decode()
    old = operator.get(f"/inbox/{broken.id}/").content.decode()
    assert f'href="/inbox/{new.id}/"' in old
    assert "KARIM" not in old
    assert "Hand it in" not in old
    broken.refresh_from_db()
    assert (broken.state, broken.error) == ("quarantined", "segment 3: cut short")
    (entry,) = entries("transmission.replaced")
    assert (entry.subject, dict(entry.details)) == (
        f"transmission:{broken.id}",
        {"transmission": f"transmission:{new.id}"},
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args FROM procrastinate_jobs")
        assert cursor.fetchall() == [("read", f'{{"number": {new.id}}}')]


@pytest.mark.parametrize(
    ("content", "reason", "says"),
    [
        (b"no interchange at all", "sent anew", "cannot be read either"),
        (b"", "sent anew", "empty"),
        (GOOD, "", "required"),
    ],
)
def test_what_cannot_take_its_place_is_refused_and_nothing_typed_is_lost(
    operator: Client, broken: Transmission, content: bytes, reason: str, says: str
) -> None:
    answer = _hand_in(operator, broken.id, content, reason)
    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert reason in answer.content.decode()
    assert not Replacement.objects.exists()


def test_one_that_was_read_or_replaced_is_not_replaced(operator: Client, broken: Transmission) -> None:
    _hand_in(operator, broken.id)
    assert _hand_in(operator, broken.id, GOOD.replace(b"AIR1", b"AIR2")).status_code == 400
    read = Transmission.objects.create(sha256="1" * 64, name="", channel="folder", size=9, state="screened")
    assert _hand_in(operator, read.id).status_code == 400
    assert Replacement.objects.count() == 1


def test_a_file_that_was_given_up_is_replaced_and_its_job_settled(operator: Client, broken: Transmission) -> None:
    Transmission.objects.update(state="failed", error="KeyError at screening/flow.py:88")
    Trouble.objects.create(job=4, kind="read", number=broken.id, state="given-up", tries=5)
    assert "/jobs/4/" in operator.get(f"/inbox/{broken.id}/").content.decode()
    assert _hand_in(operator, broken.id).status_code == 200
    assert Trouble.objects.get().state == "dismissed"


def test_who_oversees_looks_and_hands_nothing_in(browser: Callable[..., Client], broken: Transmission) -> None:
    overseer = browser(Role.OVERSIGHT_READER, purpose="oversight")
    assert "Hand it in" not in overseer.get(f"/inbox/{broken.id}/").content.decode()
    assert _hand_in(overseer, broken.id).status_code == 403
    assert browser(Role.OPERATOR, purpose="upkeep").get("/inbox/999/").status_code == 404
