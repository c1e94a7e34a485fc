"""Certificates of real runs: counts, references and keys of what was erased, and nobody's data."""

from __future__ import annotations

import datetime as dt

import orjson
import pytest

from gatehouse.retention.certifying import certify
from gatehouse.retention.errors import CertificateError
from gatehouse.retention.models import Run
from gatehouse.retention.running import run
from kept_people import AS_OF, IDENTITY, flight, law_of, person
from stored_log import LOG

pytestmark = pytest.mark.usefixtures("database")


def test_a_certificate_says_what_was_erased_and_names_nobody() -> None:
    law_of()
    leg = flight("2021-05-01")
    people = [person(leg, f"ROE{n}") for n in range(3)]
    made, _ = run(AS_OF, IDENTITY, lambda: None, lambda _: None)
    told = certify(made, LOG)
    body = orjson.loads(told.body)
    assert body["counts"]["travellers"] == 3
    assert body["counts"]["travellers.TravellerRecord"] == 6
    assert f"2021-05-01 traveller:{people[0].id}-{people[2].id}" in body["references"]
    assert body["law"] == IDENTITY[0]
    assert [key["scope"] for key in body["keys"]] == ["receipt-day"]
    assert "ROE" not in told.body
    assert certify(made, LOG).id == told.id


def test_a_run_that_was_cut_off_has_none() -> None:
    law_of()
    with pytest.raises(CertificateError):
        certify(Run.objects.create(as_of=dt.date(2026, 1, 1), law="0" * 64, mode="demo"), LOG)
