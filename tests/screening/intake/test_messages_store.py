"""Messages of a batch: repeats found, rows written, turns kept."""

from __future__ import annotations

import pytest
from django.db import transaction

from gatehouse.screening.intake.messages_store import Incoming, OutOfTurnError, register, save
from gatehouse.screening.intake.models import StoredMessage, Transmission
from gatehouse.terms.finding import warning
from gatehouse.terms.reading import Part, Reading
from gatehouse.terms.traveller import Role, Traveller

pytestmark = pytest.mark.usefixtures("database")
ROE = Traveller(Role.PASSENGER, "ROE")


@pytest.fixture
def file(database: object) -> int:
    """A transmission to put messages into."""
    assert database
    return int(Transmission.objects.create(sha256="0" * 64, name="n", channel="file", size=1).id)


def _message(file: int, index: int, sha256: str = "a", **said: object) -> Incoming:
    reading = Reading(said.pop("type", "PAXLST"), sender="ZZ", control_reference="1", travellers=(ROE,), **said)
    return Incoming(file, index, reading, sha256)


def _stored(*batch: Incoming) -> list[Incoming]:
    with transaction.atomic():
        acting = register(batch)
        save(batch, 0)
    return acting


def test_a_repeat_is_found_in_the_batch_and_in_the_database(file: int) -> None:
    first, second, third = (_message(file, index) for index in range(3))
    assert _stored(first, second) == [first]
    assert _stored(third) == []
    assert list(StoredMessage.objects.order_by("index").values_list("state", flat=True)) == [
        "screened",
        "duplicate",
        "duplicate",
    ]


def test_the_same_bytes_under_another_control_reference_are_no_repeat(file: int) -> None:
    one = _message(file, 0)
    other = _message(file, 1)
    other.reading = Reading("PAXLST", sender="ZZ", control_reference="2", travellers=(ROE,))
    assert _stored(one, other) == [one, other]


@pytest.mark.parametrize("kind", ["CONTRL", "CUSRES", "ACKRES"])
def test_replies_are_kept_and_put_nobody_on_a_flight(file: int, kind: str) -> None:
    (message,) = _stored(_message(file, 0, type=kind))
    assert not message.is_about_flight
    assert StoredMessage.objects.get().state == "set-aside"


def test_a_message_alone_is_its_own_push_and_parts_share_one(file: int) -> None:
    parts = [_message(file, n, str(n), part=Part(n, n == 2), common_reference="X") for n in (1, 2)]
    alone = _message(file, 0, "z")
    _stored(alone, *parts)
    assert alone.push == f"m{alone.id}"
    assert alone.ends_series
    assert parts[0].push == parts[1].push
    assert [part.ends_series for part in parts] == [False, True]


def test_findings_are_stored_with_the_message(file: int) -> None:
    message = _message(file, 0, findings=(warning("segment-count", 4, "miscounted"),))
    _stored(message)
    stored = StoredMessage.objects.get().findings
    assert stored == [{"severity": "warning", "code": "segment-count", "segment": 4, "text": "miscounted"}]


def test_how_far_the_work_went_is_part_of_the_same_transaction(file: int) -> None:
    _stored(_message(file, 0, "a"), _message(file, 1, "b"))
    assert Transmission.objects.get().messages_done == 2


def test_messages_stored_by_another_process_meanwhile_give_up_the_whole_transaction(file: int) -> None:
    Transmission.objects.update(messages_done=1)
    with pytest.raises(OutOfTurnError):
        _stored(_message(file, 0))
    assert StoredMessage.objects.count() == 0
