"""Every answer is reasoned, names the remedies, and can be printed in each language."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from pypdf import PdfReader

from gatehouse.printing.html_page import html
from gatehouse.printing.pdf_file import pdf
from gatehouse.safeguards.shipped import demo_profile
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.letters import Answer, languages, letter, routes
from gatehouse.screening.redress.outcomes import Outcome

DAY = dt.date(2026, 11, 30)


def _answer(outcome: Outcome, language: str = "en", reason: str = "") -> Answer:
    return Answer("RR-2026-000042", outcome, language, ("A. Example", "1 Street"), DAY, DAY, reason, "ABCDE-FGHJK")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("outcome", Outcome)
def test_each_outcome_has_words_in_each_language_and_names_the_remedies(outcome: Outcome, language: str) -> None:
    page = html(letter(_answer(outcome, language), demo_profile()))
    assert "{" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    for named in ("Demonstration Court", "Demonstration Commissioner", "Demonstration Act, s. 33", "RR-2026-000042"):
        assert named in page
    assert "Commission for the Control of INTERPOL" in page
    assert "Ombudsperson" in page


def test_no_letter_says_that_somebody_is_on_a_list() -> None:
    told = {outcome: html(letter(_answer(outcome), demo_profile())) for outcome in Outcome}
    assert all("does not say that you are on any list" in page for page in told.values())
    assert len({page.partition("Lists that others keep")[2] for page in told.values()}) == 1


def test_reasons_are_data_and_a_pdf_comes_of_it() -> None:
    hostile = "<b>{case}</b> #panic()"
    document = letter(_answer(Outcome.REFUSED, reason=hostile), demo_profile())
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf(document))).pages)
    assert hostile.replace(" ", "") in re.sub(r"\s", "", text)


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(RedressError, match="take one of"):
        letter(_answer(Outcome.REFUSED, "fr"), demo_profile())


def test_routes_nobody_compared_with_their_source_are_marked() -> None:
    assert {route.verified for route in routes("en")} == {False}
    assert all(route.address.startswith("https://") for route in routes("ar"))
