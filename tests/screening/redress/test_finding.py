"""A person is found by what they proved, and nobody else is."""

from __future__ import annotations

import pytest

from gatehouse.screening import flow
from gatehouse.screening.redress.finding import travellers_of
from gatehouse.screening.redress.identity import Verified
from gatehouse.screening.travellers.models import Traveller

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def aboard(database, paxlst, person, sent) -> None:
    """Six people of nearly the same name on one flight."""
    del database
    people = [
        person("ROE/ANN", "800101", "X1234567"),
        person("ROE/ANN MARIE", "800101", ""),
        person("ROE/ANN", "700101", "X1234567"),
        person("ROE/BOB", "800101", ""),
        person("ROE/ANN", "", "Z9999999"),
        person("POE/ANN", "", "X1234567"),
    ]
    flow.ingest([sent("m.edi", paxlst(people))], lambda _: None)


@pytest.mark.usefixtures("aboard")
def test_by_document_or_by_birth_date_and_names_never_against_a_statement() -> None:
    found = travellers_of(Verified("Ann Marie Roe", "1980-01-01", (("x 1234567", "UTO"),)))
    names = {f"{one.surname}/{one.given_names} {one.birth_date}" for one in Traveller.objects.filter(id__in=found.ids)}
    assert names == {"ROE/ANN 1980-01-01", "ROE/ANN MARIE 1980-01-01"}
    assert not found.more


@pytest.mark.usefixtures("aboard")
def test_nobody_is_found_by_another_document() -> None:
    assert travellers_of(Verified("Ann Roe", "1985-01-01", (("X1234567", "TUN"),))).ids == ()
