"""A certificate is what the log's key signed, to the last sign."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.audit.checkpoint import Checkpoint, checkpoint_from
from gatehouse.audit.errors import NoteError
from gatehouse.retention.certificate import body_of, signed, verified, written
from gatehouse.retention.errors import CertificateError
from stored_log import KEYS, LOG, OVERSEER

BODY = body_of({"v": 1, "counts": {"hits.Hit": 3}, "as_of": "2026-11-30"})
FILE = written(BODY, str(signed(BODY, LOG))).encode()


def test_what_was_signed_is_verified_without_us() -> None:
    assert verified(FILE, KEYS.log) == {"as_of": "2026-11-30", "counts": {"hits.Hit": 3}, "v": 1}


@pytest.mark.parametrize(
    "data",
    [
        FILE.replace(b'"hits.Hit":3', b'"hits.Hit":2'),
        FILE[:-10],
        FILE.replace(b"\n", b" ", 1),
        b"",
        b"{}\n",
        b"\xff\n\xff",
    ],
)
def test_what_was_changed_is_not(data: bytes) -> None:
    with pytest.raises(CertificateError):
        verified(data, KEYS.log)


def test_another_key_is_nobodys() -> None:
    with pytest.raises(CertificateError):
        verified(written(BODY, str(signed(BODY, OVERSEER))).encode(), KEYS.log)


def test_a_certificate_and_a_checkpoint_are_never_taken_for_each_other() -> None:
    with pytest.raises(NoteError):
        checkpoint_from(signed(BODY, LOG))
    note = Checkpoint(LOG.name, 1, bytes(32), dt.datetime(2026, 11, 30, tzinfo=dt.UTC)).signed(LOG)
    with pytest.raises(CertificateError):
        verified(written(BODY, str(note)).encode(), KEYS.log)
