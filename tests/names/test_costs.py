"""The table of learned costs as the kernels see it."""

import pytest

from gatehouse.names.costs import LATIN_TABLE, MERGED, MIXED_TABLE, PARTED, SINGLE, TABLE, costs
from gatehouse.names.packed import OTHER_SCRIPT, SCRIPTS


def table_of(script):
    return int(costs()[SCRIPTS.index(script)])


@pytest.mark.parametrize(("one", "other"), [("Hira", "Kana"), ("Syrc", "Tibt"), ("Grek", "Geor")])
def test_scripts_that_share_a_table(one, other):
    assert table_of(one) == table_of(other)


def test_scripts_with_data_have_tables_of_their_own():
    scripts = ("Arab", "Hebr", "Cyrl", "Hani", "Kana", "Hang", "Grek", "Thai", "Taml", "Deva", "Khmr", "Ethi")
    assert len({table_of(script) for script in scripts}) == len(scripts)
    assert costs()[OTHER_SCRIPT] == table_of("Grek")


@pytest.mark.parametrize("place", [LATIN_TABLE, MIXED_TABLE, SCRIPTS.index("Arab")])
def test_a_letter_for_itself_is_above_chance(place):
    first = int(costs()[place]) + SINGLE
    m = ord("m") - 96
    assert costs()[first + 28 * m + m] > 2.0


def test_units_of_two_letters_stand_where_the_kernel_looks():
    cyrillic = table_of("Cyrl")
    kh, h = (11 * 28 + 8), 8
    assert costs()[cyrillic + PARTED + h * 28**2 + kh] > 2.0
    assert TABLE - PARTED == PARTED - MERGED == 28**3


def test_the_array_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        costs()[0] = 1.0
