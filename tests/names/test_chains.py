"""One token beside very many: the same likenesses as beside each alone, and nothing lost that is alike enough."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.chains import new_chains, put_likenesses
from gatehouse.names.chances import EVEN, chain_likeness
from gatehouse.names.costs import BEGINNINGS, LATIN_TABLE, LETTERS, SINGLE, TABLE, costs
from gatehouse.names.packed import TEXT, TEXT_MAX, packed
from gatehouse.names.token import token

TABLES = {"latin": int(costs()[LATIN_TABLE]), "cyrillic": int(costs()[1]), "arabic": int(costs()[3])}
WORDS = (
    "a", "al", "ala", "alexander", "aleksandr", "alexandre", "aleksandra", "lexander", "skjoldager", "skjoldagr",
    "skoldjager", "shchukin", "chtchoukine", "scukin", "varga", "vagra", "xu", "quillfeather", "a" * 39, "b" * 40,
)  # fmt: skip


def likenesses(one, others, table, least):
    rows = np.stack([packed(token(word)) for word in others])
    found = np.full(len(others), -1, dtype=np.float32)
    put_likenesses(
        new_chains(), packed(token(one)), rows[:, TEXT : TEXT + 1 + TEXT_MAX], (costs(), table), least, found
    )
    return found.tolist()


def alone(one, other, table):
    return float(np.float32(chain_likeness(packed(token(one)), packed(token(other)), costs(), table, 0)))


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("one", WORDS)
def test_the_same_to_the_last_bit(one, table):
    others = sorted(WORDS)
    # So little that nothing is left out.
    assert likenesses(one, others, table, 1e-30) == [alone(one, other, table) for other in others]


NAMES = st.text("aeklmnorsx", min_size=1, max_size=12)


@given(NAMES, st.lists(NAMES, min_size=1, max_size=12), st.sampled_from([0.4, 0.55, EVEN, 0.9]))
def test_whoever_is_alike_enough_is_found(one, others, least):
    for found, other in zip(likenesses(one, others, TABLES["latin"], least), others, strict=True):
        expected = alone(one, other, TABLES["latin"])
        assert found == expected or (found == 0.0 and expected < min(least, EVEN))


def test_no_table_rewards_a_letter_put_in():
    """What is left out early rests on it: more letters of the other never raise a sum."""
    tables = costs()[BEGINNINGS:].reshape(-1, TABLE)
    assert (tables[:, SINGLE + 1 : SINGLE + LETTERS] < 0).all()
