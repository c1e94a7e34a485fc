"""The masked are found in the vault by whoever proved to be them, erased and corrected there, and nobody else is."""

from __future__ import annotations

import orjson
import pytest

from gatehouse.records import Visit
from gatehouse.retention import vault
from gatehouse.retention.running import run
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.redress.access import give
from gatehouse.screening.redress.carrying_out import carry_out
from gatehouse.screening.redress.corrections import correct
from gatehouse.screening.redress.drafts import CORRECT, approve, draft
from gatehouse.screening.redress.erasing import Erased, erase
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.identity import Verified
from gatehouse.screening.redress.masked import in_company, is_masked_person, masked_travellers_of
from gatehouse.screening.redress.models import Draft
from gatehouse.screening.redress.store import identify
from gatehouse.screening.travellers.models import Booking, Traveller, TravellerRecord
from kept_people import AS_OF, IDENTITY, everything_stored, flight, law_of, person
from signed_in import entries
from web_role import as_web

ROE = Verified("ROE AnnROE", "1980-01-01", (("XROE99", "UTO"),))
SECOND = Role.DATA_PROTECTION_OFFICER


@pytest.fixture
def two(database: object) -> tuple[Traveller, Traveller]:
    """Roe and Doe, masked; each in a booking of their own."""
    del database
    law_of()
    leg = flight("2026-05-01")
    both = person(leg, "ROE"), person(leg, "DOE")
    for record in TravellerRecord.objects.all():
        record.payload["birth_date"] = "1980-01-01"
        record.save()
    run(AS_OF, IDENTITY, lambda: None, lambda _: None)
    assert Traveller.objects.filter(masked_at=None).count() == 0
    return both


def test_the_person_is_found_and_nobody_else(two: tuple[Traveller, Traveller]) -> None:
    roe, doe = two
    found = masked_travellers_of(ROE)
    assert list(found) == [roe.id]
    assert found[roe.id] == {Booking.objects.order_by("id").first().id}
    assert is_masked_person(ROE, roe.id)
    assert not is_masked_person(ROE, doe.id)


@pytest.mark.parametrize(
    "who",
    [ROE._replace(birth_date="1980-01-02"), ROE._replace(names="ROE ANOTHER"), ROE._replace(names="DOE AnnROE")],
    ids=["birth date", "given name", "surname"],
)
def test_whoever_differs_is_not_found(two: tuple[Traveller, Traveller], who: Verified) -> None:
    del two
    assert masked_travellers_of(who) == {}


def test_company_is_known_from_the_vault(two: tuple[Traveller, Traveller]) -> None:
    roe, doe = two
    of_roe, of_doe = (masked_travellers_of(who)[one.id] for who, one in ((ROE, roe), (_doe(), doe)))
    assert in_company(of_roe | of_doe, [roe.id]) == of_doe
    assert in_company(frozenset(), [roe.id]) == frozenset()


def _doe() -> Verified:
    return Verified("DOE AnnDOE", "1980-01-01", (("XDOE99", "UTO"),))


def test_what_is_masked_is_given_as_it_was_to_the_person_and_to_nobody_else(two, opened_case, officer) -> None:
    identify(officer(), opened_case, ROE)
    unseen = give(officer(), opened_case, AS_OF).data
    assert (unseen["journeys"], unseen["withheld"]) == ([], ["comparisons", "masked"])
    given = give(officer(), opened_case, AS_OF, masked=True).data
    text = orjson.dumps(given).decode()
    assert "XROE" in text
    assert "ROE@example.org" in text
    assert [one["payments"][0]["holder"] for journey in given["journeys"] for one in journey["bookings"]] == ["ROE"]
    assert "DOE" not in text
    assert "masked" not in given["withheld"]
    assert [one.subject for one in entries("traveller.exported")] == [f"traveller:{two[0].id}"]


def test_what_is_masked_is_erased_with_the_booking_of_theirs_alone(two, opened_case, officer) -> None:
    roe, doe = two
    identify(officer(), opened_case, ROE)
    assert erase(officer(SECOND), opened_case) == Erased(1, 1, 0)
    assert vault.values("traveller", roe.id) == []
    assert vault.values("traveller", doe.id) != []
    assert Traveller.objects.get() == doe
    assert Booking.objects.count() == 1
    assert [one.subject for one in entries("vault.searched")] == ["request:1"]
    assert [one.subject for one in entries("data.deleted")][1] == f"traveller:{roe.id}"
    assert "ROE" not in everything_stored().replace("XROE99", "").replace("ROE AnnROE", "")


def test_what_is_masked_is_corrected_in_the_vault(two, opened_case, officer) -> None:
    roe, doe = two
    identify(officer(), opened_case, ROE)
    before = vault.values("traveller", doe.id)
    assert correct(officer(SECOND), opened_case, roe.id, "given_names", "ANNA") == 0
    said = str(vault.values("traveller", roe.id))
    assert "ANNA" in said
    assert "'given_names': 'AnnROE'" not in said
    assert vault.values("traveller", doe.id) == before
    with pytest.raises(RedressError, match="not found to be the person"):
        correct(officer(SECOND), opened_case, doe.id, "given_names", "ANNA")


def test_a_correction_that_two_approved_on_pages_is_done_by_whoever_owns_the_vault(two, opened_case, officer) -> None:
    roe, _ = two
    identify(officer(), opened_case, ROE)
    said = {"traveller": roe.id, "field": "given_names", "value": "ANNA"}
    number = draft(officer(), opened_case, CORRECT, said)
    with as_web():
        approve(Visit(Actor("account:12", SECOND), "rights", "RR"), opened_case, number, AS_OF)
    assert Draft.objects.get().state == "approved"
    [told] = carry_out()
    assert (told.case, told.corrected, told.why_not) == (opened_case, True, "")
    assert "ANNA" in str(vault.values("traveller", roe.id))
    assert Draft.objects.get().state == "done"
    assert entries("data.corrected")[-1].subject == f"traveller:{roe.id}"
    assert list(carry_out()) == []
