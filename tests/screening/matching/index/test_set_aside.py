"""Rows set aside by their bound are rows that a comparison would set aside too."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.screening.matching.pair import compare
from gatehouse.screening.matching.screener import CANDIDATES_MAX, Screener
from gatehouse.terms.candidate import Subject
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry

COMMON = ("Ali", "Maria", "Mohammed", "Kim", "Ilse")
RARE = ("Skjoldager", "Quillfeather", "Harbani", "Drozdhan", "Skvortsov", "Varga", "Tahmasebi", "Скворцов", "محمد")
BORN = (None, "1979-03-14", "1979", "1985-06-07")


@st.composite
def lists(draw):
    """Many names of few words, so that every row shares something with the traveller."""
    words = st.lists(st.sampled_from(COMMON + RARE), min_size=1, max_size=4)
    listed = draw(st.lists(st.tuples(words.map(" ".join), st.sampled_from(BORN)), min_size=1, max_size=25))
    told = " ".join(draw(words))
    at = draw(st.integers(0, len(told) - 1))
    if draw(st.booleans()) and told[at] != " " and told.isascii():
        told = told[:at] + draw(st.sampled_from("aeiklmnst")) + told[at + 1 :]
    entries = [
        ListEntry("TEST", str(number), (ListedName(name),), (DateSpan.exact(born),) if born else ())
        for number, (name, born) in enumerate(listed)
    ]
    return entries, Subject((told,), birth_date=draw(st.sampled_from(BORN)))


@given(lists())
@settings(max_examples=200)
def test_nothing_is_set_aside_that_is_above_the_threshold(asked):
    entries, subject = asked
    assert len(entries) < CANDIDATES_MAX
    found = {candidate.entry_id for candidate in Screener(entries).screen(subject)}
    above = {entry.entry_id for entry in entries if compare(subject, entry).above_threshold}
    assert above <= found
