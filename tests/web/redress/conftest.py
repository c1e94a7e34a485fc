"""A redress officer, a data protection officer, and what a person types into the public form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening import flow
from gatehouse.screening.travellers.models import Traveller
from gatehouse.screening.watchlists import store as lists
from gatehouse.screening.watchlists.reader import read_list
from manifest import Person, paxlst


@pytest.fixture
def officer(browser: Callable[..., Client]) -> Client:
    """Whoever handles requests."""
    return browser(Role.REDRESS_OFFICER, purpose="rights", reference="DESK-1")


@pytest.fixture
def second(browser: Callable[..., Client]) -> Client:
    """Whoever sees what the officer wrote."""
    return browser(Role.DATA_PROTECTION_OFFICER, purpose="rights", reference="DESK-1")


@pytest.fixture
def typed() -> dict[str, str]:
    """A whole form."""
    return {
        "kind": "access", "name": "AMINA EXAMPLE", "contact": "amina@example.org", "language": "en",
        "says": "I am stopped each time, in Port Louis and at home.",
    }  # fmt: skip


@pytest.fixture
def case(client_of_nobody: Client, typed: dict[str, str]) -> str:
    """The number of a request that came through the form."""
    return str(client_of_nobody.post("/redress/ask/", typed, follow=True).context["case"])


@pytest.fixture
def known(case: str, officer: Client) -> str:
    """The number of a request whose person showed who they are."""
    shown = {"names": "AMINA EXAMPLE", "birth_date": "1991-03-02", "document": "X1234567", "issuer": "UTO"}
    assert officer.post(f"/redress/{case}/identify/", shown).status_code == 302
    return case


@pytest.fixture
def held(known: str, database: Path, tmp_path: Path) -> tuple[str, int, int]:
    """The request, the number of its person on a flight with a hit, and that of somebody else there."""
    del database
    listed, message = tmp_path / "l.csv", tmp_path / "m.edi"
    listed.write_text("list,entry_id,name\nDEMO,D-1,Amina Exampel\n")
    lists.add_list(read_list(listed), listed)
    message.write_bytes(
        paxlst([Person("EXAMPLE/AMINA", "910302", "X1234567"), Person("OSEI/AMA", "900101", "G7654321")])
    )
    flow.ingest([message], lambda _: None)
    numbers = dict(Traveller.objects.values_list("surname", "id"))
    return known, numbers["EXAMPLE"], numbers["OSEI"]
