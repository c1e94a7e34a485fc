"""Checkpoints are shown with who signed them, and one that is damaged is shown as that."""

from __future__ import annotations

from django.test import Client

from gatehouse.audit import key_files
from gatehouse.audit.models import Checkpoint


def test_a_damaged_note_is_shown_as_damaged(reader: Client, keys: key_files.Keys) -> None:
    assert keys.log
    Checkpoint.objects.create(size=1, note="no note", edge=b"")
    page = reader.get("/oversight/checkpoints/")
    assert page.context["rows"][0].fault
    assert page.context["covered"] == 0
    assert reader.get("/oversight/checkpoints/4711/").status_code == 404
