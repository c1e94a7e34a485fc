"""One draft waits at a time."""

from __future__ import annotations

from django.test import Client

from gatehouse.screening.redress.models import Draft


def test_a_second_one_waits_for_the_first(officer: Client, known: str) -> None:
    said = {"outcome": "refused", "reason": "Not ours to give."}
    officer.post(f"/redress/{known}/answer/", said)
    page = officer.post(f"/redress/{known}/answer/", said)
    assert page.status_code == 400
    assert said["reason"] in page.content.decode()
    assert Draft.objects.count() == 1
