"""Accounts are known by an identifier and not by a name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account, RoleHeld


def test_there_is_no_field_for_a_real_name_or_an_address() -> None:
    names = {field.name for field in Account._meta.get_fields()}
    assert not names & {"first_name", "last_name", "full_name", "email", "phone"}


def test_a_role_is_held_once_at_a_time(account: Callable[..., Account]) -> None:
    one = account(Role.ANALYST)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleHeld.objects.create(account=one, role="analyst")


def test_it_is_found_in_whatever_case_it_is_typed(account: Callable[..., Account]) -> None:
    one = account(identifier="ana-7")
    assert Account.objects.get_by_natural_key("ANA-7") == one
    assert (str(one), one.reference) == ("Colleague ana-7", f"account:{one.pk}")
    assert not one.is_locked
    one.locked_until = timezone.now() + dt.timedelta(minutes=1)
    assert one.is_locked
