"""The national list: the same every time, any block alone, and with the shares that it says it has."""

from __future__ import annotations

import io
from collections import Counter
from itertools import islice

import pytest

from gatehouse.screening.watchlists.own_csv_writer import write_list
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.simulation.national_list import BLOCK, block, entries, entry_id, otherwise
from gatehouse.terms.dates import is_partial_date
from gatehouse.terms.entry import ListEntry


@pytest.fixture(scope="module")
def listed() -> list[ListEntry]:
    """Twenty thousand entries: two blocks."""
    return list(entries(2 * BLOCK, seed=1))


def test_the_same_seed_gives_the_same_list(listed: list[ListEntry]) -> None:
    assert list(islice(entries(2 * BLOCK, seed=1), 300)) == listed[:300]
    assert next(entries(1, seed=2)) != listed[0]


def test_a_block_alone_is_that_part_of_the_list(listed: list[ListEntry]) -> None:
    assert block(1, seed=1).entries == listed[BLOCK:]


def test_a_longer_list_begins_with_the_shorter_one(listed: list[ListEntry]) -> None:
    assert list(entries(BLOCK + 5, seed=1)) == listed[: BLOCK + 5]


def test_identifiers_are_the_numbers(listed: list[ListEntry]) -> None:
    assert [entry.entry_id for entry in listed] == [entry_id(number) for number in range(len(listed))]


def test_names_are_as_many_and_of_such_scripts_as_said(listed: list[ListEntry]) -> None:
    counts = Counter(len(entry.names) for entry in listed)
    names = [name for entry in listed for name in entry.names]
    assert set(counts) == set(range(1, 9))
    assert 2.4 < len(names) / len(listed) < 2.6
    assert 0.03 < sum(name.script != "Latn" for name in names) / len(names) < 0.07
    assert {name.script for name in names} == {"Latn", "Cyrl", "Arab", "Hani"}
    assert all(entry.names[0].script == "Latn" for entry in listed)
    assert all(len({name.full for name in entry.names}) == len(entry.names) for entry in listed)


def test_few_tokens_are_frequent_and_most_are_rare(listed: list[ListEntry]) -> None:
    tokens = Counter(word for entry in listed for word in entry.names[0].full.split())
    ranked = [count for _, count in tokens.most_common()]
    assert sum(ranked[:100]) / sum(ranked) > 0.1
    assert sum(count == 1 for count in ranked) / len(ranked) > 0.5


def test_births_documents_and_the_rest_have_their_shares(listed: list[ListEntry]) -> None:
    dates = [entry.birth_dates for entry in listed]
    full = sum(len(spans) == 1 and len(spans[0].earliest) == 10 for spans in dates) / len(dates)
    year = sum(len(spans) == 1 and len(spans[0].earliest) == 4 and not spans[0].circa for spans in dates) / len(dates)
    none = sum(not spans for spans in dates) / len(dates)
    odd = sum(len(spans) > 1 or any(span.circa for span in spans) for spans in dates) / len(dates)
    assert (full, year, none, odd) == pytest.approx((0.60, 0.15, 0.20, 0.05), abs=0.02)
    assert all(is_partial_date(span.earliest) and is_partial_date(span.latest) for spans in dates for span in spans)
    assert sum(bool(entry.documents) for entry in listed) / len(listed) == pytest.approx(0.15, abs=0.02)


def test_the_list_csv_reads_back(listed: list[ListEntry], tmp_path) -> None:
    path = tmp_path / "list.csv"
    stream = io.StringIO(newline="")
    assert write_list(listed[:500], stream) == 500
    path.write_text(stream.getvalue(), encoding="utf-8")
    assert list(read_list(path).entries) == listed[:500]


@pytest.mark.parametrize("pick", [0.0, 0.3, 0.7, 0.999999])
def test_another_spelling_has_as_many_names_and_differs(pick: float) -> None:
    turned = otherwise(["Rashid", "Moulemann"], pick)
    assert turned != "Rashid Moulemann"
    assert len(turned.split()) == 2


def test_a_known_name_is_respelled_as_people_do() -> None:
    assert otherwise(["Mohammed"], 0.0) == "Mohamed"
