"""Bad input on every form that a page shows: no page fails, each says what is wrong, nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import Resolver404, resolve
from lxml import html

from gatehouse.safeguards.vocabulary import PurposeClass, Role
from gatehouse.web.law import law
from stored_day import store_day

JUNK = "<b>\"'&%s{é} 9e99"
"""What no field but one for prose takes; it is told apart from every other text of a page."""
HOSTILE = ("\x00nul", "x" * 30_000, "\u202e\u0000", "-1", "9" * 40, "2026-13-45", "")
SITTINGS = (
    (Role.SENIOR_ANALYST, PurposeClass.SCREENING),
    (Role.BORDER_OFFICER, PurposeClass.SCREENING),
    (Role.LIST_MANAGER, PurposeClass.SCREENING),
    (Role.CRITERIA_AUTHOR, PurposeClass.CRITERIA),
    (Role.REDRESS_OFFICER, PurposeClass.RIGHTS),
    (Role.DATA_PROTECTION_OFFICER, PurposeClass.OVERSIGHT),
    (Role.OPERATOR, PurposeClass.UPKEEP),
    (Role.ADMINISTRATOR, PurposeClass.UPKEEP),
)
EACH = 1
"""Pages of one kind that are looked at in a sitting."""
TYPED = {"text", "search", "email", "url", "tel", "number", "date", "password", None}
KEEPS_NOTHING = {"password"}
"""Types of fields that come back empty on purpose."""
ELSEWHERE = re.compile(r"/(assessment|recommendations|assistance|visits|published|language|sign-out)/")


class Sent(NamedTuple):
    """A form of a page: where it goes, what it holds beside what is typed, and the fields that one types into."""

    page: str
    action: str
    kept: dict[str, str]
    typed: dict[str, str | None]


def _forms(page: str, body: str) -> Iterator[Sent]:
    for form in html.fromstring(body).xpath("//main//form[@method='post']"):
        kept, typed = {}, {}
        for field in form.xpath(".//*[@name][not(@disabled)]"):
            name, kind = field.get("name"), field.get("type")
            if field.tag == "textarea" or (field.tag == "input" and kind in TYPED):
                typed[name] = kind
            elif field.tag == "select":
                kept[name] = next(iter(field.xpath("string(.//option[last()]/@value)") or [""]), "")
            elif (field.tag == "input" and kind == "hidden") or (field.tag == "button" and not kept.get(name)):
                kept[name] = field.get("value", "")
        if typed:
            yield Sent(page, urljoin(page, form.get("action") or page), kept, typed)


def _pages(client: Client) -> Iterator[tuple[str, str]]:
    """Every kind of page that links lead to."""
    waiting, seen, kinds = ["/"], {"/"}, {}
    while waiting:
        address = waiting.pop(0)
        try:
            name = resolve(urlsplit(address).path).url_name
        except Resolver404:
            continue
        kinds[name] = kinds.get(name, 0) + 1
        if kinds[name] > EACH or ELSEWHERE.match(address):
            continue
        answer = client.get(address)
        if answer.status_code != 200 or not answer.get("Content-Type", "").startswith("text/html"):
            continue
        body = answer.content.decode()
        yield address, body
        for link in re.findall(r'href="([^"#]+)', body):
            to = urljoin(address, html.fromstring(f"<p>{link}</p>").text or "")
            if to.startswith("/") and not to.startswith(("//", "/static/")) and to not in seen:
                seen.add(to)
                waiting.append(to)


def _shown(answer: object) -> str:
    return html.fromstring(answer.content.decode()).xpath("string(//main)") + " ".join(
        html.fromstring(answer.content.decode()).xpath("//main//input/@value")
    )


@pytest.mark.parametrize(("role", "kind"), SITTINGS, ids=[role for role, _ in SITTINGS])
def test_no_form_fails_or_loses_what_was_typed(
    browser: Callable[..., Client], database: Path, tmp_path: Path, role: Role, kind: PurposeClass
) -> None:
    assert database.exists()
    store_day(tmp_path)
    purpose = next(one.code for one in law().profile.purposes if one.kind is kind)
    client = browser(role, purpose=purpose, reference="REF-1")
    sent = {(one.action.partition("?")[0], tuple(one.typed)): one for page in _pages(client) for one in _forms(*page)}
    assert sent
    for form in sent.values():
        words = {name: f"{number} {JUNK}" for number, name in enumerate(form.typed)}
        answer = client.post(form.action, form.kept | words)
        assert answer.status_code in (200, 302, 400, 403, 404, 409), (form, answer.status_code)
        if answer.status_code in (200, 400, 409):
            shown = _shown(answer)
            lost = [name for name, text in words.items() if text not in shown and form.typed[name] not in KEEPS_NOTHING]
            assert not lost, (form, lost)
        if answer.status_code == 302:
            assert b"notice-error" not in client.get(answer.url).content, (form, "refused, and what was typed is gone")
        for hostile in HOSTILE:
            answer = client.post(form.action, form.kept | dict.fromkeys(form.typed, hostile))
            assert answer.status_code < 500, (form, hostile[:9])
