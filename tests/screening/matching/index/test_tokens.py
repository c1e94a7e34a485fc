"""Which tokens of a list a traveller's token finds."""

import numpy as np
import pytest

from gatehouse.names.costs import costs
from gatehouse.names.kernels import likeness_rows
from gatehouse.names.packed import SCRIPT
from gatehouse.screening.matching.index.bits import may_be_alike
from gatehouse.screening.matching.index.tokens import (
    SPELLINGS_MAX,
    _gathered,
    alike_from,
    bags_of,
    begins_at,
    begins_with,
    first_of,
    load,
    spellings,
)
from gatehouse.screening.matching.name_kernel import PAIRED_MIN

FINDS = [
    ("itself", "Varga", "varga"),
    ("sound", "Muhamad", "mohammed"),
    ("one-letter-changed", "Skvortzof", "skvortsov"),
    ("one-letter-left-out", "Skjoldagr", "skjoldager"),
    ("one-letter-put-in", "Skjolldager", "skjoldager"),
    ("two-letters-exchanged", "Harbnai", "harbani"),
    ("vowels-changed", "Drazden", "drozdin"),
    ("family", "Volodymyr", "vladimir"),
    ("article", "Elsaid", "said"),
    ("cut-short", "Skjoldag", "skjoldager"),
    ("cut-to-less-than-half", "Skjo", "skjoldager"),
    ("less-than-half-of-it-listed", "Vargaxelojo", "varga"),
    ("title-run-on", "Vargamrs", "varga"),
    ("cyrillic", "Скворцов", "skvortsov"),
    ("arabic", "سليم", "salim"),
    ("to-arabic", "Saleem", "slym"),
    ("hangul", "김", "kim"),
]


def found(index, text_of, row):
    return text_of(index.tokens[spellings(index, row, costs(), False)[0]])


@pytest.mark.parametrize(("word", "text"), [pytest.param(*row[1:], id=row[0]) for row in FINDS])
def test_finds(words, row_of, text_of, word, text):
    assert text in found(words, text_of, row_of(word))


@pytest.mark.parametrize("word", ["Tomas", "J", "Xq"])
def test_finds_nothing_unlike(words, row_of, text_of, word):
    assert found(words, text_of, row_of(word)) == []


def test_best_first_and_bounded(words, row_of):
    _, alike = spellings(words, row_of("Said"), costs(), False)
    assert alike.tolist() == sorted(alike.tolist(), reverse=True)
    assert alike.min() >= PAIRED_MIN
    assert len(alike) <= SPELLINGS_MAX


ASKED = (
    "Varga",
    "Ilxe",
    "Kym",
    "Sxid",
    "Ilesvar",
    "Skjoldagr",
    "Abdulkarim",
    "Saleem",
    "Сергей",
    "سليم",
    "김",
    "Mohamed",
    "Drozd",
    "Elsaid",
    "Skjo",
)


@pytest.mark.parametrize("word", ASKED)
def test_many_at_once_are_as_alike_as_each_alone(words, row_of, word):
    """Most are measured together, without what no key led to: nothing of it may be lost."""
    row = row_of(word)
    found, alike = alike_from(words, row, costs(), False, 0.55)
    alone = [float(likeness_rows(row, words.tokens[token], costs())[0]) for token in found]
    assert alike.tolist() == alone
    gathered = set(_gathered(words, row, False)[0].tolist())
    bags = bags_of(np.stack([row]))[0]
    for token in gathered - set(found.tolist()):
        other = words.tokens[token]
        may = row[SCRIPT] != other[SCRIPT] or may_be_alike(row, bags, other, words.bags[token])
        assert not may or likeness_rows(row, other, costs())[0] < 0.55


def test_equal_tokens_are_held_once(indexed, text_of):
    assert text_of(indexed("Varga", "VARGA", "varga").tokens) == ["varga"]


def test_an_empty_list_finds_nothing(indexed, row_of, text_of):
    assert found(indexed(), text_of, row_of("Varga")) == []


def test_the_first_of_a_key_is_found_for_every_key(words):
    keys = words.keys.tolist()
    assert [first_of(words, key) for key in words.keys] == [keys.index(key) for key in keys]


def test_alphabetical_order_answers_for_beginnings(words, row_of, text_of):
    at = begins_at(words, row_of("Skj"))
    assert text_of([words.tokens[at]]) == ["skjoldager"]
    assert begins_with(words, at, row_of("Skj"))
    assert not begins_with(words, at, row_of("Skv"))
    assert not begins_with(words, len(words.tokens), row_of("Skj"))


def test_the_load_is_the_number_of_postings(indexed, row_of):
    index = indexed("Ilse Varga", "Tomas Varga", "Ilse Drozd")
    tokens, _ = spellings(index, row_of("Varga"), costs(), False)
    assert load(index, tokens) == 2
