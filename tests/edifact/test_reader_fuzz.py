"""No input crashes or hangs the reader: it yields messages or raises an `EdifactError`."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.edifact import EdifactError, Message, limits, read

UNB = "UNB+UNOA:4+ZZAIR:ZZ+ZZGOV:ZZ+260301:1200+REF1++APIS'"
VALID = (
    f"UNA:+.? '{UNB}UNG+PAXLST+A+B+260301:1200+1+UN+D:05B'"
    "UNH+M1+PAXLST:D:05B:UN:IATA'BGM+745'NAD+FL+++O?'ROE:JANE??'ATT+2++F'DOC+P+X1'UNT+6+M1'UNE+1+1'UNZ+1+REF1'"
).encode()
SPLICES = [
    b"'",
    b"?",
    b"+",
    b":",
    b"UNH+",
    b"UNT+",
    b"UNZ+",
    b"UNB+UNOA:4+",
    b"UNA",
    b"\r\n",
    b"\x92",
    b"\xe2\x80\x99",
    b"*",
]
FUZZ = settings(max_examples=150, deadline=None)


def survived(raw: bytes) -> list[Message]:
    """What is read before the end or the refusal; every value that a caller may ask for is asked for."""
    messages = []
    try:
        for message in read(io.BytesIO(raw)):
            messages.append(message)
            asked = (message.type, message.reference, message.version, message.sequence, message.interchange.prepared)
            assert all(value is not False for value in asked)
            for segment in message.segments:
                segment.elements()
                segment.repetitions(0)
    except EdifactError:
        return messages
    return messages


@given(st.binary(max_size=400))
@FUZZ
def test_random_bytes(raw):
    assert isinstance(survived(raw), list)


@given(st.binary(max_size=300))
@FUZZ
def test_random_bytes_behind_a_header(raw):
    assert isinstance(survived(UNB.encode() + raw), list)


mutations = st.lists(
    st.tuples(st.integers(0, len(VALID)), st.integers(0, 12), st.sampled_from(SPLICES) | st.binary(max_size=6)),
    min_size=1,
    max_size=6,
)


def mutated(raw: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    for begin, length, splice in edits:
        raw = raw[:begin] + splice + raw[begin + length :]
    return raw


@given(mutations)
@FUZZ
def test_mutated_messages(edits):
    assert isinstance(survived(mutated(VALID, edits)), list)


@given(mutations, st.integers(1, 90))
@settings(max_examples=80, deadline=None)
def test_mutated_messages_read_alike_in_any_chunks(edits, size):
    raw = mutated(VALID, edits)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "HEADER_WINDOW", 200)
        whole = survived(raw)
        patch.setattr(limits, "CHUNK", size)
        cut = survived(raw)
    assert [(m.segments, m.end, m.findings) for m in cut] == [(m.segments, m.end, m.findings) for m in whole]


@given(st.lists(st.integers(0, 12), min_size=1, max_size=3), mutations)
@settings(max_examples=60, deadline=None)
def test_people_before_a_fault_are_never_lost(positions, edits):
    """Edits behind a message leave that message as it was."""
    behind = mutated(VALID, edits)[len(positions) :]
    first = VALID[: VALID.index(b"UNE")]
    messages = survived(first + b"UNZ+1+REF1'\r\n" + behind)
    assert [s.text for s in messages[0].segments][:3] == [
        "UNH+M1+PAXLST:D:05B:UN:IATA",
        "BGM+745",
        "NAD+FL+++O?'ROE:JANE??",
    ]
