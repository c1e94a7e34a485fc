"""A log whose first entries are gone is verified from its beginning on, and a beginning nobody vouched for is found."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest

from gatehouse.audit.beginning import WHOLE, Beginning, Forgot, beginning_of
from gatehouse.audit.errors import ExportError
from gatehouse.audit.export import Export, read, write
from gatehouse.audit.proof import checked, made
from gatehouse.audit.signing import signers
from gatehouse.audit.verify import Report, told_too_soon, verified, verified_export

if TYPE_CHECKING:
    from conftest import Held

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


def beginning(held: Held, size: int = 10) -> Beginning:
    return Beginning(size, tuple(held.edge(size).nodes))


def report(held: Held, begins: Beginning) -> Report:
    rest = list(enumerate(held.leaves))[begins.size :]
    return verified(rest, held.notes, held.signers.keys, NOON, 7 * DAY, begins)


def codes(found: Report) -> list[str]:
    return [finding.code for finding in found.findings]


def test_the_rest_has_the_roots_that_were_signed_for_the_whole(held: Held) -> None:
    whole, rest = report(held, WHOLE), report(held, beginning(held))
    assert rest.findings == []
    assert (rest.root, rest.size, rest.countersigned) == (whole.root, whole.size, whole.countersigned)
    assert (rest.forgotten, rest.forgotten_before, whole.forgotten) == (10, NOON, 0)


@pytest.mark.parametrize("number", [10, 14])
def test_altering_what_is_left_is_found(held: Held, number: int) -> None:
    begins = beginning(held)
    held.leaves[number] = held.leaves[number].replace(b"allowed", b"refused")
    assert codes(report(held, begins)) == ["root-differs"]


def test_what_was_altered_before_it_was_forgotten_is_found(held: Held) -> None:
    held.leaves[3] = held.leaves[3].replace(b"allowed", b"refused")
    assert "root-differs" in codes(report(held, beginning(held)))


def test_forgetting_up_to_where_nobody_countersigned_is_found(held: Held) -> None:
    assert codes(report(held, beginning(held, 12))) == ["beginning-unproved"]
    assert "beginning-unproved" in codes(report(held, Beginning(10, (b"",))))
    held.notes = []
    held.sign(countersign=False)
    assert "beginning-unproved" in codes(report(held, beginning(held, 15)))


def test_forgetting_what_the_law_keeps_is_found(held: Held) -> None:
    found = report(held, beginning(held))
    told_too_soon(found, NOON)
    assert found.is_true
    told_too_soon(found, NOON - DAY)
    assert codes(found) == ["forgotten-too-soon"]


def test_what_is_left_is_exported_and_proved(held: Held) -> None:
    begins = beginning(held)
    rest = list(enumerate(held.leaves))[10:]
    file = io.BytesIO()
    assert write(file, Export(held.signers.log.name, 15, tuple(held.notes), iter(rest), begins)) == 5
    file.seek(0)
    assert verified_export(read(file), [], held.signers.keys, NOON).findings == []
    proof = checked(made(rest, [12], held.notes[-1], begins), held.signers.keys)
    assert [one.number for one in proof.entries] == [12]


@pytest.mark.parametrize(
    "head", [b'"forgotten":3,"edge":[]', b'"forgotten":1,"edge":["AA=="]', b'"forgotten":-1', b'"edge":7']
)
def test_a_beginning_that_is_none_is_no_export(head: bytes) -> None:
    with pytest.raises(ExportError):
        read(io.BytesIO(b'{"gatehouse-audit-export":1,"origin":"x","size":3,"notes":0,' + head + b"}\n"))


def test_a_certificate_says_what_was_forgotten_and_is_signed(held: Held) -> None:
    edge = held.edge(10)
    forgot = Forgot(held.signers.log.name, 10, edge.root(), NOON.date(), NOON.date(), "0" * 64)
    note = forgot.signed(held.signers.log)
    assert signers(note, held.signers.keys.log)
    assert "before 2026-03-01" in note.text
    assert beginning_of(10, b"".join(edge.nodes)) == beginning(held)
