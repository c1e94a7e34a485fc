"""A sentence keeps its values apart from its words."""

from __future__ import annotations

import pytest

from gatehouse.terms.saying import Saying, placed, together

FRENCH = {"it has %(count)s lines": "cela a %(count)s lignes"}


def test_a_saying_is_said_in_english_and_in_another_language() -> None:
    said = Saying("it has %(count)s lines", count=3)
    assert str(said) == "it has 3 lines"
    assert str(said.about(count=4)) == "it has 4 lines"
    assert said.in_words(lambda text: FRENCH[text]) == "cela a 3 lignes"


def test_a_saying_within_another_is_translated_too() -> None:
    words = {"%(what)s: %(why)s": "%(what)s : %(why)s", "too long": "trop long"}
    assert Saying("%(what)s: %(why)s", what=7, why=Saying("too long")).in_words(words.get) == "7 : trop long"


def test_without_values_a_percent_sign_is_one() -> None:
    assert str(Saying("100 % sure")) == "100 % sure"


def test_several_are_said_together_and_with_the_place_they_are_about() -> None:
    words = {"too long": "trop long", "shorten it": "raccourcissez-le"}
    said = placed("line 3", together(Saying("too long"), "as it is", Saying("shorten it")))
    assert said.in_words(lambda text: words.get(text, text)) == "line 3: trop long; as it is; raccourcissez-le"
    with pytest.raises(ValueError, match="nothing"):
        together()


def test_equal_is_what_says_the_same() -> None:
    assert Saying("%(a)s", a=1) == Saying("1")
    assert len({Saying("%(a)s", a=1), Saying("1"), Saying("2")}) == 2
    assert Saying("1") != "1"
    assert repr(Saying("%(a)s", a=1)) == "Saying('1')"
