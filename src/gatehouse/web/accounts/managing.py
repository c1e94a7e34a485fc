"""Accounts made and changed: each act with its entry in the log, in one transaction.

Who may ask for it was settled before: on the pages by two persons (`changes`), on the host by whoever runs commands
there, who holds the whole installation anyhow.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import wraps
from typing import Any, Protocol, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.errors import AccountError
from gatehouse.web.accounts.log import write
from gatehouse.web.accounts.models import NO_PERSONS, Account, RoleHeld
from gatehouse.web.accounts.sessions import end_all

PASSWORD_BYTES = 15
Answer = TypeVar("Answer", covariant=True)


@dataclass(frozen=True, slots=True)
class By:
    """Who changes an account: the one who acts, the second person where there is one, and the rule that lets them."""

    actor: Actor
    rule: str
    second: str | None = None

    def write(self, act: str, account: Account) -> None:
        """The entry of what was done to `account`."""
        details: dict[str, int | str] = {"second": self.second} if self.second else {}
        write(act, self.actor, account.reference, self.rule, details=details)


class _Acting(Protocol[Answer]):
    def __call__(self, by: By, account: Account, *args: Any) -> Answer: ...


def _on_locked(act: _Acting[Answer]) -> _Acting[Answer]:
    """Hold the account's row while it is changed: two changes at once are one after the other."""

    @wraps(act)
    def locked(by: By, account: Account, *args: Any) -> Answer:
        with transaction.atomic():
            return act(by, Account.objects.select_for_update().get(pk=account.pk), *args)

    return locked


def make(by: By, identifier: str, display_name: str, unit: str) -> tuple[Account, str]:
    """A new account without a role, and its first password, which has to be changed.

    Raises AccountError for an identifier that is taken or of another shape.
    """
    account = Account(identifier=identifier.lower(), display_name=display_name, unit=unit, must_change_password=True)
    password = new_password()
    account.set_password(password)
    try:
        account.full_clean()
    except ValidationError as fault:
        told = "; ".join(f"{name}: {' '.join(texts)}" for name, texts in fault.message_dict.items())
        raise AccountError(told, _("write it so and try again")) from fault
    with transaction.atomic():
        account.save()
        by.write("account.granted", account)
    return account, password


@_on_locked
def give_role(by: By, account: Account, role: Role) -> None:
    """Let the account hold a role from now on. AccountError where it holds it, or no account may."""
    if role in NO_PERSONS:
        raise AccountError(_("nobody signs in as this"), _("choose another role"))
    if role in account.roles():
        raise AccountError(_("the account holds this role already"), _("nothing is left to do"))
    RoleHeld.objects.create(account=account, role=role)
    by.write("account.granted", account)


@_on_locked
def take_role(by: By, account: Account, role: Role) -> None:
    """End a role. AccountError where the account does not hold it."""
    held = account.rolesheld.filter(role=role, until__isnull=True)
    if not held.update(until=timezone.now()):
        raise AccountError(_("the account does not hold this role"), _("nothing is left to do"))
    by.write("account.revoked", account)


@_on_locked
def move(by: By, account: Account, unit: str) -> None:
    """Put the account into another unit."""
    account.unit = unit
    account.save(update_fields=["unit"])
    by.write("account.granted", account)


@_on_locked
def disable(by: By, account: Account) -> None:
    """Let nobody sign in to the account any more, and end its sessions."""
    account.is_active = False
    account.save(update_fields=["is_active"])
    end_all(account)
    by.write("account.revoked", account)


@_on_locked
def enable(by: By, account: Account) -> None:
    """Let people sign in to the account again."""
    account.is_active, account.locked_until, account.failures = True, None, 0
    account.save(update_fields=["is_active", "locked_until", "failures"])
    by.write("account.granted", account)


@_on_locked
def reset_password(by: By, account: Account) -> str:
    """A new password, which has to be changed; sessions end, and a lock is lifted."""
    password = new_password()
    account.set_password(password)
    account.must_change_password, account.locked_until, account.failures = True, None, 0
    account.save()
    end_all(account)
    by.write("account.secured", account)
    return password


@_on_locked
def reset_factors(by: By, account: Account) -> int:
    """Forget the account's second factors and end its sessions. How many there were."""
    # Imported here: only where there are pages is allauth installed.
    from allauth.mfa.models import Authenticator

    forgotten: int = Authenticator.objects.filter(user_id=account.pk).delete()[0]
    end_all(account)
    by.write("account.secured", account)
    return forgotten


def new_password() -> str:
    """A password that nobody can guess: 120 bits."""
    return secrets.token_urlsafe(PASSWORD_BYTES)
