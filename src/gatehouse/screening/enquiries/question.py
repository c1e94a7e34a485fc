"""What is looked for: a name (with a birth date where known), a document, a booking or a flight. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gatehouse.terms.candidate import Subject
from gatehouse.terms.dates import DateSpan, is_partial_date
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry
from gatehouse.terms.saying import Saying

NAME_CHARS_MAX = 200
NAME_LETTERS_MIN = 2
_FLIGHT = re.compile(r"([A-Z0-9]{2}[A-Z]?)\s*0*(\d{1,4})[A-Z]?", re.ASCII)
_NUMBER = re.compile(r"[A-Z0-9]{4,20}", re.ASCII)
_LOCATOR = re.compile(r"[A-Z0-9]{5,8}", re.ASCII)
SHAPES = {
    "document": (_NUMBER, Saying("this is no document number: it has 4 to 20 letters and digits")),
    "locator": (_LOCATOR, Saying("this is no record locator: it has 5 to 8 letters and digits")),
    "flight": (_FLIGHT, Saying("this is no flight: write it as ZZ602")),
}
"""What can be a code, and what is said of what cannot."""


def _bare(code: str) -> str:
    """A code without the signs that people put between its parts."""
    return re.sub(r"[\s\-/]", "", code).upper()


@dataclass(frozen=True, slots=True)
class Question:
    """One of `name`, `document`, `locator` and `flight` is asked for. `day` is the flight's local date, if known."""

    name: str = ""
    birth_date: str = ""
    document: str = ""
    locator: str = ""
    flight: str = ""
    day: str = ""

    @classmethod
    def asked(cls, **said: str) -> Question:
        """The question as somebody typed it: signs of layout are taken out, letters of codes made capital."""
        codes = {name: _bare(said.get(name, "")) for name in ("document", "locator", "flight")}
        plain = {name: said.get(name, "").strip() for name in ("name", "birth_date", "day")}
        return cls(**plain, **codes)

    def fault(self) -> Saying | None:
        """Why it cannot be asked; None where it can."""
        asked = [name for name in ("name", "document", "locator", "flight") if getattr(self, name)]
        if len(asked) != 1:
            return Saying("one thing is looked for at a time")
        if self.name and (len(self.name) > NAME_CHARS_MAX or sum(map(str.isalpha, self.name)) < NAME_LETTERS_MIN):
            return Saying(
                "a name has at least %(least)s letters and at most %(most)s signs",
                least=NAME_LETTERS_MIN,
                most=NAME_CHARS_MAX,
            )
        if any(date and not is_partial_date(date) for date in (self.birth_date, self.day)):
            return Saying("a date is written 1976-05-17, or as far as it is known: 1976-05, 1976")
        if asked[0] in SHAPES and not SHAPES[asked[0]][0].fullmatch(getattr(self, asked[0])):
            return SHAPES[asked[0]][1]
        return None

    def has_document(self, said: Subject) -> bool:
        """Whether the traveller has a document of the number that is asked for."""
        return any(_bare(number) == self.document for number, _ in said.documents)

    def flight_parts(self) -> tuple[str, str]:
        """Carrier and number of the flight, without leading zeros. ValueError for what is no flight."""
        found = _FLIGHT.fullmatch(self.flight)
        if found is None:
            raise ValueError("this is no flight")
        return found[1], found[2]

    def as_entry(self) -> ListEntry:
        """A listed person of that name, or with that document, for the engine that finds those."""
        births = (DateSpan.exact(self.birth_date),) if self.birth_date else ()
        names = (ListedName(self.name),) if self.name else ()
        documents = (ListedDocument(self.document),) if self.document else ()
        return ListEntry("SEARCH", "asked", names, birth_dates=births, documents=documents)
