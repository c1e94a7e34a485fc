"""When an API and a PNR statement are taken for one person."""

from __future__ import annotations

import pytest

from gatehouse.screening.travellers.identity import identity_of
from gatehouse.screening.travellers.joining import CONFLICTS, SUFFICIENT, compare, tokens

JOINED = [
    ("locator and name", {"locator": "L"}, {"locator": "L"}),
    ("name and birth date", {"birth_date": "1980-01-01"}, {"birth_date": "1980-01-01"}),
    ("reference and name", {"reference": "U1"}, {"reference": "U1"}),
    ("ticket and name", {"tickets": ("1234567890123",)}, {"tickets": ("1234567890123C1",)}),
    ("document and name", {"passport": "X1"}, {"passport": "X1"}),
]
APART = [
    ("nothing but a name", {}, {}),
    ("other locators", {"locator": "L"}, {"locator": "M"}),
    ("other birth dates", {"birth_date": "1980-01-01"}, {"birth_date": "1990-01-01"}),
]


@pytest.mark.parametrize(("fault", "left", "right"), JOINED, ids=[row[0] for row in JOINED])
def test_enough_evidence_joins_from_both_sides(fault: str, left: dict, right: dict, who) -> None:
    one, other = identity_of(who("ROE/ANN", **left)), identity_of(who("ROE/ANN", **right))
    join = compare(one, other)
    assert join, fault
    assert any(row <= set(join.evidence) for row in SUFFICIENT)
    assert compare(other, one) == join
    assert set(tokens(one)) & set(tokens(other))


@pytest.mark.parametrize(("fault", "left", "right"), APART, ids=[row[0] for row in APART])
def test_too_little_evidence_does_not(fault: str, left: dict, right: dict, who) -> None:
    assert compare(identity_of(who("ROE/ANN", **left)), identity_of(who("ROE/ANN", **right))) is None, fault


def test_a_family_in_one_booking_is_not_one_person(who) -> None:
    one, other = who("ROE/ANN", locator="L"), who("ROE/JOE", locator="L")
    assert compare(identity_of(one), identity_of(other)) is None


def test_a_parents_passport_does_not_make_the_child_the_parent(who) -> None:
    parent = who("ROE/ANN", "X1", birth_date="1980-01-01")
    child = who("ROE/KIT", "X1", birth_date="2024-01-01")
    assert compare(identity_of(parent), identity_of(child)) is None


def test_conflicts_become_findings_without_personal_data(who) -> None:
    left = who("ROE/ANN", "X1", locator="L", birth_date="1980-01-01", sex="F", nationalities=("GBR",))
    right = who("ROE/ANN", "Y2", locator="L", birth_date="1981-01-01", sex="M", nationalities=("FRA",))
    join = compare(identity_of(left), identity_of(right))
    assert join
    assert set(join.conflicts) == set(CONFLICTS)
    findings = list(join.findings(7))
    assert {finding.segment for finding in findings} == {7}
    assert not any(value in finding.text for finding in findings for value in ("ROE", "X1", "1980", "GBR"))


def test_what_is_missing_or_partial_is_no_conflict(who) -> None:
    left = who("ROE/ANN", "X1", locator="L", birth_date="1980-01-01", sex="F")
    right = who("ROE/ANN", locator="L", birth_date="1980")
    join = compare(identity_of(left), identity_of(right))
    assert join
    assert join.conflicts == ()


def test_a_document_of_two_known_issuers_is_two_documents(who) -> None:
    left = identity_of(who("ROE/ANN", "X1", locator="L"))
    right = left._replace(documents=frozenset({("X1", "FRA")}))
    join = compare(left, right)
    assert join
    assert "document" not in join.evidence
    assert join.conflicts == ("document",)
