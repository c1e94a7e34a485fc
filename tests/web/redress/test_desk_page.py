"""What the desk shows of a request is read whole, with what waits for a second person."""

from __future__ import annotations

from django.test import Client


def test_a_draft_that_waits_stands_on_the_page(officer: Client, known: str) -> None:
    officer.post(f"/redress/{known}/answer/", {"outcome": "refused", "reason": "Not ours to give."})
    page = officer.get(f"/redress/{known}/").context["about"]
    assert [one.said["reason"] for one in page.drafts] == ["Not ours to give."]
    assert page.row.is_proved
    assert [one.event for one in page.events] == ["opened", "identity-proved"]
