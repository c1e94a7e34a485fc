"""A token carries what comparisons need, and the same word is the same object."""

import pytest

from gatehouse.names.token import TOKEN_CHARS_MAX, Manner, token


def test_the_same_word_is_one_object():
    assert token("varga") is token("varga")
    assert token("varga") is not token("varga", "Cyrl")


@pytest.mark.parametrize("extra", [-1, 0, 1])
def test_no_more_letters_than_are_compared(extra):
    assert len(token("m" * (TOKEN_CHARS_MAX + extra)).text) == min(TOKEN_CHARS_MAX, TOKEN_CHARS_MAX + extra)


@pytest.mark.parametrize(
    ("script", "manner"),
    [("Latn", Manner.SPELLED), ("Arab", Manner.UNVOCALISED), ("Kana", Manner.BORROWED)],
)
def test_the_manner_of_a_script(script, manner):
    assert token("varga", script).manner is manner


@pytest.mark.parametrize(
    ("text", "script", "initial"), [("x", "Latn", True), ("x", "Hani", False), ("xo", "Latn", False)]
)
def test_an_initial_is_one_latin_letter(text, script, initial):
    assert token(text, script).is_initial is initial
