"""Clients made, their tokens exchanged and ended. On the host only; each act with its entry in the log."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import secrets
from enum import StrEnum
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts import managing
from gatehouse.web.accounts.errors import AccountError
from gatehouse.web.accounts.managing import By
from gatehouse.web.accounts.models import Account
from gatehouse.web.api.models import Client, Token

TOKEN_BYTES = 32
TOKEN_BEGINS = "gh_"  # noqa: S105  (what every token begins with, so that one that leaked is recognised)
DAYS_MAX = 366
OVERLAP_MAX = dt.timedelta(days=7)
PER_MINUTE = 120
PER_MINUTE_MAX = 6000
NAME = re.compile(r"[a-z][a-z0-9-]{2,30}", re.ASCII)


class Scope(StrEnum):
    """A part of the API."""

    MESSAGES = "messages"
    HITS = "hits"
    DECISIONS = "decisions"
    LISTS = "lists"
    TRAVELLERS = "travellers"
    BORDER = "border"


class Wanted(NamedTuple):
    """A client that is to be made; `person` is the identifier of a person's account, none for one of its own."""

    name: str
    role: Role
    scopes: tuple[Scope, ...]
    person: str = ""
    unit: str = ""
    per_minute: int = PER_MINUTE


def add(by: By, wanted: Wanted, days: int) -> tuple[Client, str]:
    """A new client, and its token, which is shown this once. AccountError for what cannot be.

    Decisions are made by people: their scope is for tokens of a person's own account.
    """
    _check(wanted, days)
    with transaction.atomic():
        account = _person(wanted) if wanted.person else _own(by, wanted)
        made = Client.objects.create(
            name=wanted.name,
            account=account,
            role=wanted.role,
            scopes=list(wanted.scopes),
            per_minute=wanted.per_minute,
            is_personal=bool(wanted.person),
        )
        by.write("account.secured", account)
        return made, _token(made, days)


def _check(wanted: Wanted, days: int) -> None:
    if not NAME.fullmatch(wanted.name):
        raise AccountError("a client is named in small letters, digits and hyphens, 3 to 31", "choose such a name")
    if Client.objects.filter(name=wanted.name).exists():
        raise AccountError("there is a client of this name", "rotate its token, or choose another name")
    if not wanted.scopes:
        raise AccountError("a client without a scope can do nothing", "give it one or more with --scope")
    if Scope.DECISIONS in wanted.scopes and not wanted.person:
        raise AccountError("decisions are made by people", "make the token for a person's account with --person")
    if not 1 <= wanted.per_minute <= PER_MINUTE_MAX:
        raise AccountError(f"a client asks 1 to {PER_MINUTE_MAX} times a minute", "choose such a number")
    _check_days(days)


def _check_days(days: int) -> None:
    if not 1 <= days <= DAYS_MAX:
        raise AccountError(f"a token lives 1 to {DAYS_MAX} days", "choose such a number")


def _person(wanted: Wanted) -> Account:
    account = Account.objects.filter(identifier=wanted.person.lower()).first()
    if account is None or wanted.role not in account.roles():
        raise AccountError("there is no such account, or it does not hold the role", "see `gatehouse accounts list`")
    return account


def _own(by: By, wanted: Wanted) -> Account:
    """An account that nobody can sign in to. The machine's role is no account's; the client says it."""
    account, _password = managing.make(by, f"client-{wanted.name}", f"Client {wanted.name}", wanted.unit)
    account.set_unusable_password()
    account.must_change_password = False
    account.save(update_fields=["password", "must_change_password"])
    if wanted.role is not Role.MACHINE:
        managing.give_role(by, account, wanted.role)
    return account


def rotate(by: By, name: str, days: int, overlap: dt.timedelta) -> str:
    """A new token; those before it end after `overlap`, so that the program can be told meanwhile."""
    _check_days(days)
    if not dt.timedelta() <= overlap <= OVERLAP_MAX:
        raise AccountError(f"an old token lives on for at most {OVERLAP_MAX.days} days", "choose fewer")
    with transaction.atomic():
        client = _living(name)
        until = timezone.now() + overlap
        client.token_set.filter(expires_at__gt=until).update(expires_at=until)
        by.write("account.secured", client.account)
        return _token(client, days)


def revoke(by: By, name: str) -> None:
    """End a client and all of its tokens at once."""
    with transaction.atomic():
        client = _living(name)
        now = timezone.now()
        client.token_set.filter(expires_at__gt=now).update(expires_at=now)
        client.revoked_at = now
        client.save(update_fields=["revoked_at"])
        by.write("account.revoked", client.account)


def _living(name: str) -> Client:
    found = Client.objects.select_for_update(of=("self",)).filter(name=name, revoked_at=None).first()
    if found is None:
        raise AccountError("there is no such client, or it was ended", "see `gatehouse clients list`")
    return found


def _token(client: Client, days: int) -> str:
    token = TOKEN_BEGINS + secrets.token_urlsafe(TOKEN_BYTES)
    Token.objects.create(client=client, sha256=hashed(token), expires_at=timezone.now() + dt.timedelta(days=days))
    return token


def hashed(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
