"""Two persons change an account, and one alone never does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts import changes
from gatehouse.web.accounts.errors import AccountError
from gatehouse.web.accounts.models import Account, AccountChange
from gatehouse.web.sitting import Sitting, sitting_of
from signed_in import entries

Kind, State = AccountChange.Kind, AccountChange.State


@pytest.fixture
def persons(account: Callable[..., Account]) -> tuple[Sitting, Sitting, Account]:
    """An administrator and a data protection officer at work, and an analyst."""
    kept = {"purpose": "upkeep", "reference": "REQ-1"}
    admin, officer = account(Role.ADMINISTRATOR), account(Role.DATA_PROTECTION_OFFICER)
    return sitting_of(admin, kept), sitting_of(officer, kept), account(Role.ANALYST)


def _change(of: Account, kind: Kind = Kind.GIVE_ROLE, **more: str) -> AccountChange:
    return AccountChange(account=of, kind=kind, reference="REQ-1", **{"role": "senior-analyst", **more})


def test_one_proposes_and_another_lets_it_be_done(persons: tuple[Sitting, Sitting, Account]) -> None:
    admin, officer, analyst = persons
    change = changes.propose(admin, _change(analyst))
    assert analyst.roles() == (Role.ANALYST,)
    changes.approve(officer, change)
    assert analyst.roles() == (Role.ANALYST, Role.SENIOR_ANALYST)
    granted = entries("account.granted")[-1]
    assert (granted.actor, granted.details["second"], granted.reason) == (
        admin.actor.id,
        officer.actor.id,
        "manage-accounts",
    )


def test_nobody_decides_alone_or_twice(persons: tuple[Sitting, Sitting, Account]) -> None:
    admin, officer, analyst = persons
    change = changes.propose(admin, _change(analyst))
    with pytest.raises(AccountError):
        changes.approve(admin, change)
    changes.approve(officer, change)
    with pytest.raises(AccountError, match="already"):
        changes.approve(officer, change)
    with pytest.raises(IntegrityError), transaction.atomic():
        AccountChange.objects.filter(pk=change.pk).update(decided_by_id=admin.account)


def test_nobody_changes_their_own_account(persons: tuple[Sitting, Sitting, Account]) -> None:
    admin, officer, _analyst = persons
    own = Account.objects.get(pk=admin.account)
    with pytest.raises(AccountError):
        changes.propose(admin, _change(own))
    with pytest.raises(AccountError):
        changes.approve(officer, changes.propose(admin, _change(Account.objects.get(pk=officer.account))))


def test_a_proposer_who_is_no_administrator_any_more_proposes_nothing(
    persons: tuple[Sitting, Sitting, Account],
) -> None:
    admin, officer, analyst = persons
    change = changes.propose(admin, _change(analyst))
    Account.objects.get(pk=admin.account).rolesheld.all().delete()
    with pytest.raises(AccountError, match="no administrator"):
        changes.approve(officer, change)


def test_a_change_without_a_reference_is_refused(persons: tuple[Sitting, Sitting, Account]) -> None:
    admin, _officer, analyst = persons
    change = _change(analyst)
    change.reference = " "
    with pytest.raises(AccountError):
        changes.propose(admin, change)


def test_it_may_be_declined_or_withdrawn(persons: tuple[Sitting, Sitting, Account]) -> None:
    admin, officer, analyst = persons
    declined, withdrawn = changes.propose(admin, _change(analyst)), changes.propose(admin, _change(analyst))
    changes.decline(officer, declined)
    changes.decline(admin, withdrawn)
    assert set(AccountChange.objects.values_list("state", flat=True)) == {State.DECLINED}
    assert analyst.roles() == (Role.ANALYST,)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.MAKE, Kind.GIVE_ROLE, Kind.TAKE_ROLE)])
def test_every_kind_is_done(persons: tuple[Sitting, Sitting, Account], kind: Kind) -> None:
    admin, officer, analyst = persons
    password = changes.approve(officer, changes.propose(admin, _change(analyst, kind, unit="SEA-2")))
    analyst.refresh_from_db()
    assert bool(password) == (kind is Kind.RESET_PASSWORD)
    assert (analyst.unit == "SEA-2") == (kind is Kind.MOVE)
    assert analyst.is_active == (kind is not Kind.DISABLE)
