"""What was done for a request: an answer says that, and is refused where nothing was."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.printing.html_page import html
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.redress.answering import Said, answer
from gatehouse.screening.redress.corrections import FIELDS, correct
from gatehouse.screening.redress.done import Done, done_for
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.letters import _templates
from gatehouse.screening.redress.models import RedressRequest
from gatehouse.screening.redress.outcomes import Outcome

SECOND = Role.DATA_PROTECTION_OFFICER
TODAY = dt.date(2026, 11, 20)


def test_corrected_needs_a_correction_and_says_which(stored, officer) -> None:
    said = Said(Outcome.CORRECTED, "Your passport shows it.")
    with pytest.raises(RedressError, match="nothing was corrected"):
        answer(officer(SECOND), stored.case, said, TODAY)
    for field, value in (("sex", "M"), ("given_names", "YUSUF"), ("sex", "X")):
        correct(officer(SECOND), stored.case, stored.hit.traveller_id, field, value)
    assert done_for(RedressRequest.objects.get(), Outcome.CORRECTED) == Done(("sex", "given_names"), 0, 0)
    page = html(answer(officer(SECOND), stored.case, said, TODAY))
    assert "we corrected: sex, given names." in page
    assert "as it was sent" in page


def test_every_field_that_can_be_corrected_has_a_name_in_every_language() -> None:
    assert {code: set(names) for code, names in _templates()["fields"].items()} == {
        code: {*FIELDS, "between"} for code in _templates()["parts"]
    }
