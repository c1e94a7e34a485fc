"""What follows a sign-in and a sign-out: the log, the limits of sessions, and where the sitting begins."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed
from allauth.account.signals import user_logged_in as signed_in
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts import lockout
from gatehouse.web.accounts.log import write
from gatehouse.web.accounts.models import Account
from gatehouse.web.accounts.provider import vouches_for_second_factor
from gatehouse.web.accounts.sessions import BEGAN, VOUCHED, end_all, end_oldest

SEEN = "seen"
"""Under which name a session keeps when it was last used."""


def came_in(sender: object, request: HttpRequest, user: Account, **kwargs: object) -> None:
    """Begin the clocks of the session, end surplus ones, and record it."""
    del sender, kwargs
    now = timezone.now().isoformat()
    request.session[BEGAN] = request.session[SEEN] = now
    with transaction.atomic():
        lockout.succeeded(user)
        end_oldest(user, request.session.session_key)
        write("account.entered", _actor(user), user.reference, "signed-in")


def went_out(sender: object, request: HttpRequest, user: Account | None, **kwargs: object) -> None:
    """Record that somebody signed out."""
    del sender, request, kwargs
    if user is not None:
        write("account.left", _actor(user), user.reference, "signed-out")


def has_new_password(sender: object, request: HttpRequest, user: Account, **kwargs: object) -> None:
    """End every other session: whoever knew the old password is out."""
    del sender, kwargs
    end_all(user, request.session.session_key)
    write("account.secured", _actor(user), user.reference, "password-changed")


def was_vouched_for(sender: object, request: HttpRequest, **kwargs: Any) -> None:
    """Keep whether this sign-in, and no earlier one of the same browser, came with a provider's second factor."""
    del sender
    vouching = kwargs.get("sociallogin")
    request.session[VOUCHED] = vouching is not None and vouches_for_second_factor(vouching.provider)


def listen() -> None:
    """Be told of sign-ins, sign-outs and new passwords."""
    signed_in.connect(was_vouched_for, dispatch_uid="gatehouse.was_vouched_for")
    user_logged_in.connect(came_in, dispatch_uid="gatehouse.came_in")
    user_logged_out.connect(went_out, dispatch_uid="gatehouse.went_out")
    password_changed.connect(has_new_password, dispatch_uid="gatehouse.has_new_password")


def _actor(account: Account) -> Actor:
    roles = account.roles()
    # Who holds no role can sign in and do nothing; the log calls them what reads nothing and changes nothing.
    return Actor(account.reference, roles[0] if roles else Role.OVERSIGHT_READER, account.unit or None)
