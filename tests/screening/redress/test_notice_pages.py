"""The letter of a stored notice, for the officer only."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.printing.html_page import html
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.models import RecipientNotice, RedressRequest
from gatehouse.screening.redress.notice_pages import pages

TODAY = dt.date(2026, 11, 20)


def test_it_is_written_from_what_is_kept_and_of_its_own_request_only(stored, officer) -> None:
    kept = RecipientNotice.objects.create(
        request=RedressRequest.objects.get(), disclosure="disclosure:4", recipient="neighbour", why="corrected",
        under="C-1", changes={"sex": "F"},
    )  # fmt: skip
    page = html(pages(officer(), stored.case, kept.pk, "en", TODAY))
    assert "Please put it right in every copy" in page
    assert "C-1" in page
    for number, language in ((kept.pk + 1, "en"), (kept.pk, "tlh")):
        with pytest.raises(RedressError):
            pages(officer(), stored.case, number, language, TODAY)
