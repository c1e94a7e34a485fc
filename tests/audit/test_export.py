"""Exports are read as they were written, and refused where they are none."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.audit.entry import ENTRY_BYTES_MAX
from gatehouse.audit.errors import ExportError
from gatehouse.audit.export import LINE_BYTES_MAX, Export, json_object, read, write

HEAD = b'{"gatehouse-audit-export":1,"origin":"a","size":2,"notes":1}\n'
NOTE = b'{"note":"n\\n"}\n'


def test_what_was_written_is_read() -> None:
    out = io.BytesIO()
    leaves = [(0, b"{}"), (1, b'{"a":1}')]
    assert write(out, Export("a", 2, ("n\n",), iter(leaves))) == 2
    assert out.getvalue() == HEAD + NOTE + b'{}\n{"a":1}\n'
    found = read(io.BytesIO(out.getvalue()))
    assert (found.origin, found.size, found.notes, list(found.leaves)) == ("a", 2, ("n\n",), leaves)


def test_the_longest_entry_passes_and_a_longer_one_is_met_and_not_cut_to_fit() -> None:
    for length, seen in ((ENTRY_BYTES_MAX, ENTRY_BYTES_MAX), (ENTRY_BYTES_MAX + 9, ENTRY_BYTES_MAX + 2)):
        found = read(io.BytesIO(HEAD + NOTE + b"x" * length + b"\n"))
        assert len(next(found.leaves)[1]) == seen


FAULTS = {
    "empty": b"",
    "no JSON": b"old 5\n",
    "a list": b"[]\n",
    "another version": HEAD.replace(b":1,", b":2,"),
    "no origin": HEAD.replace(b'"a"', b"3"),
    "no size": HEAD.replace(b'"size"', b'"x"'),
    "a size below nothing": HEAD.replace(b":2,", b":-2,"),
    "a size that is true": HEAD.replace(b'"size":2', b'"size":true'),
    "more notes than may be": HEAD.replace(b'"notes":1', b'"notes":10000000'),
    "no notes": HEAD,
    "a note that is none": HEAD + b'{"note":1}\n',
    "a head without end": b"x" * (LINE_BYTES_MAX + 1) + b"\n",
    "cut in the head": HEAD[:-1],
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_no_export_is_refused(fault: str) -> None:
    with pytest.raises(ExportError):
        read(io.BytesIO(FAULTS[fault]))


@given(st.binary(max_size=80).filter(lambda line: not line.strip().startswith(b"{")))
def test_any_other_line_is_refused(line: bytes) -> None:
    with pytest.raises(ExportError, match="no JSON object"):
        json_object(line)
