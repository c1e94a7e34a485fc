"""The public report says what the snapshot says, in each language."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.snapshots import tables
from gatehouse.oversight.transparency import languages, report
from gatehouse.printing.html_page import html
from gatehouse.printing.pdf_file import pdf
from gatehouse.safeguards.shipped import demo_profile

BODY = {
    "k": 10, "begins": "2026-10-01", "ends": "2026-10-31", "law": "The Act", "profile": "demo", "profile_version": "1",
    "tables": [
        {"table": "traffic", "rows": {"messages": 12345}, "total": 12345},
        {"table": "hits-by-list", "rows": {"A": 40, "B": None, "C": None}, "total": 61},
        *({"table": one.code, "rows": {}, "total": 0} for one in tables()[2:]),
    ],
}  # fmt: skip
DAY = dt.date(2026, 11, 2)


@pytest.mark.parametrize("language", languages())
def test_counts_and_withheld_rows_are_told(language: str) -> None:
    page = html(report(BODY, "ab" * 32, DAY, language, demo_profile()))
    for said in ("12,345", "61", "ab" * 32, "Demonstration Commissioner", "The Act"):
        assert said in page
    assert page.count({"en": ">withheld<", "zh": ">不予公布<", "ar": ">محجوب<"}[language]) == 2


def test_every_table_has_a_heading_and_a_pdf_comes_of_it() -> None:
    made = report(BODY, "ab" * 32, DAY, "en", demo_profile())
    assert len(made.sections) == len(tables())
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf(made))).pages)
    assert "Transparency report" in text
    assert "From 1 October 2026 to 31 October 2026" in text


def test_another_language_is_refused() -> None:
    with pytest.raises(OversightError):
        report(BODY, "", DAY, "fr", demo_profile())
