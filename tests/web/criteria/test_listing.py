"""The page of all criteria: register, own drafts, trials; a register that was changed is said to be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.test import Client

from gatehouse.safeguards.vocabulary import Role


def test_all_that_there_is_stands_on_the_page(tried: Callable, author: Client) -> None:
    address = tried()
    shown = author.get("/criteria/").content.decode()
    assert address in shown
    assert "tried, not in force" in shown
    assert "/criteria/trials/" in shown


def test_a_reader_sees_the_register_and_no_drafts(tried: Callable, browser: Callable) -> None:
    address = tried()
    shown = browser(Role.ANALYST).get("/criteria/").content.decode()
    assert address in shown
    assert "Write a new one" not in shown
    assert "What you are writing" not in shown


def test_a_changed_register_is_said_to_be(tried: Callable, author: Client, tmp_path: Path) -> None:
    tried()
    (tmp_path / "criteria" / "versions" / "from-sin-1.toml").write_text("changed")
    assert "was changed or lost" in author.get("/criteria/").content.decode()


def test_the_border_sees_none(browser: Callable, register: object) -> None:
    del register
    assert browser(Role.BORDER_OFFICER).get("/criteria/").status_code == 403
