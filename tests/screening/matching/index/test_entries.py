"""Entries as text, found by number, by name and by document."""

import io

import orjson
import pytest

from gatehouse.screening.matching.index.entries import (
    EntryReader,
    EntryWriter,
    contact_keys,
    day_number,
    document_keys,
    keys_of,
    text_hash,
)
from gatehouse.screening.watchlists.entry_json import to_bytes
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry


@pytest.fixture
def written():
    """The entries written and read back."""

    def make(entries):
        stream = io.BytesIO()
        writer = EntryWriter(stream)
        for batch in (entries[:2], entries[2:]):
            texts = list(map(to_bytes, batch))
            writer.write(texts)
            writer.file(keys_of(list(map(orjson.loads, texts))))
        return EntryReader(writer.finished(stream.getvalue()))

    return make


def test_what_is_written_is_read_back(people, written):
    reader = written(people)
    assert len(reader) == len(people)
    assert list(reader) == [reader[number] for number in range(len(people))] == people


@pytest.mark.parametrize("number", [-1, 6, 10**9])
def test_no_entry_beyond_the_list(people, written, number):
    with pytest.raises(IndexError):
        written(people)[number]


def test_entries_are_found_by_list_and_identifier(people, written):
    reader = written(people)
    assert reader.named("TEST", "T-3") == [2]
    assert reader.named("TEST", "T-99") == reader.named("OTHER", "T-3") == []


def test_the_same_identifier_twice_is_found_twice(people, written):
    assert written([people[0], people[1], people[0]]).named("TEST", "T-1") == [0, 2]


FOUND_BY = [
    ("as-printed", "P-0012345"),
    ("without-separators", "p0012345"),
    ("letter-o-for-zero", "POO12345"),
    ("with-its-check-digit", "P00123454"),
]


@pytest.mark.parametrize("number", [pytest.param(row[1], id=row[0]) for row in FOUND_BY])
def test_entries_are_found_by_document(people, written, number):
    reader = written(people)
    assert 3 in [entry for found in reader.with_keys(document_keys(number)) for entry in found]


@pytest.mark.parametrize("number", ["", "P1", "ABCDEFG", "😀" * 9])
def test_what_identifies_nobody_has_no_key(number):
    assert document_keys(number) == ()


def test_contacts_have_keys_by_their_whole_and_their_end():
    assert len(contact_keys("+49 30 1234567")) == 2
    assert set(contact_keys("030 1234567")) <= set(contact_keys("+49 30 1234567"))
    assert contact_keys("Harbour Street 5") == contact_keys("") == ()


def test_a_document_and_a_telephone_of_the_same_digits_are_two():
    assert not set(document_keys("12345678")) & set(contact_keys("12345678"))


@pytest.mark.parametrize(
    ("date", "number"),
    [("2026-11-21", 20261121), ("2026-11", 20261199), ("2026", 20269999), ("9999-12-31", 99991231)],
)
def test_a_day_as_a_number(date, number):
    """What is not stated is after all that could be: nobody expires before their time."""
    assert day_number(date) == number


def test_an_entry_without_expiry_never_expires(written):
    expiring = ListEntry("TEST", "2", (ListedName("Ilse"),), expires_on="2026-01")
    assert written([ListEntry("TEST", "1", (ListedName("Ilse"),)), expiring]).expires.tolist() == [0, 20260199]


def test_hashes_are_the_same_on_every_machine():
    assert text_hash("TEST", "1") == 7_088_665_571_307_792_003
    assert text_hash("a", "b") != text_hash("ab")


def test_many_documents_of_one_entry_are_all_found(written):
    documents = tuple(ListedDocument(f"X{number:07}", None, None) for number in range(500))
    reader = written([ListEntry("TEST", "1", (ListedName("Ilse"),), documents=documents)])
    for document in (documents[0], documents[-1]):
        assert [0] in reader.with_keys(document_keys(document.number))
