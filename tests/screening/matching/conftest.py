"""Fictitious persons for the matching tests."""

import pytest

from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry, NameQuality


def _entry(number, *names, born=(), **more):
    listed = tuple(ListedName(name) for name in names)
    return ListEntry("TEST", f"T-{number}", listed, tuple(map(DateSpan.exact, born)), **more)


@pytest.fixture
def make_entry():
    return _entry


@pytest.fixture
def people():
    weak = (ListedName("Karim Drozdhan"), ListedName("The Baker", NameQuality.WEAK))
    return [
        _entry(1, "Mohammed Al-Harbani", "محمد الحرباني", born=["1979-03-14"], nationalities=("YEM",), sex="M"),
        _entry(2, "Lars Anderson", born=["1979"]),
        _entry(3, "Dmitry Skvortsov", "Дмитрий Скворцов", born=["1968-11-02", "1969"]),
        _entry(4, "Skjoldager Ilse Varga", documents=(ListedDocument("P-0012345", "passport", "UTO"),)),
        ListEntry("TEST", "T-5", weak),
        _entry(6, "Hannibalo", born=["1980-05-05"]),
    ]
