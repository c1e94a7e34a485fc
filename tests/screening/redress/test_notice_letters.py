"""A letter to a recipient says of which disclosure, what is right now and why, in each language, and not who it is."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from gatehouse.printing.html_page import html
from gatehouse.safeguards.shipped import demo_profile
from gatehouse.screening.redress.letters import languages
from gatehouse.screening.redress.notice_letters import Notice, letter

DAY = dt.date(2026, 11, 30)
NOTICE = Notice(
    "disclosure:4", "neighbour", DAY, "C-2026-14", ("identity", "contact"), "RR-2026-000042", "corrected", DAY,
    {"birth_date": "1991-03-02"}, "The passport shows it.",
)  # fmt: skip


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("why", ["corrected", "erased", "cleared"])
def test_each_reason_has_words_in_each_language(why: str, language: str) -> None:
    page = re.sub(r"<style>.*?</style>", "", html(letter(NOTICE._replace(why=why), language, DAY, demo_profile())))
    assert "{" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    for told in ("disclosure:4", "C-2026-14", "RR-2026-000042", "1991-03-02", "The passport shows it.", "next State"):
        assert told in page
