"""Third-party messages: nobody on them is lost or altered by what is taken out."""

from __future__ import annotations

import io
from dataclasses import fields
from pathlib import Path

import pytest

from gatehouse.edifact import EdifactError
from gatehouse.screening.intake.sensitive import Redacted
from gatehouse.screening.messages import read_messages
from gatehouse.terms.traveller import Traveller

FOLDER = Path(__file__).parents[5] / "shared" / "data" / "messages"
SEGMENT_OF = {"pax": b"IFT+4:28::YY+PAX IS MUSLIM", "meal": b"SSR+MOML:HK:1:ZZ", "remark": b"FTX+AAA+++MUSLIM"}
SAID = [field.name for field in fields(Traveller) if field.name not in ("evidence", "sources", "segments")]

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the shared messages are not here"),
]
FILES = sorted(p for p in FOLDER.rglob("*") if p.is_file() and p.suffix in (".edi", ".txt"))


def _travellers(raw: bytes) -> list[list[object]]:
    said = []
    try:
        for reading in read_messages(io.BytesIO(raw)):
            said += [[getattr(traveller, name) for name in SAID] for traveller in reading.travellers]
            said += [[flight] for flight in reading.flights]
    except EdifactError as fault:
        said.append([str(fault)])
    return said


def _redacted(raw: bytes) -> bytes:
    stream = Redacted(io.BytesIO(raw))
    return b"".join(iter(lambda: stream.read(1 << 16), b""))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_the_travellers_are_those_read_without_redaction(path: Path) -> None:
    raw = path.read_bytes()
    try:
        out = _redacted(raw)
    except EdifactError:
        with pytest.raises(EdifactError):
            list(read_messages(io.BytesIO(raw)))
        return
    assert len(out) == len(raw)
    assert _travellers(out) == _travellers(raw)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_seeded_values_go_and_the_travellers_stay(path: Path) -> None:
    raw = path.read_bytes()
    for tag in (b"RCI+", b"TIF+", b"NAD+FL", b"DOC+", b"TVL+"):
        for seed in SEGMENT_OF.values():
            # Only in files with plain separators; the others are read as they are.
            if b"'" + tag in raw:
                seeded = raw.replace(b"'" + tag, b"'" + seed + b"'" + tag, 3)
                out = _redacted(seeded)
                assert b"MUSLIM" not in out
                assert b"SSR+MOML" not in out
                assert _travellers(out) == _travellers(seeded)
