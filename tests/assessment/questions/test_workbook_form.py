"""Text that a spreadsheet program could take for a formula is escaped, and comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.assessment.questions.workbook_form import DANGEROUS, escaped, unescaped


@given(st.text())
def test_it_comes_back_as_it_was(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert not escaped(text).startswith(DANGEROUS)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1"])
def test_what_is_dangerous_begins_with_an_apostrophe(text: str) -> None:
    assert escaped(text) == f"'{text}"


def test_a_usual_apostrophe_stays() -> None:
    assert unescaped("'tis") == "'tis"
