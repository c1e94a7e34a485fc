"""A traveller who is taken for somebody on a list, stored with the hit, and their request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening import flow
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.redress.identity import Verified
from gatehouse.screening.redress.outcomes import Kind
from gatehouse.screening.redress.store import Asked, identify, open_request
from gatehouse.screening.watchlists import store as lists
from gatehouse.screening.watchlists.reader import read_list

LIST = (
    "list,entry_id,name,aliases,birth_date,nationality,document_number\n"
    "DEMO,D-1,Yusuf Karim,,,TUN,99887766|passport|TUN\n"
)
RECEIVED = dt.date(2026, 11, 1)
WHO = Verified("Yusuf Ali Karim", "1991-03-02", (("X1234567", "UTO"),))


class Stored(NamedTuple):
    """What is in the database: the hit, and the case number of the identified request."""

    hit: Hit
    case: str


def _visit(second: Role | None = None, reference: str = "RR") -> Visit:
    beside = Actor("account:12", second) if second else None
    return Visit(Actor("account:5", Role.REDRESS_OFFICER), "rights", reference, beside)


@pytest.fixture(scope="session")
def officer() -> Callable[..., Visit]:
    """A redress officer, with a second person in a role where one is wanted."""
    return _visit


@pytest.fixture
def load(tmp_path: Path) -> Callable[[str], None]:
    """Puts a list of our own CSV in force."""

    def put(text: str) -> None:
        path = tmp_path / f"{abs(hash(text))}.csv"
        path.write_text(text)
        lists.add_list(read_list(path), path)

    return put


@pytest.fixture
def opened_case(database: Path) -> str:
    """A request that is received."""
    del database
    return open_request(_visit(), Asked(Kind.CONFUSION, "en", "Y. Karim", RECEIVED, "I am stopped", ("1 Street",)))


@pytest.fixture
def stored(
    database: Path, load: Callable, paxlst: Callable, person: Callable, sent: Callable, opened_case: str
) -> Stored:
    """A traveller with a hit, and their identified request."""
    del database
    load(LIST)
    people = [person("KARIM/YUSUF ALI", "910302", "X1234567"), person("OSEI/AMA", "900101", "G7654321")]
    flow.ingest([sent("m.edi", paxlst(people))], lambda _: None)
    identify(_visit(), opened_case, WHO)
    return Stored(Hit.objects.get(), opened_case)


@pytest.fixture
def list_text() -> str:
    """The list that is in force."""
    return LIST
