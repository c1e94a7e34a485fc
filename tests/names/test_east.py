"""Han and Hangul words are cut into surname and given name."""

import pytest

from gatehouse.names.east import han_words, hangul_words

HAN = [
    ("two", "李雷", [("li",), ("lei",)]),
    ("three", "韩梅梅", [("han",), ("mei", "mei")]),
    ("double-surname", "欧阳雷", [("ou", "yang"), ("lei",)]),
    ("double-surname-traditional", "司馬雷雷", [("si", "ma"), ("lei", "lei")]),
    ("four-without-double-surname", "瓦尔加雷", [("wa", "er", "jia", "lei")]),
    ("surname-with-its-own-reading", "单雷", [("shan",), ("lei",)]),
]


@pytest.mark.parametrize(("word", "parts"), [pytest.param(*row[1:], id=row[0]) for row in HAN])
def test_han(word, parts):
    assert han_words(word, True) == parts


def test_han_not_alone_is_one_word():
    assert han_words("李雷", False) == [("li", "lei")]


def test_hangul_three_syllables():
    assert hangul_words("박민준", True) == [("bag",), ("min", "jun")]


def test_hangul_double_surname():
    assert len(hangul_words("남궁민준", True)[0]) == 2


def test_hangul_long_word_is_foreign():
    assert len(hangul_words("헬무트슈미", True)) == 1


def test_a_single_syllable_stays():
    assert hangul_words("박", True) == [("bag",)]
