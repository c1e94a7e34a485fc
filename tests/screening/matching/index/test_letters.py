"""Rows that may be a traveller's by letters alone."""

import pytest

from gatehouse.screening.matching.index.asking import Asker
from gatehouse.screening.matching.index.letters import might_be, rest_might_be

LISTED = ("Ilse Varga", "Popaneth Victorin")


@pytest.mark.parametrize(
    ("name", "rows"),
    [("Ilse Drozd", [0]), ("VARGIALES", [0]), ("Porpahneth Xu", [1]), ("Victor", [1]), ("Tomas Xu", [])],
)
def test_any_word_may_be(indexed, name, rows):
    index = indexed(*LISTED)
    query = Asker(index).query(name, None, -1.0)
    assert [row for row in range(len(index.owners)) if might_be(index, query, row)] == rows


@pytest.mark.parametrize(
    ("name", "listed", "expected"),
    [("Victorin Porpahneth", 1, True), ("Victorin Drozd", 1, False), ("Varga Islet", 0, True), ("Varga", 0, False)],
)
def test_the_rest_may_be(indexed, row_of, name, listed, expected):
    index = indexed(*LISTED)
    query = Asker(index).query(name, None, -1.0)
    own = index.row_tokens[index.row_starts[listed] : index.row_starts[listed + 1]]
    (known,) = [token for token in own if (index.tokens[token] == row_of(name.split()[0])).all()]
    assert rest_might_be(index, query, listed, 0, known) is expected
