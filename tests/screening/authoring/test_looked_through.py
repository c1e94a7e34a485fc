"""A text looked through: its faults at their lines, and its persons as accounts."""

from __future__ import annotations

import pytest

from criterion_text import APPROVER, AUTHOR, TEXT
from gatehouse.screening.authoring.looked_through import Bench, looked_through


def _faults(text: str, bench: Bench) -> list[tuple[str, str]]:
    """Each fault's code and the line at which it stands."""
    lines = ["", *text.split("\n")]
    return [(one.fault.code, lines[one.line or 0].strip()) for one in looked_through(text, bench).faults]


def test_a_text_that_passes_may_be_tried(bench: Bench) -> None:
    found = looked_through(TEXT, bench)
    assert found.faults == ()
    assert found.may_be_tried


@pytest.mark.parametrize(
    ("before", "after", "code", "line"),
    [
        (f'author = "{AUTHOR}"', 'author = "somebody"', "another-author", 'author = "somebody"'),
        (f'approver = "{APPROVER}"', f'approver = "{AUTHOR}"', "no-approver", f'approver = "{AUTHOR}"'),
        ("expect = true", "expect = false", "case-failed", "[[case]]"),
        ('"itinerary.origin"', '"traveller.religion"', "no-criterion", "{ field ="),
        ("all = [", "all = ", "no-criterion", ""),
        ('title = "Leaves from SIN"', 'title = "By religion"', "protected-prose", "title ="),
    ],
)
def test_a_fault_stands_at_its_line(bench: Bench, before: str, after: str, code: str, line: str) -> None:
    assert before in TEXT
    found = _faults(TEXT.replace(before, after), bench)
    assert any(one == code and where.startswith(line) for one, where in found), found


def test_a_protected_attribute_is_refused_with_its_provision(bench: Bench) -> None:
    text = TEXT.replace(
        '{ field = "itinerary.origin", operator = "is", value = "SIN" }',
        '{ field = "traveller.sex", operator = "is", value = "F" }',
    )
    found = looked_through(text, bench)
    assert not found.may_be_tried
    told = next(one for one in found.faults if one.fault.code == "protected-attribute")
    assert "provision" in str(told.fault.text)
    assert "traveller.sex" in text.split("\n")[(told.line or 0) - 1]


def test_nobody_approves_where_nobody_may(bench: Bench) -> None:
    assert ("no-approver", f'approver = "{APPROVER}"  # the other person') in _faults(
        TEXT, bench._replace(approvers=frozenset())
    )


def test_a_version_that_was_tried_is_locked(bench: Bench, tried_text) -> None:
    tried_text(TEXT, bench)
    assert looked_through(TEXT, bench).faults == ()
    assert _faults(TEXT.replace("A rehearsal", "Another"), bench) == [("locked", "version = 1")]
