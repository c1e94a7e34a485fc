"""Names read to numbers of tokens: each token once, the same readings as one name alone has."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.name import read_names
from gatehouse.names.packed import packed
from gatehouse.screening.matching.alignment import facts_of
from gatehouse.screening.matching.index import reading
from gatehouse.screening.matching.index.reading import Reader, by_readers, read_all

NAMES = {
    "plain": "Ilse Varga",
    "particles": "Juan van der Velde",
    "compound-apart": "Abd al-Rahman Aziz",
    "compound-together": "Abdulrahman Aziz",
    "titles": "Mr. Haji Varga",
    "marks": "Ílse Várga",
    "cyrillic": "Дмитрий Скворцов",
    "two-scripts": "Wang Xiaoming 王小明",
    "disguised": "Ilsе Varga",
    "nothing": "😀",
    "many-words": "Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk Ll Mm Nn",
    "empty": "",
}
PIECES = st.sampled_from(
    ["Ilse", "van", "al", "Abd", "al-Rahman", "Várga", "Mr", "O'Neil", "d'Arc", "王", "Иван", "x", "-"]
)


def wanted(names):
    """What each name is read to alone: of which entry and name, and the rows of its tokens."""
    return [
        (entry, place, [packed(token).tobytes() for token in read.tokens])
        for entry, own in enumerate(names)
        for place, full in enumerate(own)
        for read in read_names(full)
        if read.tokens
    ]


def told(read, rows):
    """The same of a `Read`, whose numbers count the rows that its reader has sent so far."""
    found, at = [], 0
    for length, entry, place in zip(read.lengths, read.of_entry, read.of_name, strict=True):
        found.append((int(entry), int(place), [rows[number] for number in read.tokens[at : at + length]]))
        at += length
    return found


def rows_of(read):
    return [row.tobytes() for row in read.new]


@pytest.mark.parametrize("name", [pytest.param(name, id=kind) for kind, name in NAMES.items()])
def test_a_name_is_read_as_it_is_alone(name):
    read = Reader().read([(name,)])
    assert told(read, rows_of(read)) == wanted([(name,)])


@given(st.lists(st.lists(st.lists(PIECES, max_size=5).map(" ".join), max_size=3).map(tuple), max_size=6))
def test_names_among_others_are_read_as_alone(names):
    """What was met before must not change how a word is read: `van` is a particle here and a name there."""
    reader, rows = Reader(), []
    for batch in (names[:3], names[3:], names):
        read = reader.read(batch)
        rows.extend(rows_of(read))
        assert told(read, rows) == wanted(batch)


def test_a_token_is_sent_once():
    reader = Reader()
    assert len(reader.read([("Ilse Varga", "Varga van Ilse")]).new) == 2
    assert len(reader.read([("Ilse Varga", "Juan van Ilse Varga")]).new) == 1


def test_what_no_name_is_read_to_is_not_sent():
    """Of Abd al-Aziz the two halves are one token; Aziz alone is none."""
    assert len(Reader().read([("Abd al-Aziz Varga",)]).new) == 2


def test_facts_are_those_of_the_tokens():
    read = Reader().read([("Mohammed J. Varga",)])
    alone = [facts_of(token) for token in read_names("Mohammed J. Varga")[0].tokens]
    assert np.array_equal(read.new_facts, np.array(alone, dtype=np.float32))


def test_a_reader_that_forgets_goes_on_numbering(monkeypatch):
    monkeypatch.setattr(reading, "WORDS_REMEMBERED_MAX", 1)
    reader = Reader()
    rows = rows_of(reader.read([("Ilse Varga",)]))
    again = reader.read([("Varga Ilse",)])
    assert again.tokens.tolist() == [2, 3]
    assert [rows[1], rows[0]] == rows_of(again)


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("count", [0, 1, 2, 20])
def test_batches_come_back_in_order(processes, count):
    reads = list(read_all(([("Ilse Varga",)] * number for number in range(count)), processes))
    assert [len(read.lengths) for read in reads] == list(range(count))


def _failing(_reader, batch):
    raise ValueError(f"batch {batch}")


@pytest.mark.parametrize("processes", [1, 2])
def test_a_fault_of_a_reader_is_raised(processes):
    with pytest.raises(ValueError, match="batch 0"):
        list(by_readers(range(5), processes, _failing))
