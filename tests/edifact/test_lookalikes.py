"""What a file that is not EDIFACT is said to be."""

import base64
import bz2
import lzma

import pytest

from gatehouse.edifact.lookalikes import BINARY, EMPTY, PLAIN, by_magic, by_traces

TEXT = "UNB+UNOA:4+A+B'"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (bz2.compress(b"x"), "bzip2"),
        (lzma.compress(b"x"), "xz"),
        (b"%PDF-1.4", "PDF"),
        (TEXT.encode("utf-16"), "UTF-16"),
    ],
)
def test_formats_with_magic(raw, name):
    assert name in by_magic(raw).looks_like


def test_text_has_no_magic():
    assert by_magic(TEXT.encode()) is None
    assert by_magic(b"\xef\xbb\xbf" + TEXT.encode()) is None


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("cp037"), "EBCDIC"),
        (base64.b64encode(TEXT.encode()), "Base64"),
        (base64.b64encode(b"UNA:+.? '" + TEXT.encode()), "Base64"),
    ],
)
def test_interchanges_in_another_dress(raw, name):
    assert name in by_traces(raw).looks_like


def test_last_resorts():
    assert by_traces(b"") is EMPTY
    assert by_traces(b"\x00\x01\x02" * 9) is BINARY
    assert by_traces(b"Dear all, find the list attached") is PLAIN
