"""A batch of entries as JSON text, read to names, births and keys."""

import numpy as np
import pytest

from gatehouse.screening.matching.index.batches import NAMES_MAX, read_entries, together
from gatehouse.screening.matching.index.births import BY_DAY, BY_YEAR, NOT_STATED, births_of
from gatehouse.screening.matching.index.entries import contact_keys, document_keys, text_hash
from gatehouse.screening.matching.index.reading import Reader
from gatehouse.screening.watchlists.entry_json import to_bytes
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry, NameQuality


def read(*entries):
    return read_entries(Reader(), together(list(map(to_bytes, entries))))


def entry(number="1", *names, **said):
    return ListEntry("TEST", number, tuple(ListedName(name) for name in names or ("Ilse Varga",)), **said)


def test_no_entries():
    found = read()
    assert found.births.shape == (0, 5)
    assert len(found.name_counts) == len(found.keys.names) == len(found.read.lengths) == 0


def test_names_are_counted_by_entry():
    found = read(entry("1", "Ilse Varga", "Tomas Drozd"), ListEntry("TEST", "2", ()), entry("3", "😀"))
    assert found.name_counts.tolist() == [2, 0, 1]
    assert list(zip(found.read.of_entry.tolist(), found.read.of_name.tolist(), strict=True)) == [(0, 0), (0, 1)]


def test_names_beyond_the_most_are_left_out():
    found = read(entry("1", *(f"Varga{n}" for n in range(NAMES_MAX + 2))))
    assert found.name_counts.tolist() == [NAMES_MAX]
    assert len(found.weak) == NAMES_MAX


def test_weak_names_are_marked():
    names = (ListedName("Ilse"), ListedName("The Baker", NameQuality.WEAK), ListedName("Varga", NameQuality.STRONG))
    assert read(ListEntry("TEST", "1", names)).weak.tolist() == [0, 1, 0]


SPANS = {
    "none": (),
    "a-day": (DateSpan.exact("1979-03-14"),),
    "a-year-and-a-day": (DateSpan.exact("1979"), DateSpan.exact("1981-01-02")),
    "about": (DateSpan.exact("1979", True),),
    "many": tuple(DateSpan.exact(str(year)) for year in range(1950, 1960)),
}


@pytest.mark.parametrize("spans", [pytest.param(spans, id=name) for name, spans in SPANS.items()])
def test_births_are_those_of_the_dates(spans):
    found = read(entry(birth_dates=spans))
    assert found.births.tolist() == [list(birth) for birth in births_of(spans)]
    assert found.birth_counts.tolist() == [len(found.births)]


def test_births_follow_the_entries():
    found = read(entry("1"), entry("2", birth_dates=SPANS["a-year-and-a-day"]))
    assert found.birth_counts.tolist() == [1, 2]
    assert found.births[:, 0].tolist() == [NOT_STATED.block, BY_YEAR, BY_DAY]


def test_keys_tell_the_entry_within_the_batch():
    documents, contacts = (ListedDocument("P0012345"),), ("+49 30 1234567",)
    found = read(entry("1"), entry("2", documents=documents, contacts=contacts), entry("3", expires_on="2027-01"))
    assert found.keys.keys.tolist() == [*document_keys("P0012345"), *contact_keys(contacts[0])]
    assert set(found.keys.key_entries.tolist()) == {1}
    assert found.keys.names.tolist() == [text_hash("TEST", number) for number in "123"]
    assert found.keys.expires.tolist() == [0, 0, 20270199]


def test_what_comes_back_is_arrays_that_another_process_can_send():
    found = read(entry("1"), entry("2"))
    assert all(isinstance(array, np.ndarray) for array in (found.births, found.weak, *found.keys))
