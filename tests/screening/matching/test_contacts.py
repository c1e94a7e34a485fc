"""Telephone numbers and e-mail addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.contacts import CONTACTS_MAX, contact_reason, read_contact

OUTCOMES = [
    ("mail-in-capitals", "Ilse@Example.ORG", "ilse@example.org", "mail"),
    ("phone-with-blanks", "+41 22 555 01 23", "+41225550123", "phone"),
    ("phone-with-double-zero", "0041 22 555 01 23", "+41225550123", "phone"),
    ("national-form", "022 555 01 23", "+41225550123", "phone tail"),
    ("with-a-word", "Tel: +41 22 555 01 23", "+41225550123", "phone"),
]


@pytest.mark.parametrize(("ours", "theirs", "outcome"), [pytest.param(*row[1:], id=row[0]) for row in OUTCOMES])
def test_outcome(ours, theirs, outcome):
    reason = contact_reason((ours,), (theirs,))
    assert reason is not None
    assert reason.outcome == outcome
    assert reason.weight > 0


NOTHING = [
    ("other-number", "+41 22 555 01 23", "+41 22 555 01 24"),
    ("other-country", "+41 22 555 01 23", "+33 22 555 01 23"),
    ("street", "12 Quay Street, Nordhavn", "12 Quay Street, Nordhavn"),
    ("short", "55501", "55501"),
    ("mail-and-phone", "ilse@example.org", "+41225550123"),
]


@pytest.mark.parametrize(("ours", "theirs"), [pytest.param(*row[1:], id=row[0]) for row in NOTHING])
def test_says_nothing(ours, theirs):
    assert contact_reason((ours,), (theirs,)) is None


def test_the_strongest_of_several_counts():
    reason = contact_reason(("022 555 01 23", "ilse@example.org"), ("+41225550123", "ilse@example.org"))
    assert reason is not None
    assert reason.outcome == "mail"


@pytest.mark.parametrize("place", [CONTACTS_MAX - 1, CONTACTS_MAX], ids=["last-compared", "first-ignored"])
def test_the_most_contacts(place):
    ours = [f"a{n}@example.org" for n in range(CONTACTS_MAX + 1)]
    assert (contact_reason(tuple(ours), (ours[place],)) is not None) == (place < CONTACTS_MAX)


@given(st.text(max_size=200))
def test_any_text_is_read_or_left_out(text):
    read = read_contact(text)
    assert read is None or read.kind in ("mail", "phone")
