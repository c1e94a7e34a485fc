"""Words that pretend to be of another script."""

import pytest

from gatehouse.names.homoglyphs import as_latin, unmasked

WORDS = [
    ("cyrillic-a-in-latin", "V\u0430rga", "Varga"),
    ("latin-a-in-cyrillic", "Сквaрцов", "Скварцов"),
    ("greek-o-in-latin", "Dr\u03bfzd", "Drozd"),
    ("one-script", "Скворцов", "Скворцов"),
    ("no-look-alike", "Vж", "Vж"),
    ("three-scripts", "Vаο", "Vаο"),
]


@pytest.mark.parametrize(("word", "read"), [pytest.param(*row[1:], id=row[0]) for row in WORDS])
def test_unmasked(word, read):
    assert unmasked(word) == read


def test_a_whole_word_of_look_alikes():
    assert as_latin("Соре") == "Cope"
    assert as_latin("Скворцов") is None
