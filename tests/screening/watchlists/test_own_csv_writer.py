"""Writing and reading our own list CSV gives the same entries."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.watchlists.own_csv_writer import write_list
from gatehouse.screening.watchlists.reader import read_stream
from gatehouse.terms.entry import ListedName, ListEntry


def written(*entries: ListEntry) -> bytes:
    stream = io.StringIO(newline="")
    assert write_list(entries, stream) == len(entries)
    return stream.getvalue().encode()


def test_reading_undoes_writing(entries: st.SearchStrategy[ListEntry]) -> None:
    @given(entries)
    def round_trip(entry: ListEntry) -> None:
        assert read_stream(io.BytesIO(written(entry)), "list").entries == (entry,)

    round_trip()


def test_a_list_of_nobody_is_a_header() -> None:
    assert written().startswith(b"list,entry_id,name,")
    assert written().count(b"\n") == 1


def test_a_name_keeps_its_parts_only_when_they_make_it_up() -> None:
    entry = ListEntry("TEST", "1", (ListedName("Doe Jane", surname="Doe", given_names="Jane"),))
    assert b"1,Doe Jane," in written(entry)
