"""`gatehouse review`: the queue, a hit, and decisions by one and by two."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.hits.models import Hit

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def _three(somebody: Callable) -> None:
    somebody(1, Role.ANALYST, Role.SENIOR_ANALYST, Role.OPERATOR)
    somebody(2, Role.SENIOR_ANALYST)
    somebody(3, Role.SENIOR_ANALYST)


@pytest.fixture
def hit(run: Callable, incoming: Path) -> int:
    run("ingest", incoming)
    return Hit.objects.get().id


def test_the_whole_life_of_a_hit(run: Callable, hit: int) -> None:
    shown = run("review", "queue").out
    assert "YUSUF KARIM" in shown
    assert "1 wait" in shown
    sheet = run("review", "show", hit).out
    assert "birth-date" in sheet
    assert "asked by" in sheet
    said = ("--reason", "name-birth-and-more", "--text", "same scar")
    assert "awaiting-second" in run("review", "decide", hit, "same", "--account", 1, *said).out
    alone = run("review", "second", hit, "--account", 1, "--as", "senior-analyst", "--agree")
    assert (alone.status, "second person" in alone.err) == (2, True)
    agreed = run("review", "second", hit, "--account", 2, "--as", "senior-analyst", "--agree")
    assert "is confirmed" in agreed.out
    assert "0 wait" in run("review", "queue").out
    why = ("--reason", "mistake", "--text", "another scar", "--as", "senior-analyst")
    assert "confirmed-questioned" in run("review", "reopen", hit, "--account", 2, *why).out
    assert "is reopened" in run("review", "second", hit, "--account", 3, "--as", "senior-analyst", "--agree").out
    given = run("review", "assign", hit, "--to", 1, "--account", 2, "--as", "senior-analyst")
    assert "1 hits are with account 1" in given.out
    assert "same scar" in run("review", "show", hit).out


def test_what_is_refused_says_why_and_what_to_do(run: Callable, hit: int) -> None:
    for arguments, told in (
        (("decide", 999, "not-same", "--account", 1, "--reason", "name-only"), "no such hit"),
        (("decide", hit, "perhaps", "--account", 1, "--reason", "name-only"), "say not-same"),
        (("decide", hit, "same", "--account", 1, "--reason", "name-only"), "choose one of"),
        (("decide", hit, "not-same", "--account", 1, "--reason", "name-only", "--as", "operator"), "not allowed"),
        (("second", hit, "--account", 2, "--as", "senior-analyst", "--agree"), "nothing waits"),
    ):
        result = run("review", *arguments)
        assert (result.status, told in result.err) == (2, True), result.err


def test_in_live_mode_nobody_is_believed_to_be_somebody(run: Callable, hit: int, monkeypatch) -> None:
    from gatehouse.app import law

    monkeypatch.setattr(law, "mode", lambda: law.Mode.LIVE)
    result = run("review", "decide", hit, "not-same", "--account", 1, "--reason", "name-only", "--as", "analyst")
    assert result.status == 2
    assert "where they sign in" in result.err
