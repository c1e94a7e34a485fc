"""Whatever is sent to a page, and however a page fails: nobody's name, number or code is in logs or error pages."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

import gatehouse.web
from gatehouse.safeguards.decision import Refuse
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.vocabulary import PurposeClass, Role
from gatehouse.safeguards.wordless import WordlessFormatter
from gatehouse.web.accounts.models import NO_PERSONS, Account
from gatehouse.web.door import Door, door_of
from law_questions import CODES, favourable
from stored_day import store_day

SEEDS = ("QWERZYX", "Fictivamond", "ZK4471982", "1715550137", "4556737586899855", "MOML")
WHOLE = " ".join(SEEDS)
STORED = ("KARIM", "YUSUF", "OSEI", "X1234567")
FIELDS = re.compile(r"^    (\w+) = (?:forms\.|\w+_field\()|request\.(?:POST|GET)(?:\.get\(|\[)\"(\w+)\"", re.MULTILINE)
VALUES = {"int": "1", "uuid": "00000000-0000-4000-8000-000000000000"}
"""What stands in an address where no text may; anywhere else a seed."""
NOT_TRIED = ("static/", "api/v1/", "sign-out/", "accounts/")
"""Files; programs (below); what would end the session or the account that asks."""


def _patterns(found: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in found:
        route = f"{before}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns, route)
        else:
            yield route, one


URLS = {route: pattern for route, pattern in _patterns(get_resolver().url_patterns) if not route.startswith(NOT_TRIED)}
NAMES = {
    name
    for file in Path(gatehouse.web.__file__).parent.rglob("*.py")
    for pair in FIELDS.findall(file.read_text())
    for name in pair
    if name
}


def _path(route: str, text: str) -> str:
    return "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda found: VALUES.get(found[1] or "", text), route)


def _heard(text: str) -> list[str]:
    return [word for word in (*SEEDS, *STORED) if word.upper() in text.upper()]


def _who_may(door: Door) -> tuple[Role, str] | None:
    """A role that comes in here, and a purpose of the law that it comes for."""
    for role in Role if door.act and door.kind else ():
        for purpose in PurposeClass:
            if purpose not in CODES or (door.purposes and purpose not in door.purposes) or role in NO_PERSONS:
                continue
            asked, context = favourable(role, door.act, door.kind, purpose)
            if not isinstance(may(asked.actor, asked.act, asked.subject, asked.purpose, context), Refuse):
                return role, CODES[purpose]
    return None


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the process's own log says, as it is set up for serving."""
    [handler] = [one for one in logging.getLogger().handlers if isinstance(one.formatter, WordlessFormatter)]
    heard = io.StringIO()
    before = handler.setStream(heard)
    yield heard
    handler.setStream(before)


@pytest.fixture
def asker(browser: Callable[..., Client], account: Callable[..., Account]) -> Callable[[str], Client]:
    """A client who comes in at that door, and is told of a failure as people are."""
    known: dict[tuple[Role, str], Client] = {}

    def enter(route: str) -> Client:
        who = _who_may(door_of(URLS[route].callback)) or (Role.ANALYST, "screening")
        if who not in known:
            known[who] = browser(of=account(who[0]), purpose=who[1], reference="R-1")
            known[who].raise_request_exception = False
        return known[who]

    return enter


@pytest.fixture
def day(database: Path, tmp_path: Path) -> None:
    """Two travellers and a hit."""
    del database
    store_day(tmp_path)


def test_a_page_that_fails_says_nothing(
    asker: Callable[[str], Client], log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    for route, pattern in URLS.items():
        client = asker(route)

        @wraps(pattern.callback)
        def failing(*_: object, **__: object) -> None:
            raise ValueError(WHOLE)

        monkeypatch.setattr(pattern, "callback", failing)
        pattern.__dict__.pop("lookup_str", None)
        answer = client.get(_path(route, SEEDS[0]), {"q": SEEDS[1]})
        if answer.status_code == 404:
            continue
        assert answer.status_code == 500, route
        assert _heard(answer.content.decode()) == [], route
    said = log.getvalue()
    assert said.count("builtins.ValueError") > len(URLS) // 2
    assert _heard(said) == []


@pytest.mark.usefixtures("day")
def test_whatever_is_sent_is_in_no_log_and_breaks_no_page(asker: Callable[[str], Client], log: io.StringIO) -> None:
    assert len(NAMES) > 40
    sent = dict.fromkeys(NAMES, WHOLE)
    for route in URLS:
        client, path = asker(route), _path(route, SEEDS[0])
        for answer in (client.get(path, sent), client.post(path, sent), client.get(path)):
            assert answer.status_code < 500, (route, log.getvalue())
    assert _heard(log.getvalue()) == []


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("path", [f"/{SEEDS[0]}/", f"/travellers/{SEEDS[2]}/", f"/static/{SEEDS[0]}.css"])
def test_what_is_not_there_is_not_named(client_of_nobody: Client, log: io.StringIO, path: str) -> None:
    answer = client_of_nobody.get(path)
    assert answer.status_code == 404
    assert _heard(answer.content.decode()) == []
    assert log.getvalue() == ""


def test_the_search_finds_what_it_looks_for(log: io.StringIO) -> None:
    logging.getLogger("django.request").error("%s", WHOLE)
    assert "ERROR django.request" in log.getvalue()
    assert set(_heard(f"a page about {WHOLE}")) == set(SEEDS)
