"""Codes that reveal an attribute: all known, all of fields and attributes that exist."""

from __future__ import annotations

import csv

from gatehouse.screening.criteria.fields import fields
from gatehouse.screening.criteria.protected import attributes
from gatehouse.screening.criteria.protected_values import VALUES_FILE, protected_values, unrevealing


def test_every_row_is_of_a_field_and_an_attribute_that_exist_and_stands_once() -> None:
    rows = list(csv.DictReader(VALUES_FILE.read_text(encoding="utf-8").splitlines()))
    assert {row["field"] for row in rows} <= fields().keys()
    assert {row["attribute"] for row in rows} <= attributes().keys()
    assert len({(row["field"], row["value"]) for row in rows}) == len(rows)


def test_meals_and_wheelchairs_are_dropped_and_the_rest_is_kept() -> None:
    assert unrevealing("booking.services", frozenset({"MOML", "GRPS"})) == frozenset({"GRPS"})
    assert unrevealing("booking.services", frozenset({"WCHR"})) is None
    assert unrevealing("payment.kinds", frozenset({"CA"})) == frozenset({"CA"})
    assert unrevealing("payment.kinds", None) is None


def test_a_field_without_such_codes_has_none() -> None:
    assert protected_values("payment.kinds") == {}
