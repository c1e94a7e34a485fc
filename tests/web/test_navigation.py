"""Navigation shows what is open, and never leads to a refusal."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import NO_PERSONS


@pytest.mark.parametrize("role", [role for role in Role if role not in NO_PERSONS])
def test_no_place_is_a_refusal(
    browser: Callable[..., Client], role: Role, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "CRITERIA_FOLDER", tmp_path / "criteria")
    client = browser(role)
    page = client.get("/").content.decode()
    places = re.search(r"<nav class=\"places\".*?</nav>", page, re.DOTALL).group()
    for url in re.findall(r'href="([^"]+)"', places):
        assert client.get(url).status_code == 200, url


def test_where_one_is_is_marked(browser: Callable[..., Client]) -> None:
    page = browser(Role.ADMINISTRATOR, purpose="upkeep").get("/accounts/").content.decode()
    assert re.search(r'href="/accounts/" aria-current="page"', page)
