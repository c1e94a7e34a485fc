"""What a document or a booking tells of a person, before a message carries it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gatehouse.simulation.persons import Person, Spelling, latin
from gatehouse.simulation.romanise import document_form
from gatehouse.terms.traveller import Document


@dataclass(frozen=True, slots=True)
class Told:
    """A person as told. Names are A to Z and blanks unless a variation says otherwise; unknown is None."""

    surname: str
    given_names: str
    birth_date: str | None
    sex: str | None
    nationality: str | None
    birth_place: str | None
    document: Document | None

    @property
    def spelling(self) -> Spelling:
        """Both parts of the name."""
        return Spelling(self.surname, self.given_names)


def with_name(before: Told, field: str, text: str) -> Told:
    """The same with another `surname` or `given_names`."""
    return replace(before, surname=text) if field == "surname" else replace(before, given_names=text)


def told(who: Person, spelled: Spelling | None = None) -> Told:
    """The person as their passport tells, under the name as `spelled` where it is given."""
    name = spelled or latin(who.name)
    return Told(
        document_form(name.surname),
        document_form(name.given_names),
        who.birth_date,
        who.sex,
        who.nationality,
        who.birth_place,
        who.passport,
    )
