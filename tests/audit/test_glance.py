"""What is known at a glance is an entry, with the same time; everything else is left to the decoder."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gatehouse.audit.entry import Decision, Entry, decoded
from gatehouse.audit.glance import time_of

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
USUAL = [
    Entry("account:12", "analyst", "hit.opened", "hit:3", "border-screening", Decision.ALLOWED, "annex-9/9.34", NOON),
    Entry(
        "machine:intake",
        "machine",
        "transmission.received",
        "transmission:9",
        "x",
        Decision.DUE,
        "r",
        NOON,
        {"bytes": 7},
    ),
    Entry("operator:0", "analyst", "hits.listed", "store:hits", "x", Decision.REFUSED, "r", NOON, {"shown": 0}),
]


@pytest.mark.parametrize("entry", USUAL, ids=lambda one: one.act)
def test_usual_entries_are_known_with_their_time(entry: Entry) -> None:
    assert time_of(entry.encoded()) == NOON


@given(
    st.sampled_from([entry.encoded() for entry in USUAL]),
    st.integers(0, 400),
    st.integers(0, 8),
    st.one_of(
        st.binary(max_size=8), st.sampled_from([b"0", b"24", b"-", b'"', b":", b"hit:", b"00", b" ", b"\\u0041"])
    ),
)
@example(USUAL[0].encoded(), 0, 0, b"")
def test_whatever_is_known_is_an_entry_of_that_time(leaf: bytes, at: int, cut: int, put: bytes) -> None:
    changed = leaf[:at] + put + leaf[at + cut :]
    known = time_of(changed)
    if known is not None:
        assert decoded(changed).at == known
