"""An entry holds references, codes and counts, and has one encoding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.audit.acts import acts
from gatehouse.audit.entry import COUNT_MAX, ENTRY_BYTES_MAX, Decision, Entry, decoded
from gatehouse.audit.errors import EntryError
from gatehouse.audit.references import kinds

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
PERSONAL = "Ahmed Khan, 1976"

REFUSED = {
    "unknown act": {"act": "traveller.guessed"},
    "actor of another kind": {"actor": "hit:3"},
    "actor that may not do it": {"act": "hit.decided", "subject": "hit:3", "actor": "machine:hits"},
    "subject of another kind": {"subject": "list:UN-SC"},
    "subject that is a name": {"subject": f"traveller:{PERSONAL}"},
    "role that is text": {"role": PERSONAL},
    "purpose that is text": {"purpose": PERSONAL},
    "reason that is text": {"reason": PERSONAL},
    "reason with a line break": {"reason": "annex-9\n"},
    "decision that is none": {"decision": "allowed"},
    "time without a zone": {"at": NOON.replace(tzinfo=None)},
    "time of another zone": {"at": NOON.astimezone(dt.timezone(dt.timedelta(hours=3)))},
    "detail of another act": {"details": {"hits": 1}},
    "detail that is text": {"act": "hits.listed", "subject": "store:hits", "details": {"shown": PERSONAL}},
    "count below nothing": {"act": "hits.listed", "subject": "store:hits", "details": {"shown": -1}},
    "count beyond JSON": {"act": "hits.listed", "subject": "store:hits", "details": {"shown": COUNT_MAX + 1}},
    "count that is true": {"act": "hits.listed", "subject": "store:hits", "details": {"shown": True}},
    "count that is a fraction": {"act": "hits.listed", "subject": "store:hits", "details": {"shown": 1.0}},
}


@pytest.mark.parametrize("fault", REFUSED)
def test_what_has_no_closed_shape_is_refused_and_not_repeated(fault: str, entry: Callable[..., Entry]) -> None:
    with pytest.raises(EntryError) as refusal:
        entry(**REFUSED[fault])
    assert "Khan" not in str(refusal.value)


def test_the_encoding_of_version_1_stays_as_it_is(entry: Callable[..., Entry]) -> None:
    made = entry(act="hit.opened", subject="hit:3", details={"traveller": "traveller:9"})
    assert made.encoded() == (
        b'{"act":"hit.opened","actor":"account:12","at":"2026-03-01T12:00:00.000000Z","decision":"allowed",'
        b'"details":{"traveller":"traveller:9"},"purpose":"border-screening","reason":"annex-9/9.34",'
        b'"role":"analyst","subject":"hit:3","v":1}'
    )


ENTRIES = st.builds(
    Entry,
    actor=st.integers(0, 10**18).map("account:{}".format),
    role=st.from_regex(r"\A[a-z][a-z0-9-]{0,39}\Z"),
    act=st.just("hit.decided"),
    subject=st.integers(0, 10**18).map("hit:{}".format),
    purpose=st.from_regex(r"\A[a-z][a-z0-9-]{0,39}\Z"),
    decision=st.sampled_from(Decision),
    reason=st.from_regex(r"\A[a-z0-9][a-z0-9./-]{0,63}\Z"),
    at=st.datetimes(timezones=st.just(dt.UTC)),
    details=st.dictionaries(
        st.sampled_from(["traveller", "listed", "second"]),
        st.integers(0, COUNT_MAX) | st.integers(0, 99).map("listed:{}".format),
    ),
)


@given(ENTRIES)
def test_an_entry_survives_its_encoding(entry: Entry) -> None:
    assert decoded(entry.encoded()) == entry


@given(ENTRIES, ENTRIES)
def test_entries_are_equal_as_their_bytes_are(one: Entry, other: Entry) -> None:
    assert (one == other) == (one.encoded() == other.encoded())


OTHER_SPELLINGS = {
    "a space": (b'"v":1', b'"v": 1'),
    "another order": (
        b'{"act":"traveller.opened","actor":"account:12"',
        b'{"actor":"account:12","act":"traveller.opened"',
    ),
    "a member twice": (b'"v":1', b'"v":1,"v":1'),
    "another version": (b'"v":1', b'"v":2'),
    "a version that is true": (b'"v":1', b'"v":true'),
    "a member more": (b'"v":1', b'"v":1,"x":1'),
    "a member less": (b',"v":1', b""),
    "an escaped letter": (b"analyst", b"\\u0061nalyst"),
    "a time of another form": (b"12:00:00.000000Z", b"12:00:00Z"),
    "a time in another zone": (b"12:00:00.000000Z", b"12:00:00.000000+03:00"),
    "no time": (b"2026-03-01T12:00:00.000000Z", b"noon"),
    "an unknown decision": (b"allowed", b"perhaps"),
    "details that are none": (b'"details":{}', b'"details":[]'),
    "a subject that is a number": (b'"traveller:1"', b"1"),
    "text": (b"border-screening", b"because he looked so"),
    "no JSON": (b"{", b""),
    "bytes of no charset": (b"analyst", b"\xff"),
    "too long": (b"analyst", b"a" * ENTRY_BYTES_MAX),
    "nested too deep": (b'"details":{}', b'"details":' + b"[" * 900 + b"]" * 900),
}


@pytest.mark.parametrize("fault", OTHER_SPELLINGS)
def test_another_spelling_is_no_entry(fault: str, entry: Callable[..., Entry]) -> None:
    leaf = entry().encoded()
    altered = leaf.replace(*OTHER_SPELLINGS[fault], 1)
    assert altered != leaf
    with pytest.raises(EntryError):
        decoded(altered)


@given(st.binary(max_size=60))
def test_any_bytes_are_an_entry_or_refused(data: bytes) -> None:
    with pytest.raises(EntryError):
        decoded(data)


def test_an_entry_does_not_change_with_what_it_was_made_from(entry: Callable[..., Entry]) -> None:
    details: dict[str, int | str] = {"shown": 1}
    made = entry(act="hits.listed", subject="store:hits", details=details)
    details["shown"] = PERSONAL
    assert made.details == {"shown": 1}
    with pytest.raises(FrozenInstanceError):
        made.subject = "traveller:2"  # type: ignore[misc]


def test_the_longest_entry_can_be_read_again(entry: Callable[..., Entry]) -> None:
    act = max(acts().values(), key=lambda act: len(act.details))
    longest = "list:" + "A" * 32 + "/" + "9" * 10
    made = entry(
        act=act.code,
        actor=f"{min(act.actors)}:{'9' * 10 if 'machine' not in act.actors else 'a' * 31}",
        subject={"transmission": "transmission:" + "9" * 19}.get(min(act.subjects), _longest_of(min(act.subjects))),
        role="a" * 40,
        purpose="a" * 40,
        reason="a" * 64,
        details=dict.fromkeys(act.details, longest),
    )
    assert decoded(made.encoded()) == made


def _longest_of(kind: str) -> str:
    tries = ("9" * 19, "a" * 31, "2026-03-01", "A" * 32, "a" * 64)
    return next(f"{kind}:{text}" for text in tries if kinds()[kind].fullmatch(text))
