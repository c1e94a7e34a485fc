"""Whole streams: what every kind of dirt does, offsets, chunks, memory, errors."""

import gzip
import io
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.edifact import NotEdifactError, TooLargeError, limits, read

UNB = "UNB+UNOA:4+ZZAIR:ZZ+ZZGOV:ZZ+260301:1200+REF1++APIS'"
BODY = "UNH+M1+PAXLST:D:05B:UN:IATA'BGM+745'NAD+FL+++ROE:JANE'ATT+2++F'UNT+5+M1'"
PLAIN = f"{UNB}{BODY}UNZ+1+REF1'"
HASHED = PLAIN.replace("+", "*").replace("'", "#")
TEXTS = ["UNH+M1+PAXLST:D:05B:UN:IATA", "BGM+745", "NAD+FL+++ROE:JANE", "ATT+2++F", "UNT+5+M1"]

CLEAN = {
    "no UNA": PLAIN,
    "UNA": "UNA:+.? '" + PLAIN,
    "UNA of PADIS": "UNA:+.?*'" + PLAIN,
    "UNA with a backslash": "UNA:+.\\*'" + PLAIN,
    "UNA on its own line": "UNA:+.? '\r\n" + PLAIN,
    "segments on lines": PLAIN.replace("'", "'\r\n"),
    "segments indented": PLAIN.replace("'", "'\n   "),
    "Type B wrapper": "\x01QU VIEAPXH\r\n.HDQZZ 010000\r\n\x02" + PLAIN + "\r\n\x03",
    "address glued to UNA": "ZZIA  .HDQADV 033118UNA:+.? '" + PLAIN,
    "mail footer": PLAIN + "\r\n\r\nSecured by a scanner that isn't EDIFACT\r\n",
    "UTF-8 BOM": "\xef\xbb\xbf" + PLAIN,
    "NUL padding": PLAIN + "\x00" * 300,
    "control characters inside": PLAIN.replace("ROE", "R\x1cO\x02E"),
}

DIRTY = {
    "UNA too short": ("UNA:+\\*'" + PLAIN, {"una-length"}),
    "UNA whose blank was lost": ("UNA:+.?'" + PLAIN, {"una-length"}),
    "UNA whose terminator was lost": ("UNA:+.? " + PLAIN, {"una-length"}),
    "UNA announces other separators": ("UNA:*.? #" + PLAIN, {"una-mismatch"}),
    "curly quotes of cp1252": (PLAIN.replace("'", "\x92"), {"curly-quotes"}),
    "curly quotes of UTF-8": (PLAIN.replace("'", "\xe2\x80\x99"), {"curly-quotes"}),
    "no UNB": (BODY + "UNZ+1+REF1'", {"interchange-header-missing"}),
    "no UNZ": (UNB + BODY, {"interchange-trailer-missing"}),
    "UNZ counts wrong": (PLAIN.replace("UNZ+1", "UNZ+4"), {"interchange-count"}),
    "UNZ names another reference": (PLAIN.replace("UNZ+1+REF1", "UNZ+1+REF2"), {"interchange-reference"}),
    "UNT counts wrong": (PLAIN.replace("UNT+5", "UNT+50"), {"segment-count"}),
    "UNT names another reference": (PLAIN.replace("UNT+5+M1", "UNT+5+M2"), {"message-reference"}),
}


def texts(raw: bytes) -> list[list[str]]:
    return [[segment.text for segment in message.segments] for message in read(io.BytesIO(raw))]


@pytest.mark.parametrize("fault", CLEAN)
def test_transport_noise_leaves_no_trace(fault, one):
    message = one(CLEAN[fault].encode("latin-1"))
    assert [segment.text for segment in message.segments] == TEXTS
    assert message.findings == ()


@pytest.mark.parametrize("fault", DIRTY)
def test_faults_are_survived_and_said(fault, one, codes):
    text, expected = DIRTY[fault]
    message = one(text.encode("latin-1"))
    assert codes(message) == expected
    wrong_trailer = fault.startswith("UNT")
    assert [s.text for s in message.segments][:-1] == TEXTS[:-1]
    assert message.segments[-1].text == TEXTS[-1] or wrong_trailer


@pytest.mark.parametrize(("element", "component", "terminator"), ["*:#", "-:'", "\x1d\x1f\x1c", "|;~", "+:\n"])
def test_unusual_separators_with_and_without_una(element, component, terminator, one):
    table = str.maketrans({"+": element, ":": component, "'": terminator})
    text = PLAIN.translate(table)
    una = f"UNA{component}{element}.? {terminator}"
    for raw in (text, una + text):
        message = one(raw.encode())
        assert [s.text for s in message.segments] == [t.translate(table) for t in TEXTS]
        assert message.segments[2].elements() == [["FL"], [""], [""], ["ROE", "JANE"]]


@pytest.mark.parametrize("width", [63, 64, 69])
def test_type_b_wraps_fall_out_of_values(width, one):
    wrapped = "\r\n".join(PLAIN[i : i + width] for i in range(0, len(PLAIN), width))
    assert [s.text for s in one(wrapped.encode()).segments] == TEXTS


def test_wrap_between_release_and_what_it_releases(one):
    message = one(PLAIN.replace("ROE", "O?\r\n'ROE").encode())
    assert message.segments[2].elements()[3] == ["O'ROE", "JANE"]
    assert message.findings == ()


def test_interchanges_of_different_delimiters_in_one_file(read_bytes):
    raw = ("UNA:+.? '" + PLAIN + "\r\nmail text, it's noise\r\nUNA:*.? #" + HASHED + PLAIN).encode()
    messages = read_bytes(raw)
    assert [m.delimiters.terminator for m in messages] == ["'", "#", "'"]
    assert [m.index for m in messages] == [0, 1, 2]
    assert all(m.segments[2].elements()[3] == ["ROE", "JANE"] for m in messages)


def test_interchange_follows_one_that_was_not_closed(read_bytes, codes):
    first, second = read_bytes((UNB + BODY + "\r\n" + "UNA:*.? #" + HASHED).encode())
    assert codes(first) == {"interchange-trailer-missing"}
    assert [s.text for s in first.segments] == TEXTS
    assert second.delimiters.element == "*"


def test_interchange_header_inside_a_value_opens_nothing(one):
    raw = HASHED.replace("ROE", "ROE UNB+UNOA:4+X").encode()
    assert one(raw).segments[2].text == "NAD*FL***ROE UNB+UNOA:4+X:JANE"


def test_unterminated_last_segment_is_read(one, codes):
    message = one((UNB + BODY[:-1]).encode())
    assert message.segments[-1].text == "UNT+5+M1"
    assert codes(message) == {"interchange-trailer-missing"}


def test_file_cut_in_a_name_keeps_the_name(one, codes):
    message = one((UNB + BODY)[: (UNB + BODY).index("JANE") + 2].encode())
    assert message.segments[-1].text == "NAD+FL+++ROE:JA"
    assert "message-trailer-missing" in codes(message)


OTHER_FORMATS = {
    "gzip": gzip.compress(PLAIN.encode()),
    "zip": b"PK\x03\x04" + PLAIN.encode(),
    "PDF": b"%PDF-1.7\n" + PLAIN.encode(),
    "UTF-16": PLAIN.encode("utf-16"),
    "XML": b"<?xml version='1.0'?><a/>",
    "empty": b"",
    "binary": bytes(range(256)) * 8,
    "text": b"a letter, nothing else",
}


@pytest.mark.parametrize("name", OTHER_FORMATS)
def test_other_formats_are_named(name):
    with pytest.raises(NotEdifactError, match=name) as caught:
        list(read(io.BytesIO(OTHER_FORMATS[name])))
    assert caught.value.offset == 0
    assert caught.value.remedy


class Endless(io.RawIOBase):
    """A stream of the same bytes for ever, after a beginning. Counts what was taken from it."""

    def __init__(self, beginning: bytes, repeated: bytes) -> None:
        self.rest, self.repeated, self.taken = beginning, repeated, 0

    def read(self, size: int = -1) -> bytes:
        chunk = (self.rest + self.repeated * (size // len(self.repeated) + 1))[:size]
        self.rest, self.taken = b"", self.taken + size
        return chunk


@pytest.mark.parametrize(
    ("beginning", "repeated", "kind"),
    [
        (b"", b"no interchange here ", NotEdifactError),
        (PLAIN.encode(), b"\x00", NotEdifactError),
        ((UNB + "UNH+M1+PAXLST:D:05B:UN:IATA'FTX+").encode(), b"A", TooLargeError),
        ((UNB + "UNH+M1+PAXLST:D:05B:UN:IATA'FTX+").encode(), b"A'", TooLargeError),
        ((UNB + "UNH+M1+PAXLST:D:05B:UN:IATA'").encode(), b"NAD+FL+++A'", TooLargeError),
    ],
)
def test_endless_streams_are_refused_early(beginning, repeated, kind, monkeypatch):
    monkeypatch.setattr(limits, "MESSAGE_MAX", 1 << 20)
    stream = Endless(beginning, repeated)
    with pytest.raises(kind):
        list(read(stream))
    assert stream.taken <= 4 << 20


def test_messages_before_a_limit_are_yielded(monkeypatch):
    monkeypatch.setattr(limits, "MESSAGE_MAX", 1000)
    long = UNB + "UNH+M2+PAXLST:D:05B:UN:IATA'" + "NAD+FL+++ROE:JANE'" * 100
    messages = read(io.BytesIO((UNB + BODY + long).encode()))
    assert next(messages).reference == "M1"
    with pytest.raises(TooLargeError) as caught:
        next(messages)
    assert caught.value.offset == len(UNB + BODY + UNB)
    assert "split" in caught.value.remedy


def test_memory_does_not_grow_with_the_file():
    def peak(count: int) -> int:
        one = (BODY * 50).encode()

        class Stream(io.RawIOBase):
            parts = iter([UNB.encode(), *[one] * count])

            def read(self, _size: int = -1) -> bytes:
                return next(self.parts, b"")

        tracemalloc.start()
        seen = sum(1 for _ in read(Stream()))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert seen == 50 * count
        return most

    peak(5)
    assert peak(200) < 1.5 * peak(20)


SAMPLES = [*CLEAN.values(), *(text for text, _ in DIRTY.values()), UNB + BODY + "\r\nUNA:*.? #" + HASHED + PLAIN]


def seen(raw: bytes) -> list[tuple]:
    return [(m.segments, m.end, m.findings, m.interchange) for m in read(io.BytesIO(raw))]


@given(st.sampled_from(SAMPLES), st.integers(1, 700))
@settings(max_examples=60, deadline=None)
def test_chunks_never_change_what_is_read(text, size):
    raw = text.encode("latin-1")
    whole = seen(raw)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "CHUNK", size)
        patch.setattr(limits, "HEADER_WINDOW", 256)
        cut = seen(raw)
    assert cut == whole


@pytest.mark.parametrize("text", SAMPLES[::4])
def test_one_byte_at_a_time(text, monkeypatch):
    raw = text.encode("latin-1")
    whole = seen(raw)
    monkeypatch.setattr(limits, "CHUNK", 1)
    assert seen(raw) == whole


@given(st.sampled_from(SAMPLES), st.binary(max_size=40).filter(lambda b: b"UN" not in b))
@settings(max_examples=60, deadline=None)
def test_offsets_are_bytes_of_the_stream(text, preamble):
    raw = preamble.replace(b"U", b"u").replace(b"<", b"(") + b"\r\n" + text.encode("latin-1")
    for message in read(io.BytesIO(b"." + raw)):
        for segment in message.segments:
            assert (b"." + raw)[segment.offset :].startswith(segment.tag.encode())
        assert message.offset < message.end <= len(raw) + 1


SHARED = Path(__file__).parents[2] / "../shared/data/messages"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the real files are not beside the project")
def test_dirty_real_files_read_as_their_clean_twins():
    folder = SHARED / "janotaz__ediclean/tests/testfiles"
    for clean in sorted((folder / "reference").iterdir()):
        assert texts((folder / "original" / clean.name).read_bytes()) == texts(clean.read_bytes())


def test_a_quoted_printable_mail_is_unwrapped(one, interchange, codes):
    raw = interchange("BGM+745'NAD+FL+++ROE:JANE'RFF+TN:A=3DB'FTX+AAA+++X=\r\nY'").decode()
    head = "From: desk\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    broken = "=\r\n".join(raw[i : i + 40] for i in range(0, 120, 40)) + "=\r\n" + raw[120:]
    message = one((head + broken).encode())
    texts = [segment.text for segment in message.segments]
    assert texts[1:5] == ["BGM+745", "NAD+FL+++ROE:JANE", "RFF+TN:A=B", "FTX+AAA+++XY"]
    assert codes(message) == set()


def test_an_equals_sign_outside_such_a_mail_is_text(one, interchange):
    assert "RFF+TN:A=3DB" in [segment.text for segment in one(interchange("BGM+745'RFF+TN:A=3DB'")).segments]
