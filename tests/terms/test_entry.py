"""A list entry shows the name that its list puts first."""

from __future__ import annotations

import pytest

from gatehouse.terms.entry import Handling, ListedName, ListEntry, NameQuality

STRONG = ListedName("Jon Doe", NameQuality.STRONG)
WEAK = ListedName("Johnny", NameQuality.WEAK)
PRIMARY = ListedName("John Doe")


@pytest.mark.parametrize(
    ("names", "shown"),
    [((PRIMARY, STRONG), "John Doe"), ((WEAK, PRIMARY), "John Doe"), ((WEAK, STRONG), "Johnny")],
)
def test_the_name_to_show_is_the_first_primary_one_else_the_first(names: tuple[ListedName, ...], shown: str) -> None:
    assert ListEntry("TEST", "1", names).primary_name == shown


def test_words_of_an_entry_are_their_own_text() -> None:
    assert [quality.value for quality in NameQuality] == ["primary", "strong", "weak"]
    assert str(Handling.DOCUMENT_ONLY) == "document-only"
    assert ListEntry("TEST", "1", (PRIMARY,)).handling is Handling.ANY


@pytest.mark.parametrize(
    ("expires_on", "day", "expired"),
    [
        (None, "2026-11-20", False),
        ("2026-11-20", "2026-11-20", False),
        ("2026-11-19", "2026-11-20", True),
        ("2026-11", "2026-11-30", False),
        ("2026-10", "2026-11-01", True),
        ("2025", "2026-01-01", True),
    ],
)
def test_an_entry_expires_after_its_last_day(expires_on: str | None, day: str, expired: bool) -> None:
    entry = ListEntry("L", "1", (ListedName("Ann Roe"),), expires_on=expires_on)
    assert entry.is_expired(day) is expired
