"""A case on the pages, as the web's own role: opened from the confirmed hit, closed with its outcome."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.cooperation.cases.models import Case
from gatehouse.safeguards.vocabulary import Role


def test_it_is_opened_from_the_hit_and_closed(browser: Callable[..., Client], confirmed: int) -> None:
    senior = browser(Role.SENIOR_ANALYST, purpose="screening", reference="C-1")
    assert f'action="/cases/open/{confirmed}/"' in senior.get(f"/hits/{confirmed}/").content.decode()
    senior.post(f"/cases/open/{confirmed}/", {"kind": "revenge"})
    assert not Case.objects.exists()
    page = senior.post(f"/cases/open/{confirmed}/", {"kind": "border"}, follow=True).content.decode()
    assert "To be met at the border" in page
    number = Case.objects.get().pk
    assert (
        "in a case already"
        in senior.post(f"/cases/open/{confirmed}/", {"kind": "border"}, follow=True).content.decode()
    )
    reader = browser(Role.OVERSIGHT_READER, purpose="oversight", reference="SV-1")
    assert reader.post(f"/cases/{number}/close/", {"outcome": "no-ground"}).status_code == 403
    senior.post(f"/cases/{number}/close/", {"outcome": "no-ground"})
    kept = Case.objects.get()
    assert (kept.outcome, kept.closed_at is None) == ("no-ground", False)
    assert "No case is open" in senior.get("/cases/").content.decode()
