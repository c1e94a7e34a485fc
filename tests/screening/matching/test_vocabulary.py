"""Which tokens of a list a traveller's token finds."""

import pytest

from gatehouse.names.name import read_name, token
from gatehouse.screening.matching.alignment import PAIRED_MIN
from gatehouse.screening.matching.vocabulary import SIMILAR_MAX, Vocabulary

WORDS = "Mohammed Skvortsov Skjoldager Harbani Said Vladimir Salim Varga Drozdin Alsaid سليم Abdulrahman Kim"


@pytest.fixture
def vocabulary():
    return Vocabulary(item for word in WORDS.split() for item in read_name(word).tokens)


FINDS = [
    ("itself", "Varga", "varga"),
    ("sound", "Muhamad", "mohammed"),
    ("one-letter-changed", "Skvortzof", "skvortsov"),
    ("one-letter-left-out", "Skjoldagr", "skjoldager"),
    ("two-letters-exchanged", "Harbnai", "harbani"),
    ("vowels-changed", "Drazden", "drozdin"),
    ("family", "Volodymyr", "vladimir"),
    ("article", "Elsaid", "said"),
    ("cut-short", "Skjoldag", "skjoldager"),
    ("title-glued", "Vargamrs", "varga"),
    ("cyrillic", "Скворцов", "skvortsov"),
    ("arabic", "سليم", "salim"),
    ("to-arabic", "Saleem", "slym"),
    ("hangul", "김", "kim"),
]


@pytest.mark.parametrize(("word", "text"), [pytest.param(*row[1:], id=row[0]) for row in FINDS])
def test_finds(vocabulary, word, text):
    found = [vocabulary.tokens[number].text for number, _ in vocabulary.find(read_name(word).tokens[0])]
    assert text in found


@pytest.mark.parametrize("word", ["Tomas", "J", "Xq"])
def test_finds_nothing_unlike(vocabulary, word):
    assert vocabulary.find(token(word.lower())) == []


def test_best_first_and_bounded(vocabulary):
    found = vocabulary.find(token("said"))
    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)
    assert all(score >= PAIRED_MIN for score in scores)
    assert len(found) <= SIMILAR_MAX


def test_equal_tokens_are_held_once():
    assert len(Vocabulary([token("varga"), token("varga")]).tokens) == 1


def test_an_empty_vocabulary_finds_nothing():
    assert Vocabulary([]).find(token("varga")) == []
