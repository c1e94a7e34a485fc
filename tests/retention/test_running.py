"""The clocks on real tables: who is masked, who is erased, who is kept, and that nothing of them is left."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.retention import vault
from gatehouse.retention.errors import ErasedError
from gatehouse.retention.models import DataKey, HeldTraveller, Hold, Run, Step, VaultItem
from gatehouse.retention.running import run
from gatehouse.retention.steps import Tally
from gatehouse.screening.hits.models import Hit, HitVersion
from gatehouse.screening.intake import content
from gatehouse.screening.intake.models import RawChunk, StoredMessage, Transmission
from gatehouse.screening.travellers.models import Booking, BookingVersion, FlightLeg, Traveller, TravellerRecord
from kept_people import AS_OF, IDENTITY, LONG, everything_stored, flight, law_of, person

pytestmark = pytest.mark.usefixtures("database")
FORGOTTEN: list[int] = []


def _run(as_of: dt.date = AS_OF) -> Tally:
    return run(as_of, IDENTITY, lambda: FORGOTTEN.append(1), lambda _: None)[1]


def _acts() -> list[str]:
    return [decoded(leaf).act for _, leaf in log.leaves(0, log.size())]


def test_past_the_first_clock_everything_that_identifies_is_masked_in_storage() -> None:
    law_of()
    person(flight("2026-05-01"), "OLDROE")
    young = person(flight("2026-10-01"), "YOUNGROE")
    tally = _run()
    assert (tally.masked, tally.erased) == (1, 0)
    assert "OLDROE" not in everything_stored()
    assert Traveller.objects.get(id=young.id).surname == "YOUNGROE"


def test_what_the_profile_does_not_mask_stays() -> None:
    law_of()
    who = person(flight("2026-05-01"), "ROE")
    _run()
    api, pnr = TravellerRecord.objects.filter(traveller=who).order_by("source")
    assert api.payload == {"role": "passenger", "segments": [1, 4]}
    assert pnr.payload == {"role": "passenger", "locator": "ABC234", "segments": [1, 4], "seats": [{"number": "12A"}]}
    assert BookingVersion.objects.get().payload == {"locator": "ABC234", "tickets": [{"number": "1230000000001"}]}
    assert (pnr.key, pnr.booking_id) == (f"masked:{pnr.id}", None)
    assert FlightLeg.objects.get().carrier == "ZZ"


def test_what_was_masked_is_in_the_vault_and_nowhere_in_clear() -> None:
    law_of()
    who = person(flight("2026-05-01"), "ROE")
    _run()
    told = {model: cells for model, _, cells in vault.values("traveller", who.id)}
    assert told["travellers.Traveller"]["surname"] == "ROE"
    assert told["travellers.TravellerRecord"]["payload"]["documents"] == [{"type": "P", "number": "XROE"}]
    (booking,) = Booking.objects.values_list("id", flat=True)
    assert vault.values("booking", booking)[0][2]["payload"]["payments"][0]["holder"] == "ROE"


def test_a_second_run_finds_nothing_to_do() -> None:
    law_of()
    person(flight("2026-05-01"), "ROE")
    _run()
    before, steps = log.size(), Step.objects.count()
    assert _run() == Tally(doing="erasing keys")
    assert (log.size(), Step.objects.count()) == (before, steps)


def test_an_open_hit_keeps_its_traveller_and_a_dismissed_one_does_not() -> None:
    law_of()
    leg = flight("2026-05-01")
    waiting, gone = person(leg, "WAITING", hit="open"), person(leg, "GONE", hit="weakened")
    tally = _run()
    assert (tally.masked, tally.unmasked) == (1, 1)
    assert Traveller.objects.get(id=waiting.id).surname == "WAITING"
    assert BookingVersion.objects.filter(payload__payments__0__holder="WAITING").exists()
    assert Hit.objects.get(traveller=gone).explanation[0].get("traveller") is None
    assert "GONE" not in everything_stored()


def test_what_matched_nothing_goes_on_the_short_clock_and_leaves_no_trace() -> None:
    law_of(LONG.replace(b'unmatched_erase_after = "P5Y"', b'unmatched_erase_after = "P6M"'))
    leg = flight("2026-05-01")
    person(leg, "GONE", hit="weakened")
    kept = person(leg, "KEPT", hit="open")
    tally = _run()
    assert (tally.erased, tally.kept) == (1, 1)
    assert "GONE" not in everything_stored()
    assert list(Traveller.objects.values_list("id", flat=True)) == [kept.id]
    assert (Hit.objects.count(), HitVersion.objects.count(), Booking.objects.count()) == (1, 1, 1)


def test_an_open_hit_does_not_keep_beyond_the_last_clock_but_a_hold_does() -> None:
    law_of()
    leg = flight("2021-05-01")
    person(leg, "UNDECIDED", hit="open")
    held = person(leg, "HELD")
    hold = Hold.objects.create(case="case:1", reason="order", placed_by="account:1", second="account:2", until=AS_OF)
    HeldTraveller.objects.create(hold=hold, traveller=held.id)
    _run()
    assert list(Traveller.objects.values_list("surname", flat=True)) == ["HELD"]
    assert "UNDECIDED" not in everything_stored()
    told = Transmission.objects.get(erased_at=None)
    assert content.raw_bytes(told.id, 0, 4) == b"HELD"
    assert RawChunk.objects.get().key.scope == "kept"
    _run(AS_OF + dt.timedelta(days=1))
    assert "HELD" not in everything_stored()
    assert Hold.objects.get().ended_by == "machine:retention"
    assert "hold.ended" in _acts()
    assert not DataKey.objects.filter(erased_at=None).exclude(name="erased-files").exists()


def test_after_the_last_clock_the_key_of_the_day_is_erased_and_no_copy_of_the_vault_opens() -> None:
    law_of()
    who = person(flight("2026-05-01"), "ROE")
    _run()
    copy = list(VaultItem.objects.filter(owner=who.id).values("owner_kind", "owner", "key_id", "sealed"))
    _run(dt.date(2031, 6, 1))
    assert not Traveller.objects.exists()
    VaultItem.objects.create(**copy[0])
    with pytest.raises(ErasedError):
        vault.values("traveller", who.id)
    assert Step.objects.filter(act="erase", counts__keys__gte=1).exists()


def test_files_as_they_came_go_with_the_first_clock_and_do_not_come_in_again(tmp_path) -> None:
    from gatehouse.screening.intake import receiving

    law_of()
    path = tmp_path / "a.edi"
    path.write_bytes(b"UNB+UNOA:4+ZZAIR+GOV+260119:1200+C1'UNZ+0+C1'")
    first = receiving.receive(path, "file")
    Transmission.objects.update(received_at="2026-05-01T12:00:00Z")
    DataKey.objects.filter(scope="receipt-day").update(name="2026-05-01")
    data_key = RawChunk.objects.get().key_id
    # The key is bound to its day: made anew for the day it is moved to.
    RawChunk.objects.all().delete()
    assert data_key
    tally = _run()
    assert tally.files == 1
    row = Transmission.objects.get()
    assert (row.name, row.state) == ("", "quarantined")
    again = receiving.receive(path, "file")
    assert (again.is_known, again.transmission) == (True, first.transmission)
    assert not RawChunk.objects.exists()


def test_messages_keep_their_counts_and_no_words() -> None:
    law_of()
    person(flight("2026-05-01"), "ROE")
    _run()
    message = StoredMessage.objects.get()
    assert message.findings == [{"severity": "warning", "code": "x", "segment": 3, "text": ""}]
    assert message.sha256 == f"{message.id:->64}"


def test_every_step_is_an_entry_with_its_day_and_counts() -> None:
    law_of()
    person(flight("2026-05-01"), "ROE")
    _run()
    entries = [decoded(leaf) for _, leaf in log.leaves(0, log.size())]
    masked = [one for one in entries if one.act == "retention.masked"]
    assert [one.subject for one in masked] == ["day:2026-05-01", "day:2026-05-01"]
    assert [dict(one.details) for one in masked] == [{"travellers": 1}, {"bookings": 1}]
    assert {one.reason for one in masked} == {"mask-in-time"}
    assert {one.actor for one in entries} == {"machine:retention"}


def test_caches_are_forgotten_and_those_of_a_killed_run_first_thing() -> None:
    law_of()
    FORGOTTEN.clear()
    _run()
    assert FORGOTTEN == []
    Run.objects.update(forget_due=True)
    _run()
    assert FORGOTTEN == [1]
    person(flight("2026-05-01"), "ROE")
    _run()
    assert FORGOTTEN == [1, 1]
    assert not Run.objects.filter(forget_due=True).exists()


def test_clocks_count_from_what_the_law_says() -> None:
    law_of(counted_from="transfer")
    late, early = flight("2026-06-30", received="2026-05-01"), flight("2026-05-01", received="2026-06-30")
    person(late, "LATE")
    person(early, "EARLY")
    _run()
    assert dict(Traveller.objects.values_list("leg_id", "surname")) == {late.id: None, early.id: "EARLY"}
