# ruff: noqa: E501  (sentences of resolutions are long)
"""Contradictions and doubts are findings."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.reading import read_string
from gatehouse.assessment.obligations.texts.tables import rows

HEAD = "S/RES/9001 (2031)\n\nThe Security Council,\n\nRecalling resolution 8200 (2029),\n\n"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("1. Requests CTED to report by 30 June 2032 and in any case no later than 30 April 2032.", "deadlines-differ"),
        ("1. Requests CTED to report every six months and annually.", "deadlines-differ"),
        ("1. Requests CTED to report by 31 June 2032.", "date-impossible"),
        (
            "1. Requests CTED to report by 1 May 2032;\n\n2. Decides to review by 1 May 2031 the report of paragraph 1.",
            "deadline-before-source",
        ),
        ("1. Recalls resolution 8200 (2028).", "citation-years-differ"),
        ("1. Decides to meet;\n\n2. Yodels to all States;\n\n3. Urges all.", "verb-unknown"),
        ("1. Decides to meet,\n\n2. Urges all.", "end-unusual"),
        ("1. Urges all to meet;\n\n2. Urges all to meet.", "text-repeated"),
    ],
)
def test_a_finding(body: str, code: str) -> None:
    assert code in {finding.code for finding in read_string(HEAD + body).findings}


def test_a_text_in_order_has_none() -> None:
    assert (
        read_string(
            HEAD + "1. Requests CTED to report by 30 June 2032;\n\n2. Decides to remain seized of the matter."
        ).findings
        == ()
    )


def test_every_finding_is_raised_somewhere_or_it_leaves_the_table() -> None:
    from pathlib import Path

    import gatehouse.assessment.obligations.texts as package

    source = "".join(path.read_text(encoding="utf-8") for path in Path(package.__file__).parent.glob("*.py"))
    assert [row["code"] for row in rows("findings") if f'"{row["code"]}"' not in source] == []


def test_two_reports_may_have_two_days() -> None:
    body = "1. Requests CTED to give a mid-term report by 30 April 2032, and a final report no later than 30 June 2032."
    assert "deadlines-differ" not in {finding.code for finding in read_string(HEAD + body).findings}
