"""Names by a system's habit."""

import datetime as dt
from dataclasses import replace

import pytest

from gatehouse.simulation.outgoing import Outgoing, documents_of, spelled, with_names
from gatehouse.simulation.parties import Guest, Party
from gatehouse.simulation.persons import Spelling
from gatehouse.simulation.style import Style
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Document, Role, Traveller


@pytest.fixture
def guest(parties: tuple[Party, ...]) -> Guest:
    """A guest called Jürgen Müller."""
    one = parties[0].guests[0]
    told = replace(one.told, surname="MUELLER", given_names="JUERGEN")
    return replace(one, told=told, own_spelling=Spelling("Müller", "Jürgen"), visa=None)


@pytest.mark.parametrize(
    ("habit", "surname", "given"),
    [("capitals", "MUELLER", "JUERGEN"), ("small", "mueller", "juergen"), ("marks", "MÜLLER", "JÜRGEN")],
)
def test_a_habit_decides_the_letters(guest: Guest, habit: str, surname: str, given: str) -> None:
    assert spelled(guest, habit) == Spelling(surname, given)


def test_a_visa_follows_the_passport(guest: Guest) -> None:
    visa = Document("V", "AUT0000001", "AUT")
    assert documents_of(guest) == (guest.told.document,)
    assert documents_of(replace(guest, visa=visa)) == (guest.told.document, visa)


def test_a_file_is_respelled_without_touching_unnamed_places(guest: Guest) -> None:
    people = (Traveller(Role.PASSENGER, "MUELLER", "JUERGEN"), Traveller(Role.GROUP, "TOUR ABC"))
    file = Outgoing(
        dt.datetime(2026, 1, 20),
        "x",
        "pnr",
        (Reading("PNRGOV", travellers=people),),
        ((guest, None),),
        Style("13.1", "AUT"),
    )
    after = with_names(file, "marks").readings[0].travellers
    assert [traveller.surname for traveller in after] == ["MÜLLER", "TOUR ABC"]
