"""Views are kept by name, from their first page on, and only so many."""

from __future__ import annotations

import pytest

from gatehouse.screening.review import saved_views
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.wanted import Place, Wanted

pytestmark = pytest.mark.usefixtures("database")
ME, OTHER = "account:1", "account:2"


def test_a_view_is_kept_replaced_and_forgotten() -> None:
    saved_views.save(ME, "  my   list ", Wanted(lists=("UN-SC",), after=Place("x", 3)))
    assert saved_views.views_of(ME) == [("my list", "list=UN-SC")]
    saved_views.save(ME, "my list", Wanted(order="strength"))
    assert saved_views.views_of(ME) == [("my list", "order=strength")]
    assert saved_views.views_of(OTHER) == []
    saved_views.forget(OTHER, "my list")
    saved_views.forget(ME, "my list")
    assert saved_views.views_of(ME) == []


def test_names_and_numbers_have_limits() -> None:
    for name in ("", "x" * 41, "a\x07b"):
        with pytest.raises(ReviewError, match="name"):
            saved_views.save(ME, name, Wanted())
    for number in range(saved_views.VIEWS_MAX):
        saved_views.save(ME, f"v{number}", Wanted())
    with pytest.raises(ReviewError, match="already"):
        saved_views.save(ME, "one more", Wanted())
    saved_views.save(ME, "v1", Wanted(order="strength"))
