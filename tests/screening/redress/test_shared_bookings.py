"""What names the person is taken out of a booking that others share; what names others, or nobody, stays."""

from __future__ import annotations

import pytest
from django.db import transaction

from gatehouse.retention import vault
from gatehouse.retention.models import VaultItem
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.redress.erasing import Erased, erase
from gatehouse.screening.redress.identity import Verified
from gatehouse.screening.redress.shared_bookings import take_out, without
from gatehouse.screening.redress.store import identify
from gatehouse.screening.travellers.models import Booking, BookingVersion, Traveller, TravellerRecord
from kept_people import flight, law_of, person

ANN = Verified("ROE ANN MARIA", "1980-01-01", (("P 1234-567", "UTO"), ("77", "UTO")))
BOOKING = {
    "locator": "ABC234",
    "travellers": [0, 1],
    "contacts": [{"kind": "email", "value": "ann.roe@example.org"}, {"kind": "phone", "value": "+49 170 1"}],
    "payments": [{"kind": "CC", "holder": "MS ANN ROE"}, {"kind": "CC", "holder": "BOB ROE"}],
    "remarks": [{"kind": "osi", "text": "PASSPORT P1234567 SEEN"}, {"kind": "osi", "text": "GATE 77"}],
    "services": [{"code": "SEAT", "text": "12A", "travellers": ["ROE/ANN"]}],
}


def test_only_what_names_the_person_goes() -> None:
    left, taken = without(BOOKING, ANN)
    assert taken == 4
    assert left == {
        "locator": "ABC234",
        "travellers": [0, 1],
        "contacts": [{"kind": "phone", "value": "+49 170 1"}],
        "payments": [{"kind": "CC", "holder": "BOB ROE"}],
        "remarks": [{"kind": "osi", "text": "GATE 77"}],
        "services": [],
    }
    assert BOOKING["services"]


def test_a_person_of_one_word_is_named_by_it() -> None:
    one = ANN._replace(names="ROE", documents=())
    assert without({"payments": [{"holder": "ROE"}, {"holder": "DOE"}]}, one) == ({"payments": [{"holder": "DOE"}]}, 1)


def test_what_the_vault_holds_of_it_too(database: object) -> None:
    del database
    from gatehouse.retention import data_keys

    key = data_keys.of_kept("booking/5")
    vault.put("booking", {5: [("travellers.BookingVersion", 1, {"payload": BOOKING})]}, {5: key})
    with transaction.atomic():
        assert take_out(ANN, 5) == 4
    assert "ANN ROE" not in str(vault.values("booking", 5))
    assert "BOB ROE" in str(vault.values("booking", 5))
    assert VaultItem.objects.get().key_id == key.id


@pytest.fixture
def company(database: object) -> Traveller:
    """Ann, who shares her booking with Bob."""
    del database
    law_of()
    leg = flight("2026-10-01")
    ann, bob = person(leg, "ROE"), person(leg, "BOB")
    booking = Booking.objects.order_by("id").first()
    TravellerRecord.objects.filter(traveller=bob, source="pnr").update(booking=booking)
    for record in TravellerRecord.objects.filter(traveller=ann):
        record.payload["birth_date"] = "1980-01-01"
        del record.payload["unheard_of"]
        record.save()
    payload = {**BOOKING, "payments": [{"holder": "ANNROE ROE"}, {"holder": "ANNBOB BOB"}]}
    BookingVersion.objects.filter(booking=booking).update(payload=payload)
    return ann


def test_erasing_leaves_the_booking_to_the_others(company, opened_case, officer) -> None:
    identify(officer(), opened_case, Verified("ROE AnnROE", "1980-01-01", (("XROE99", "UTO"),)))
    assert erase(officer(Role.DATA_PROTECTION_OFFICER), opened_case) == Erased(1, 0, 0, 1)
    assert not Traveller.objects.filter(id=company.id).exists()
    said = str(BookingVersion.objects.order_by("id").first().payload)
    assert "ANNROE" not in said
    assert "ANNBOB" in said
