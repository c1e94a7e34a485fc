"""Reasons in the reader's words: agreeing, against, in between; words of names that were paired."""

from __future__ import annotations

import pytest
from django.utils import translation

from gatehouse.terms.candidate import Reason
from gatehouse.web.comparing import Pair, compared

NAME = Reason("name", "A", "B", "equivalent", 3.0, "reza ~ reza: same letters | nazary ~ nazari: same sound; kept")


def test_names_say_which_words_were_paired_and_how() -> None:
    told = compared(NAME)
    assert (str(told.feature), str(told.says), told.kind) == ("Name", "the same in another spelling", "good")
    assert told.pairs == (Pair("reza", "reza", "same letters"), Pair("nazary", "nazari", "same sound; kept"))


@pytest.mark.parametrize(
    ("reason", "kind", "says"),
    [
        (Reason("birth-date", "1980", "1950", "far", -5.0, "many years apart"), "bad", "many years apart"),
        (Reason("birth-date", "1980", "1980", "year", 1.0, "of another table"), "info", "of another table"),
        (Reason("sex", "F", "F", "same", 0.4, "as stated"), "good", "the same"),
        (Reason("newer-feature", "x", "y", "odd", 0.4), "info", "odd"),
    ],
)
def test_what_speaks_against_is_marked_and_new_words_are_shown_as_they_are(
    reason: Reason, kind: str, says: str
) -> None:
    told = compared(reason)
    assert (told.kind, str(told.says), told.pairs) == (kind, says, ())
    assert str(told.feature)


def test_another_language_has_its_own_words() -> None:
    with translation.override("fr"):
        assert str(compared(NAME).says) == "le même, autrement écrit"
