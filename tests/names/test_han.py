"""Cantonese and Korean readings of single characters."""

import re

import pytest

from gatehouse.names.han import characters

READ = [("surname-kim", "金", "gam", "김"), ("surname-li", "李", "lei", "리"), ("mountain", "山", "saan", "산")]


@pytest.mark.parametrize(("char", "cantonese", "korean"), [pytest.param(*row[1:], id=row[0]) for row in READ])
def test_readings(char, cantonese, korean):
    assert characters()[char].cantonese == cantonese
    assert characters()[char].korean == korean


def test_every_row_is_of_one_character_and_plain_readings():
    for char, read in characters().items():
        assert len(char) == 1
        assert re.fullmatch(r"[a-z]*", read.cantonese)
        assert re.fullmatch(r"[가-힣]*", read.korean)
        assert read.cantonese or read.korean


def test_what_is_no_han_is_not_in_it():
    assert not {"a", "김", "あ"} & characters().keys()
