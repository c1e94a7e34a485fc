"""Where a Japanese surname ends, and how both parts are read."""

import pytest

from gatehouse.names.japanese import read

READ = [
    ("one-word", ("山田太郎",), "yamada", "taro"),
    ("two-words", ("山田", "太郎"), "yamada", "taro"),
    ("kana-given-name", ("山田", "はなこ"), "yamada", "hanako"),
    ("surname-of-one-character", ("林太郎",), "hayashi", "taro"),
]


@pytest.mark.parametrize(("words", "surname", "given"), [pytest.param(*row[1:], id=row[0]) for row in READ])
def test_read(words, surname, given):
    found = read(words)
    assert found is not None
    assert (found.surname[0], found.given[0]) == (surname, given)


@pytest.mark.parametrize(
    "words", [(), ("",), ("山",), ("Yamada", "Taro"), ("김철수",), ("a" * 50,), ("山田", "太郎", "次郎")], ids=str
)
def test_what_is_no_japanese_name_is_not_read(words):
    assert read(words) is None


def test_a_surname_of_two_characters_is_surely_japanese():
    assert read(("山田太郎",)).sure
