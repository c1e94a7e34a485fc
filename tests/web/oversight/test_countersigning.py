"""The overseer takes a request away and brings a note back; a false note or a private key is not taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gatehouse.audit import keeping, key_files
from gatehouse.audit.checkpoint import countersigned, request_from
from gatehouse.audit.models import Checkpoint
from gatehouse.safeguards.vocabulary import Role
from signed_in import entries
from stored_log import KEYS, LOG, OVERSEER, grow, now, silent

TAKE = "/oversight/checkpoints/countersigned/"


@pytest.fixture(autouse=True)
def known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The public keys of the log and of its overseer."""
    (tmp_path / key_files.PUBLIC_FILE).write_text(f"{LOG.public()}\n")
    (tmp_path / key_files.OVERSIGHT_FILE).write_text(f"{OVERSEER.public()}\n")
    monkeypatch.setattr(settings, "AUDIT_KEYS", tmp_path, raising=False)


def test_a_note_goes_out_and_comes_back_countersigned(reader: Client) -> None:
    seen = None
    for send in ("paste", "file"):
        grow(3)
        keeping.sign(LOG, KEYS, now(), silent)
        taken = reader.get("/oversight/checkpoints/request/")
        note = countersigned(request_from(taken.content.decode()), OVERSEER, KEYS.log, seen)
        pasted = {"note": str(note).replace("\n", "\r\n")}
        sent = {"file": SimpleUploadedFile("note.txt", str(note).encode())}
        page = reader.post(TAKE, pasted if send == "paste" else sent, follow=True).content.decode()
        assert "Countersigned: the first" in page
        seen = note
    assert keeping.countersigned_size(KEYS) == max(Checkpoint.objects.values_list("size", flat=True))
    assert [entry.role for entry in entries("log.countersigned")] == ["oversight-reader"] * 2


def test_what_is_no_countersigned_note_of_this_log_is_not_taken(reader: Client) -> None:
    grow(1)
    note = keeping.sign(LOG, KEYS, now(), silent)
    for wrong in ("", "words", str(note), str(note.signed_by(OVERSEER)).replace("\n\n", "\n1\n\n")):
        reader.post(TAKE, {"note": wrong})
    assert keeping.countersigned_size(KEYS) == 0


def test_a_private_key_is_refused_and_kept_nowhere(reader: Client) -> None:
    page = reader.post(TAKE, {"note": OVERSEER.written()}, follow=True).content.decode()
    assert "This is a private key" in page
    assert OVERSEER.written() not in page


def test_nobody_else_countersigns(browser: Callable[..., Client]) -> None:
    officer = browser(Role.DATA_PROTECTION_OFFICER, purpose="oversight", reference="DP-1")
    assert officer.post(TAKE, {"note": "x"}).status_code == 403
    assert "Bring the note back" not in officer.get("/oversight/checkpoints/").content.decode()
