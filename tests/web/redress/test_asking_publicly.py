"""Anybody asks without an account: the same answer to all, nothing typed is lost, strange files are refused unread."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gatehouse.screening.redress.models import RedressRequest, RequestAttachment, RequestPerson
from signed_in import entries

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PDF = b"%PDF-1.7\nhello"
ZIP_BOMB = b"PK\x03\x04" + zlib.compress(bytes(1 << 20))
WIDE = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 60_000, 60_000)


def _file(content: bytes, name: str = "pass.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_request_is_kept_whole_and_answered_with_its_number(client_of_nobody: Client, typed: dict[str, str]) -> None:
    page = client_of_nobody.post("/redress/ask/", {**typed, "file_1": _file(PDF)}, follow=True)
    case = page.context["case"]
    assert case in page.content.decode()
    person = RequestPerson.objects.get(request__case=case)
    assert (person.stated_name, person.contact, person.says) == (typed["name"], typed["contact"], typed["says"])
    assert bytes(RequestAttachment.objects.get().content) == PDF
    assert {(one.actor, one.role) for one in entries("redress.opened")} == {("machine:web", "machine")}


@pytest.mark.parametrize(
    "content", [ZIP_BOMB, b"MZ\x90", b"<svg onload=alert(1)>", WIDE, PDF + bytes(3 << 20)], ids=range(5)
)
def test_files_of_other_kinds_and_sizes_are_refused_and_the_words_stay(
    client_of_nobody: Client, typed: dict[str, str], content: bytes
) -> None:
    page = client_of_nobody.post("/redress/ask/", {**typed, "file_1": _file(content)})
    assert page.status_code == 400
    text = page.content.decode()
    assert typed["says"] in text
    assert typed["name"] in text
    assert page.context["form"].errors["file_1"]
    assert not RedressRequest.objects.exists()


@pytest.mark.parametrize("name", ["name", "contact", "says", "kind", "language"])
@pytest.mark.parametrize("wrong", ["", "x" * 100_000, "nul\x00"])
def test_a_field_that_is_wrong_says_so_and_nothing_is_kept(
    client_of_nobody: Client, typed: dict[str, str], name: str, wrong: str
) -> None:
    page = client_of_nobody.post("/redress/ask/", {**typed, name: wrong})
    assert page.status_code == 400
    assert page.context["form"].errors[name]
    assert not RedressRequest.objects.exists()


def test_a_request_larger_than_any_form_is_refused_before_it_is_read(
    client_of_nobody: Client, typed: dict[str, str]
) -> None:
    assert client_of_nobody.post("/redress/ask/", {**typed, "file_1": _file(bytes(33 << 20))}).status_code == 400
    assert not RedressRequest.objects.exists()


def test_who_asks_too_often_waits_and_loses_nothing(client_of_nobody: Client, typed: dict[str, str]) -> None:
    for _ in range(5):
        assert client_of_nobody.post("/redress/ask/", typed).status_code == 302
    page = client_of_nobody.post("/redress/ask/", typed)
    assert page.status_code == 429
    assert typed["says"] in page.content.decode()
    assert RedressRequest.objects.count() == 5
    assert client_of_nobody.post("/redress/ask/", typed, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_the_receipt_is_no_oracle(client_of_nobody: Client, case: str) -> None:
    for receipt in ("", case, "RR-2026-000001", "x:y:z"):
        assert client_of_nobody.get("/redress/ask/received/", {"receipt": receipt}).status_code == 404
    assert client_of_nobody.get(f"/redress/{case}/").status_code == 302


def test_in_a_browser_anybody_asks(tab: Callable[..., Any]) -> None:
    page = tab(java_script_enabled=True)
    page.goto("/redress/ask/")
    assert Axe().run(page, options=RULES).response["violations"] == []
    page.check("input[value=confusion]")
    page.fill("input[name=name]", "AMINA EXAMPLE")
    page.fill("textarea[name=contact]", "amina@example.org")
    page.fill("textarea[name=says]", "I am stopped each time.")
    page.set_input_files("input[name=file_1]", {"name": "p.pdf", "mimeType": "application/pdf", "buffer": PDF})
    page.click("main form button")
    page.wait_for_selector(".notice-good")
    assert Axe().run(page, options=RULES).response["violations"] == []
    assert RequestAttachment.objects.count() == 1
