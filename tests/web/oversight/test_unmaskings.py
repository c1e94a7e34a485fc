"""Notices are shown to supervisors, and the officer marks them."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.retention.models import Notice, UnmaskRequest
from gatehouse.safeguards.vocabulary import Role


def test_only_the_officer_marks_notices_as_seen(browser: Callable[..., Client], reader: Client) -> None:
    asked = UnmaskRequest.objects.create(
        owner_kind="traveller", owner=7, purpose="screening", reference="C-1", requested_by="account:1"
    )
    notice = Notice.objects.create(request=asked, event="asked")
    assert "traveller:7" in reader.get("/oversight/unmaskings/").content.decode()
    reader.post("/oversight/unmaskings/seen/", {"notice": notice.pk})
    assert Notice.objects.filter(seen_at=None).exists()
    officer = browser(Role.DATA_PROTECTION_OFFICER, purpose="oversight", reference="D-1")
    officer.post("/oversight/unmaskings/seen/", {"notice": [notice.pk, "x", "9" * 40]})
    assert not Notice.objects.filter(seen_at=None).exists()
