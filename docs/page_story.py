"""What is played in a demonstration before its pictures are taken: decisions, a question at the border, a request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

REFERENCE = "OP-2026-014"
Sat = Callable[[str], Any]


def told(sat: Sat) -> None:
    """Play it. Each act is one that a person does in the browser; what was played before is played again on others."""
    analyst = sat("analyst")
    decided(analyst, "same", "same/document", "The same passport number and issuer.")
    decided(analyst, "same", "same/name-birth-and-more", "Name, birth date and the place of birth.")
    decided(analyst, "not-same", "not-same/document", "")
    decided(analyst, "cannot-tell", "cannot-tell/list-detail", "The entry has no birth date.")
    analyst.context.close()
    senior = sat("senior-analyst")
    seconded(senior)
    senior.context.close()
    asked_publicly(sat(""))


def decided(page: Any, answer: str, reason: str, text: str) -> None:
    """The strongest hit that waits for a first person gets this answer."""
    page.goto("/hits/?state=open&order=strength")
    page.click("table.queue tbody th a")
    page.check(f"input[name=answer][value={answer}]")
    page.select_option("select[name=reason]", reason)
    page.fill("textarea[name=text] >> nth=0", text)
    page.click("section:has(#decide) .acts button")
    page.wait_for_selector(".notice-success")


def seconded(page: Any) -> None:
    """A second person agrees with one proposal."""
    page.goto("/hits/?state=awaiting-second&order=strength")
    page.click("table.queue tbody th a")
    page.check("input[name=agrees][value=yes]")
    page.click("section:has(#second) .acts button")
    page.wait_for_selector(".notice-success")


def asked_publicly(page: Any) -> None:
    """Somebody without an account asks why they are stopped each time."""
    page.goto("/redress/ask/")
    page.check("input[name=kind] >> nth=0")
    page.fill("input[name=name]", "Anna Example")
    page.fill("textarea[name=contact]", "anna@example.org")
    page.fill("textarea[name=says]", "I am stopped at every flight, three times this year.")
    page.click("main form button[type=submit]")
    page.context.close()
