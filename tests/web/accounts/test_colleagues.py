"""Colleagues are named by what they chose to be read as."""

from __future__ import annotations

from collections.abc import Callable

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.colleagues import holders, names_of
from gatehouse.web.accounts.models import RoleHeld


def test_references_become_names_and_others_stay(account: Callable) -> None:
    ann = account(Role.ANALYST)
    assert names_of([ann.reference, None, "machine:review", "account:999"]) == {
        ann.reference: ann.display_name,
        "machine:review": "machine:review",
        "account:999": "account:999",
    }
    assert names_of([]) == {}


def test_only_those_who_hold_the_role_now_are_offered(account: Callable) -> None:
    ann, _joe, gone = account(Role.ANALYST), account(Role.OPERATOR), account(Role.ANALYST)
    left = account(Role.ANALYST, Role.SENIOR_ANALYST)
    gone.is_active = False
    gone.save()
    RoleHeld.objects.filter(account=left).update(until="2020-01-01T00:00Z")
    assert holders(Role.ANALYST, Role.SENIOR_ANALYST) == [(ann.pk, ann.display_name)]
