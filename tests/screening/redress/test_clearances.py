"""A cleared pair is silent in the flow, and comes back with whatever contradicts it."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening import flow
from gatehouse.screening.hits.models import Hit, HitVersion
from gatehouse.screening.hits.store import open_count
from gatehouse.screening.redress import clearances
from gatehouse.screening.redress.answering import Said, answer
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.models import Clearance, RedressRequest, RequestPerson
from gatehouse.screening.redress.outcomes import Outcome

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def cleared(stored, officer):
    """The stored person, cleared of the hit."""
    said = Said(Outcome.CLEARED, "Another document, another person.", (stored.hit.id,))
    answer(officer(Role.SENIOR_ANALYST), stored.case, said, TODAY)
    return stored


def _fly(sent, paxlst, *people, flight="ZZ777", name="later.edi") -> Hit | None:
    flow.ingest([sent(name, paxlst(list(people), flight=flight, control=name))], lambda _: None)
    return Hit.objects.filter(leg__number=flight.removeprefix("ZZ")).first()


def test_the_hit_at_hand_becomes_silent_and_says_why(cleared) -> None:
    hit = Hit.objects.get()
    assert (hit.state, hit.version, open_count()) == ("silent", 2, 0)
    assert hit.explanation[-1]["how"] == f"found to be another person; {cleared.case}"
    assert HitVersion.objects.filter(hit=hit, version=2, state="silent").count() == 1


def test_the_next_flight_of_the_cleared_person_is_silent_from_the_beginning(cleared, sent, paxlst, person) -> None:
    hit = _fly(sent, paxlst, person("KARIM/YUSUF", "910302", "X1234567"))
    assert hit is not None
    assert (hit.state, hit.version) == ("silent", 1)
    assert hit.explanation[-1]["how"] == f"the verified document agrees; {cleared.case}"


@pytest.mark.usefixtures("cleared")
@pytest.mark.parametrize(
    ("name", "birth", "passport"),
    [("KARIM/YUSUF", "910302", "Z7654321"), ("KARIM/YUSUF", "", "Z7654321"), ("KARIM/YUSUF", "910302", "")],
)
def test_a_namesake_with_another_document_is_not(sent, paxlst, person, name, birth, passport) -> None:
    hit = _fly(sent, paxlst, person(name, birth, passport))
    assert hit is not None
    assert hit.state == "open"


@pytest.mark.usefixtures("cleared")
def test_a_document_with_another_birth_date_is_not(sent, paxlst, person) -> None:
    hit = _fly(sent, paxlst, person("KARIM/YUSUF", "600101", "X1234567"))
    assert hit is not None
    assert hit.state == "open"


@pytest.mark.usefixtures("cleared")
def test_when_the_entry_changes_a_person_looks_again(sent, paxlst, person, load, list_text) -> None:
    load(list_text.replace(",,,TUN", ",,1991-03-02,TUN"))
    hit = _fly(sent, paxlst, person("KARIM/YUSUF", "910302", "X1234567"))
    assert hit is not None
    assert hit.state == "open"


@pytest.mark.usefixtures("cleared")
def test_an_ended_clearance_clears_nobody(sent, paxlst, person) -> None:
    assert clearances.end(RedressRequest.objects.get(), "account:5") == 1
    hit = _fly(sent, paxlst, person("KARIM/YUSUF", "910302", "X1234567"))
    assert hit is not None
    assert hit.state == "open"


def test_two_people_are_needed_and_one_leaves_nothing(stored, officer) -> None:
    from gatehouse.records import RefusedError

    said = Said(Outcome.CLEARED, "x", (stored.hit.id,))
    with pytest.raises(RefusedError) as refused:
        answer(officer(), stored.case, said, TODAY)
    assert refused.value.wants_second_person
    assert (Clearance.objects.count(), Hit.objects.get().state) == (0, "open")
    assert RequestPerson.objects.get().number is None


def test_nobody_is_cleared_of_somebody_elses_hit(stored, officer, sent, paxlst, person) -> None:
    other = _fly(sent, paxlst, person("KARIM/YUSUF OMAR", "850101", "Q1111111"))
    assert other is not None
    with pytest.raises(RedressError, match="does not agree"):
        answer(officer(Role.SENIOR_ANALYST), stored.case, Said(Outcome.CLEARED, "x", (other.id,)), TODAY)
    assert RedressRequest.objects.get().state == "identified"


def test_a_hit_on_a_listed_document_is_not_cleared(stored, officer) -> None:
    told = {"feature": "document", "traveller": "a", "entry": "a", "outcome": "same", "weight": 6.0, "how": ""}
    Hit.objects.update(explanation=[*stored.hit.explanation, told])
    with pytest.raises(RedressError, match="rests on a document"):
        answer(officer(Role.SENIOR_ANALYST), stored.case, Said(Outcome.CLEARED, "x", (stored.hit.id,)), TODAY)


@pytest.mark.usefixtures("cleared")
def test_what_is_kept_of_the_cleared_person_is_hashes() -> None:
    row = repr(Clearance.objects.values().get())
    assert not any(part in row for part in ("KARIM", "YUSUF", "1991", "1234567"))


def test_without_clearances_the_flow_asks_nothing(stored) -> None:
    del stored
    assert clearances.in_force({}) is None
