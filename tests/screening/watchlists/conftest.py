"""A list file from text, read as its format says. All persons in these tests are fictitious."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import strategies as st

from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.screening.watchlists.listed_names import listed_name, tidy
from gatehouse.screening.watchlists.reader import read_stream
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import Handling, ListedDocument, ListedName, ListEntry, NameQuality

Read = Callable[[str | bytes], ListReading]


@pytest.fixture
def read() -> Read:
    """Read a list from its text or bytes."""

    def read_text(content: str | bytes) -> ListReading:
        data = content.encode() if isinstance(content, str) else content
        return read_stream(io.BytesIO(data), "list")

    return read_text


def _texts() -> st.SearchStrategy[str]:
    return st.text(alphabet="abZ é;|,:\\'\"\n(김عЖ-", min_size=1, max_size=15).map(tidy).filter(bool)


@st.composite
def _names(draw: st.DrawFn, quality: NameQuality | None = None) -> ListedName:
    quality = quality or draw(st.sampled_from(NameQuality))
    if draw(st.booleans()):
        return listed_name(draw(_texts()), quality)
    surname, given = draw(_texts()), draw(_texts())
    return listed_name(f"{given} {surname}", quality, surname, given)


@st.composite
def _spans(draw: st.DrawFn) -> DateSpan:
    days = sorted(draw(st.dates()).isoformat() for _ in range(2))
    length = draw(st.sampled_from([4, 7, 10]))
    if draw(st.booleans()):
        return DateSpan.exact(days[0][:length], draw(st.booleans()))
    return DateSpan(days[0][:length], days[1][:length], draw(st.booleans()))


@st.composite
def _entries(draw: st.DrawFn) -> ListEntry:
    codes = st.lists(st.sampled_from(["FRA", "UTO", "XXA", "RKS"]), unique=True, max_size=2).map(tuple)
    maybe = st.none() | _texts()
    document = st.builds(ListedDocument, _texts(), maybe, st.sampled_from([None, "FRA"]), maybe)
    date = st.sampled_from([None, "1976", "1976-05", "1976-05-17"])
    aliases = draw(st.lists(_names(), max_size=4, unique_by=lambda name: name.full))
    first = draw(_names())
    return ListEntry(
        list="TEST",
        entry_id=draw(_texts()),
        names=(first, *(name for name in aliases if name.full != first.full)),
        birth_dates=tuple(draw(st.lists(_spans(), max_size=3, unique=True))),
        birth_places=tuple(draw(st.lists(_texts(), max_size=2, unique=True))),
        birth_countries=draw(codes),
        sex=draw(st.sampled_from([None, "F", "M", "X"])),
        nationalities=draw(codes),
        documents=tuple(draw(st.lists(document, max_size=2, unique=True))),
        contacts=tuple(draw(st.lists(_texts(), max_size=2, unique=True))),
        programme=draw(maybe),
        legal_basis=draw(maybe),
        handling=draw(st.sampled_from(Handling)),
        instruction=draw(maybe),
        listed_on=draw(date),
        updated_on=draw(date),
        expires_on=draw(date),
        source_reference=draw(maybe),
        remarks=draw(maybe),
    )


@pytest.fixture(scope="session")
def entries() -> st.SearchStrategy[ListEntry]:
    """Entries of every shape that a list can state, texts tidied as readers leave them."""
    return _entries()
