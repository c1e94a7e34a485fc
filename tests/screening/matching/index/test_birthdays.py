"""The rows of a day, by the calendar and beyond its years."""

import numpy as np
import pytest

from gatehouse.screening.matching.index.birthdays import birthdays_of, first_born
from gatehouse.screening.matching.index.build import build
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry

BORN = ("1899-12-31", "1900-01-01", "1979-03-14", "1979-03-14", "1979-03-15", "2050-12-31", "2051-01-01")
ASKED = (
    0,
    18991231,
    19000101,
    19000102,
    19790314,
    19790315,
    19790332,
    19791231,
    19800230,
    20501231,
    20501232,
    20510101,
)


def index_of(days):
    spans = [(), *((DateSpan.exact(day),) for day in days)]
    return build([ListEntry("TEST", str(n), (ListedName("Ilse Varga"),), born) for n, born in enumerate(spans)]).index


@pytest.mark.parametrize("days", [(), BORN[2:5], BORN])
@pytest.mark.parametrize("day", ASKED)
def test_the_first_row_not_born_before_a_day(days, day):
    index = index_of(days)
    # One row states no date and stands first.
    assert first_born(birthdays_of(index), day) == 1 + np.searchsorted(index.born[1:], day)
