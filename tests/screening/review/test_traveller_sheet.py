"""What is held on a traveller as one value; each value once, with who told it."""

from __future__ import annotations

import pytest

from gatehouse.records import RefusedError
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.traveller_sheet import seen
from gatehouse.screening.travellers.models import Traveller
from reviewing import ANALYST, Screening, visitor


def test_a_document_told_twice_stands_once_and_the_leg_is_the_journey(screening: Screening) -> None:
    screening.fly(screening.ann(), screening.person("DOE/JOE", "700101", reference="U0"))
    screening.fly(screening.ann(), code=("745", ""))
    sheet = seen(ANALYST, Traveller.objects.get(surname="ROE").id)
    assert [(one.value.number, one.value.segment, one.sources) for one in sheet.documents] == [("P123", None, ("api",))]
    assert (sheet.name, sheet.birth_date, len(sheet.hops), sheet.bookings) == ("ANN ROE", "1980-01-01", 1, ())
    assert sheet.masked_at is None


def test_nobody_and_who_may_not(screening: Screening) -> None:
    screening.fly(screening.ann())
    with pytest.raises(ReviewError):
        seen(ANALYST, 99)
    with pytest.raises(RefusedError):
        seen(visitor(9, Role.OPERATOR), Traveller.objects.get().id)
