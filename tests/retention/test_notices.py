"""Notices before the data protection officer: seen once, told by number."""

from __future__ import annotations

import pytest

from gatehouse.retention import notices
from gatehouse.retention.models import Notice, UnmaskRequest

pytestmark = pytest.mark.usefixtures("database")


def test_a_notice_is_new_until_it_is_seen() -> None:
    asked = UnmaskRequest.objects.create(
        owner_kind="traveller", owner=5, purpose="p", reference="r", requested_by="account:1"
    )
    made = [Notice.objects.create(request=asked, event=event) for event in ("asked", "approved")]
    assert [one.event for one in notices.listed(10)] == ["approved", "asked"]
    assert notices.mark_seen([made[0].id]) == 1
    assert notices.mark_seen([made[0].id]) == 0
    assert [one.id for one in notices.listed(10, unseen_only=True)] == [made[1].id]
    assert len(notices.listed(1)) == 1
