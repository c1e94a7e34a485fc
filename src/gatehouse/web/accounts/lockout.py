"""Guessing made slow: an account and a network address are locked for a while after failed sign-ins.

Counted in the database, so that all processes count together. A locked account is told the same as any other failure
of its kind, and the count of an unknown identifier is that of the address only.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone
from django.utils.crypto import salted_hmac

from gatehouse.web.accounts.log import MACHINE, write
from gatehouse.web.accounts.models import Account, AddressFailures

ACCOUNT_FAILURES_MAX = 5
ADDRESS_FAILURES_MAX = 50
"""Within `ADDRESS_HOURS`; many people may sit behind one address."""
ADDRESS_HOURS = 1
LOCKED_MINUTES = 15


def is_locked(identifier: str, address: str) -> bool:
    """Whether a sign-in of this identifier from this address is not looked at now."""
    now = timezone.now()
    if Account.objects.filter(identifier=identifier.lower(), locked_until__gt=now).exists():
        return True
    since = now - dt.timedelta(hours=ADDRESS_HOURS)
    rows = AddressFailures.objects.filter(address=_hashed(address), hour__gt=since)
    return int(rows.aggregate(sum=Sum("failures"))["sum"] or 0) >= ADDRESS_FAILURES_MAX


def failed(identifier: str, address: str) -> None:
    """Count a failed sign-in, lock what had too many, and record it."""
    with transaction.atomic():
        hour = timezone.now().replace(minute=0, second=0, microsecond=0)
        row, _ = AddressFailures.objects.get_or_create(address=_hashed(address), hour=hour)
        AddressFailures.objects.filter(pk=row.pk).update(failures=F("failures") + 1)
        account = Account.objects.select_for_update().filter(identifier=identifier.lower()).first()
        if account is None:
            write("account.rejected", MACHINE, "store:accounts", "unknown-identifier", details={"attempts": 1})
            return
        _count(account)


def _count(account: Account) -> None:
    account.failures += 1
    reason = "sign-in-failed"
    if account.failures % ACCOUNT_FAILURES_MAX == 0:
        account.locked_until = timezone.now() + dt.timedelta(minutes=LOCKED_MINUTES)
        reason = "locked"
    account.save(update_fields=["failures", "locked_until"])
    write("account.rejected", MACHINE, account.reference, reason, details={"attempts": account.failures})


def succeeded(account: Account) -> None:
    """Somebody came in: forget the account's failures. Those of the address stay, or a guesser could wipe them."""
    Account.objects.filter(pk=account.pk).update(failures=0, locked_until=None)


def _hashed(address: str) -> str:
    return salted_hmac("gatehouse.accounts.address", address, algorithm="sha256").hexdigest()
