"""Who may approve is an enabled account that holds the role now."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings
from django.http import Http404
from django.utils import timezone

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import RoleHeld
from gatehouse.web.criteria import bench


def test_approvers_hold_the_role_now(account: Callable) -> None:
    account(Role.CRITERIA_APPROVER, identifier="now-one")
    left = account(Role.CRITERIA_APPROVER, identifier="left-one")
    gone = account(Role.CRITERIA_APPROVER, identifier="gone-one")
    account(Role.ANALYST, identifier="other-one")
    RoleHeld.objects.filter(account=left).update(until=timezone.now())
    gone.is_active = False
    gone.save()
    assert bench.approvers() == {"now-one"}


def test_a_name_that_is_no_account_is_nobody(account: Callable) -> None:
    made = account(Role.CRITERIA_AUTHOR, identifier="some-one")
    assert bench.account_of("some-one") == made.reference
    assert bench.account_of("Otto Author") is None


def test_without_a_folder_there_is_no_register(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "CRITERIA_FOLDER", None)
    with pytest.raises(Http404):
        bench.register()
