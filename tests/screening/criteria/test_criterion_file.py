"""Criterion files: read strictly, bounded, and refused with file and place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.criteria.criterion_file import FILE_BYTES_MAX, parse_criterion, read_criterion
from gatehouse.screening.criteria.errors import CriterionFileError


def test_the_worked_example_is_read_with_the_hash_of_its_bytes(example: Path) -> None:
    criterion = read_criterion(example)
    assert criterion.name == "cash-one-way 1"
    assert criterion.sha256 == hashlib.sha256(example.read_bytes()).hexdigest()
    assert len(criterion.cases) == 5
    assert len(criterion.exculpating) == 2
    assert criterion.blind_to


def test_one_byte_more_is_another_hash(body: str) -> None:
    assert parse_criterion(body.encode(), "a").sha256 != parse_criterion((body + "\n").encode(), "a").sha256


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        pytest.param('identifier = "cash-only"', 'identifier = "../x"', "identifier", id="a-path"),
        pytest.param('identifier = "cash-only"', 'identifier = "Cash"', "identifier", id="capitals"),
        pytest.param("version = 1", "version = 0", "version", id="version-zero"),
        pytest.param("version = 1", "version = 1.0", "version", id="version-in-parts"),
        pytest.param("sunset = 2027-10-31", "", "sunset", id="no-sunset"),
        pytest.param("sunset = 2027-10-31", "sunset = 2027-10-31\nsunst = 1", "sunst", id="misspelt"),
        pytest.param('triage = "Look for a way back."', 'triage = ""', "triage", id="blank-triage"),
        pytest.param('why = "a frequent flyer"', 'why = "x"\nweight = 2', "weight", id="a-weight"),
        pytest.param("bag_count = 0 }\nbooking", "bag_count = 0, race = 1 }\nbooking", "race", id="case-with-more"),
        pytest.param("expect = true", "", "expect", id="case-without-expectation"),
        pytest.param("version = 1", "version = 1\nretired = { on = 2026-12-01 }", "reason", id="retired-for-nothing"),
        pytest.param("version = 1", "version = ", "line", id="no-toml"),
    ],
)
def test_other_files_are_refused_with_their_place(before: str, after: str, place: str, criterion_of: Callable) -> None:
    with pytest.raises(CriterionFileError, match=rf"made\.toml: .*{place}"):
        criterion_of((before, after))


def test_a_retired_file_says_since_when_and_why(criterion_of: Callable) -> None:
    change = ("version = 1", 'version = 1\nretired = { on = 2026-12-01, reason = "never a true hit" }')
    assert criterion_of(change).retirement.reason == "never a true hit"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"a = " + b"[" * 50_000, id="nested"),
        pytest.param(b"#" * (FILE_BYTES_MAX + 1), id="large"),
        pytest.param(b'a = "\xff"', id="no-utf8"),
        pytest.param(b"", id="empty"),
    ],
)
def test_hostile_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(CriterionFileError):
        parse_criterion(content, "made.toml")


@given(content=st.binary(max_size=400))
def test_no_bytes_do_more_than_be_refused(content: bytes) -> None:
    with pytest.raises(CriterionFileError):
        parse_criterion(content, "made.toml")


def test_a_refusal_quotes_nothing_of_a_case(criterion_of: Callable) -> None:
    with pytest.raises(CriterionFileError) as refusal:
        criterion_of(("bag_count = 0 }\nbooking", 'bag_count = "Ilse Fiktiv" }\nbooking'))
    assert "Ilse" not in str(refusal.value)
