"""What is held is handed over as a file, and what was sent is looked at elsewhere."""

from __future__ import annotations

import json

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from signed_in import entries


def test_the_access_export_is_pages_and_data(officer: Client, known: str) -> None:
    assert officer.post(f"/redress/{known}/access/pdf/").content.startswith(b"%PDF")
    assert json.loads(officer.post(f"/redress/{known}/access/json/").content)["person"]["names"] == "AMINA EXAMPLE"
    assert officer.post(f"/redress/{known}/access/exe/").status_code == 404
    assert officer.get(f"/redress/{known}/access/pdf/").status_code == 405
    assert len(entries("access.exported")) >= 2


def test_a_sent_file_is_never_drawn_in_the_page(
    client_of_nobody: Client, officer: Client, typed: dict[str, str]
) -> None:
    sent = {**typed, "file_1": SimpleUploadedFile("<b>x.pdf", b"%PDF-1.7")}
    case = client_of_nobody.post("/redress/ask/", sent, follow=True).context["case"]
    answer = officer.get(f"/redress/{case}/files/1/")
    assert answer.content == b"%PDF-1.7"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert officer.get(f"/redress/{case}/files/2/").status_code == 404


def test_there_is_no_letter_before_the_answer(officer: Client, known: str) -> None:
    assert "not answered yet" in officer.get(f"/redress/{known}/letter/", follow=True).content.decode()
