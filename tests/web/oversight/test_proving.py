"""A proof is taken out and holds without us; checkpoints are shown with who signed them."""

from __future__ import annotations

from pathlib import Path

from django.test import Client
from django.utils import timezone

from gatehouse.audit import keeping, key_files
from gatehouse.audit.proof import checked


def _sealed(folder: Path, keys: key_files.Keys) -> None:
    private = key_files.private_key(folder / key_files.PRIVATE_FILE)
    keeping.sign(private, keys, timezone.now(), lambda _: None)


def test_a_proof_is_taken_out_and_holds_without_us(reader: Client, keys: key_files.Keys, tmp_path: Path) -> None:
    uncovered = reader.get("/oversight/log/0/proof/", follow=True)
    assert "no checkpoint covers" in uncovered.content.decode()
    _sealed(tmp_path, keys)
    proof = reader.get("/oversight/log/0/proof/")
    assert "attachment" in proof["Content-Disposition"]
    assert [one.number for one in checked(proof.content, keys).entries] == [0]
    shown = reader.get("/oversight/checkpoints/")
    assert [row.by for row in shown.context["rows"]] == [["border.example/audit"]]
    note = reader.get(f"/oversight/checkpoints/{shown.context['rows'][0].pk}/")
    assert note.content.startswith(b"border.example/audit\n")
