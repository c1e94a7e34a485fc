"""The postings gone through are those of the rows that may reach the floor, each row once."""

import pytest

from gatehouse.screening.matching.index.asking import Asker
from gatehouse.screening.matching.index.desk import ANY, new_desk, set_marks, tidy
from gatehouse.screening.matching.index.planning import put_most, put_own
from gatehouse.screening.matching.index.postings import scan

LIST = ("Ilse Varga", "Ilse Skjoldager", "Skjoldager Ilse Maria Anna Wilhelmina Petra", "Tomas Harbani")


@pytest.fixture
def gone_through(indexed):
    """The rows that a name and a floor lead to, with the numbers of how many rows and postings were counted."""
    index = indexed(*LIST)

    def found(name, floor):
        query, desk = Asker(index).query(name, None, floor), new_desk(index)
        put_own(query, desk.sheet)
        put_most(query, desk.most)
        set_marks(index, query, desk, ANY, True)
        assert scan(index, query, desk, ANY)
        rows = desk.rows[: desk.counts[0]].tolist()
        tidy(index, query, desk)
        assert not any(array.any() for array in (desk.seen, desk.marks, desk.few))
        return [LIST[index.owners[row]] for row in rows]

    return found


def test_rows_of_the_rarest_word_that_hold_another_are_found_once(gone_through):
    # One row has more tokens than its posting tells of.
    assert sorted(gone_through("Ilse Skjoldager", 2.0)) == sorted(LIST[1:3])


def test_a_floor_that_nothing_reaches_leads_nowhere(gone_through):
    assert gone_through("Ilse Skjoldager", 50.0) == []


def test_a_low_floor_leads_to_every_row_of_either_word(gone_through):
    assert sorted(gone_through("Ilse Skjoldager", -20.0)) == sorted(LIST[:3])
