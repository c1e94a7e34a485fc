"""Hangul syllables and the law of initial r and n."""

import pytest

from gatehouse.names.korean import at_the_beginning, customary, plain, revised, surnames


def test_syllables():
    assert revised("정") == "jeong"
    assert customary("정") == "jong"
    assert revised("x") == customary("ㅋ") == ""


@pytest.mark.parametrize(
    ("written", "south", "north"),
    [("은", "eun", "un"), ("희", "hee", "hui"), ("의", "eui", "ui"), ("승", "sung", "sung")],
)
def test_south_and_north_spell_apart(written: str, south: str, north: str) -> None:
    assert (customary(written), plain(written)) == (south, north)


@pytest.mark.parametrize(
    ("written", "said"), [("리", "이"), ("림", "임"), ("로", "노"), ("녀", "여"), ("나", "나"), ("x", "x")]
)
def test_the_law_of_initials(written, said):
    assert at_the_beginning(written) == said


def test_surnames_are_hangul_and_a_to_z():
    for written, spelling in surnames().items():
        assert all(revised(syllable) for syllable in written)
        assert spelling.isascii()
        assert spelling.isalpha()
