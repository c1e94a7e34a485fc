"""Files that arrive are held before anything is read from them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from gatehouse.screening.intake import content, receiving, removals
from gatehouse.screening.intake.models import RawChunk, Transmission

MESSAGE = b"UNB+UNOA:4+A+B+210513:0900+1'"

pytestmark = pytest.mark.usefixtures("database")


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_file_is_held_byte_for_byte_and_waits(tmp_path: Path) -> None:
    got = receiving.receive(_file(tmp_path, "a.edi", b"UNB..."), "file")
    assert content.raw_bytes(got.transmission, 0, got.size) == b"UNB..."
    assert receiving.unfinished() == [got.transmission]
    assert receiving.messages_done(got.transmission) == 0
    assert receiving.names([got.transmission]) == {got.transmission: "a.edi"}


def test_the_same_bytes_are_the_same_transmission_whatever_their_name(tmp_path: Path) -> None:
    first = receiving.receive(_file(tmp_path, "a.edi", MESSAGE), "file")
    second = receiving.receive(_file(tmp_path, "b.edi", MESSAGE), "file")
    assert (second.transmission, second.is_known) == (first.transmission, True)
    assert RawChunk.objects.count() == 1


def test_a_file_that_is_too_large_is_recorded_without_its_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "FILE_BYTES_MAX", 3)
    got = receiving.receive(_file(tmp_path, "a.edi", b"four"), "file")
    assert got.error
    assert RawChunk.objects.count() == 0
    assert Transmission.objects.get().state == "quarantined"


@pytest.mark.parametrize(("error", "state"), [(None, "screened"), ("byte 7: no\x00nsense", "quarantined")])
def test_what_is_finished_waits_no_more(tmp_path: Path, error: str | None, state: str) -> None:
    got = receiving.receive(_file(tmp_path, "a.edi", MESSAGE), "file")
    receiving.finish({got.transmission: error})
    assert receiving.unfinished() == []
    held = Transmission.objects.get()
    assert held.state == state
    assert "\x00" not in held.error


@pytest.mark.parametrize("name", ["none", "."], ids=["not-there", "a-folder"])
def test_a_file_that_cannot_be_read_is_told_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    received = receiving.receive(tmp_path / name, "file")
    assert received.error
    assert received.error.startswith("not received: ")
    assert not receiving.any_received()


def test_a_quarantined_file_that_comes_again_says_why_again(tmp_path: Path) -> None:
    path = tmp_path / "a.edi"
    path.write_bytes(MESSAGE)
    first = receiving.receive(path, "file")
    receiving.finish({first.transmission: "it is junk"})
    assert receiving.receive(path, "file").error == "it is junk"


def test_what_is_sensitive_is_neither_held_nor_told_by_the_hash(tmp_path: Path) -> None:
    body = MESSAGE + b"UNH+1+PNRGOV:11:1:IA'SSR+MOML:HK:1:ZZ'UNT+3+1'UNZ+1+1'"
    got = receiving.receive(_file(tmp_path, "halal.edi", body), "file")
    held = content.raw_bytes(got.transmission, 0, got.size)
    assert held == body.replace(b"MOML:HK:1:ZZ", b"q" * 12)
    made = Transmission.objects.get()
    assert made.sha256 == hashlib.sha256(held).hexdigest()
    assert made.name == "q" * 9
    assert got.removed == {"belief": 1}
    # Another meal makes the same file: nothing else differs, so nothing is lost.
    again = receiving.receive(_file(tmp_path, "b.edi", body.replace(b"MOML", b"KSML")), "file")
    assert (again.is_known, again.removed) == (True, {})
    assert removals.by_trait() == {"belief": 1}


def test_a_file_without_an_interchange_is_quarantined_without_its_bytes(tmp_path: Path) -> None:
    got = receiving.receive(_file(tmp_path, "a.edi", b"pax is muslim"), "file")
    assert got.error
    assert RawChunk.objects.count() == 0
    assert Transmission.objects.get().state == "quarantined"
    again = receiving.receive(_file(tmp_path, "a.edi", b"pax is muslim"), "file")
    assert (again.is_known, again.error) == (True, got.error)
