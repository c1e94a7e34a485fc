"""The redress commands end to end: a traveller is taken for another, and told apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from gatehouse.safeguards.vocabulary import Role

CASE = "RR-2026-000001"


@pytest.fixture
def case(run: Callable, incoming: Path, somebody: Callable) -> str:
    """A traveller with a hit, whose request is open."""
    somebody(12, Role.SENIOR_ANALYST, Role.DATA_PROTECTION_OFFICER)
    assert run("ingest", incoming).status == 0
    opened = run("redress", "open", "--name", "Y. Karim", "--kind", "confusion", "--received", "2026-11-01")
    assert opened.status == 0, opened.err
    return opened.out.strip()


def test_from_the_request_to_the_redress_number(run: Callable, case: str, tmp_path: Path) -> None:
    known = ("--name", "Yusuf Karim", "--birth-date", "1976-05-17", "--document", "X1234567/TUN")
    assert run("redress", "identify", case, *known).out.strip() == "identified"
    found = run("redress", "find", case).out
    hit = re.search(r"(\d+) DEMO open", found)
    assert hit, found
    letter = tmp_path / "letter.html"
    answer = ("redress", "answer", case, "--outcome", "cleared", "--hit", hit[1], "--reason", "Another person.")
    refused = run(*answer, "--out", letter)
    assert refused.status == 2
    assert "--second" in refused.err
    assert not letter.exists()
    said = run(*answer, "--out", letter, "--second", "12/senior-analyst")
    assert said.status == 0, said.err
    assert "redress number" in letter.read_text()
    assert "0 open hits" in run("hits").out
    shown = run("redress", "show", case).out
    assert "answered" in shown
    assert "account:12" in shown


def test_access_as_pages_and_data(run: Callable, case: str, tmp_path: Path) -> None:
    run(
        "redress", "identify", case, "--name", "Yusuf Karim", "--birth-date", "1976-05-17", "--document", "X1234567/TUN"
    )
    pages, data = tmp_path / "held.pdf", tmp_path / "held.json"
    assert run("redress", "access", case, "--out", pages, "--json", data).status == 0
    assert pages.read_bytes().startswith(b"%PDF")
    assert orjson.loads(data.read_bytes())["journeys"][0]["statements"]
    assert pages.stat().st_mode & 0o077 == 0
    assert run("redress", "access", case, "--out", pages).status == 2


def test_lists_and_the_clock(run: Callable, case: str) -> None:
    assert [row["case"] for row in run("redress", "list", "--json").json()] == [case]
    assert run("redress", "due").status in (0, 1)
    assert "no requests" in run("redress", "due").err


@pytest.mark.parametrize(
    "arguments",
    [
        ("open", "--name", "A", "--kind", "revenge"),
        ("open", "--name", "A", "--kind", "access", "--language", "tlh"),
        ("show", "RR-2026-999999"),
        ("answer", CASE, "--outcome", "magic", "--out", "x.pdf"),
        ("answer", CASE, "--outcome", "refused", "--out", "x.exe"),
    ],
)
@pytest.mark.usefixtures("database")
def test_what_cannot_be_is_refused_in_one_line(run: Callable, arguments: tuple[str, ...]) -> None:
    result = run("redress", *arguments)
    assert result.status == 2
    assert result.err.count("\n") == 1
