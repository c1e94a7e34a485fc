"""A chain of custody holds, or says what does not."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.assessment.evidence.custody import Deed, Event, event_after, faults

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
HASH, OTHER = "a" * 64, "b" * 64


def chain() -> list[Event]:
    """Received by 1, given to 2, checked by 2, given back."""
    events: list[Event] = []
    steps = [(Deed.RECEIVED, 1, 1), (Deed.HANDED_OVER, 1, 2), (Deed.CHECKED, 2, 2), (Deed.HANDED_OVER, 2, 1)]
    for hour, (deed, by, to) in enumerate(steps):
        at = NOON + dt.timedelta(hours=hour)
        last = events[-1] if events else None
        events.append(event_after(last, deed, f"account:{by}", f"account:{to}", at, sha256=HASH))
    return events


def test_a_whole_chain_has_no_fault() -> None:
    assert faults(chain(), HASH) == []


def test_another_zone_is_the_same_moment() -> None:
    moved = [event._replace(at=event.at.astimezone(dt.timezone(dt.timedelta(hours=8)))) for event in chain()]
    assert faults(moved, HASH) == []


@pytest.mark.parametrize(
    ("change", "number", "text"),
    [
        (lambda _: [], 0, "nothing says how"),
        (lambda events: events[1:], 2, "missing"),
        (lambda events: [events[0], *events[2:]], 3, "missing"),
        (lambda events: [events[0], events[2], events[1], events[3]], 3, "out of order"),
        (lambda events: [*events[:2], events[2]._replace(by="account:9"), events[3]], 3, "was changed"),
        (lambda events: [*events[:2], events[2]._replace(at=NOON), events[3]], 3, "earlier"),
        (lambda events: [*events, events[-1]], 4, "out of order"),
    ],
)
def test_what_was_cut_moved_or_rewritten_is_said(change: object, number: int, text: str) -> None:
    assert any(fault.number == number and text in str(fault.text) for fault in faults(change(chain()), HASH))


def test_a_rewritten_event_with_a_new_hash_breaks_the_next_one() -> None:
    events = chain()
    events[1] = event_after(events[0], Deed.HANDED_OVER, "account:1", "account:9", events[1].at, sha256=HASH)
    told = faults(events, HASH)
    assert {fault.number for fault in told} == {3}
    assert any("somebody else" in str(fault.text) for fault in told)


def test_another_file_under_the_same_chain_is_said() -> None:
    assert {str(fault.text) for fault in faults(chain(), OTHER)} == {"what was held then is not what is kept now"}


@given(st.data())
def test_no_change_of_any_member_goes_unnoticed(data: st.DataObject) -> None:
    events = chain()
    place = data.draw(st.integers(0, 3))
    name = data.draw(st.sampled_from(["number", "deed", "by", "to", "sha256", "previous", "hash"]))
    others = {"number": 7, "deed": Deed.COPIED}
    events[place] = events[place]._replace(**{name: others.get(name, "c" * 64)})
    assert faults(events, HASH)
