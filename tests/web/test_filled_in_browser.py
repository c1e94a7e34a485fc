"""Pages with something on them, and forms with their errors shown, in a real browser: accessible (axe-core)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from accessible import violations
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.enquiries import at_hand
from gatehouse.screening.hits.models import Hit
from stored_day import store_day

FILLED = (
    (Role.SENIOR_ANALYST, ("/hits/", "/hits/{hit}/", "/travellers/{traveller}/", "/flights/", "/overview/", "/holds/")),
    (Role.OVERSIGHT_READER, ("/oversight/log/", "/oversight/uses/", "/oversight/retention/due/")),
    (Role.OPERATOR, ("/inbox/", "/inbox/1/", "/jobs/")),
)
FORM = "main form[method=post]:has(textarea, input:not([type=hidden]))"
"""The first form of a page that one types into."""
REFUSED = (
    (Role.SENIOR_ANALYST, ("/holds/new/", "/search/", "/hits/{hit}/")),
    (Role.BORDER_OFFICER, ("/border/",)),
    (Role.DATA_PROTECTION_OFFICER, ("/oversight/reports/",)),
)


@pytest.fixture(autouse=True)
def _stored_day(database: Path, tmp_path: Path) -> Iterator[None]:
    assert database.exists()
    at_hand.forget()
    store_day(tmp_path)
    yield
    at_hand.forget()


def _sat(tab: Callable[..., Any], role: Role) -> Any:
    page = tab(role)
    page.goto("/sitting/")
    page.fill("input[name=reference]", "REQ-1")
    page.click("main form button")
    return page


def _address(address: str) -> str:
    hit = Hit.objects.get()
    return address.format(hit=hit.pk, traveller=hit.traveller_id)


@pytest.mark.parametrize(("role", "addresses"), FILLED, ids=[role for role, _ in FILLED])
def test_filled_pages_are_accessible(tab: Callable[..., Any], role: Role, addresses: tuple[str, ...]) -> None:
    page = _sat(tab, role)
    for address in map(_address, addresses):
        assert page.goto(address).status == 200, address
        assert violations(page) == [], address


@pytest.mark.parametrize(("role", "addresses"), REFUSED, ids=[role for role, _ in REFUSED])
def test_forms_with_errors_are_accessible(tab: Callable[..., Any], role: Role, addresses: tuple[str, ...]) -> None:
    page = _sat(tab, role)
    for address in map(_address, addresses):
        page.goto(address)
        page.eval_on_selector(FORM, "form => form.submit()")
        page.wait_for_selector(".summary")
        assert violations(page) == [], address
