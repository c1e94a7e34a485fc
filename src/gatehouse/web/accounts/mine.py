"""One's own account: what it is called, its roles, its ways of signing in, its sessions."""

from __future__ import annotations

from typing import cast

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gatehouse.web.accounts.models import Account
from gatehouse.web.accounts.sessions import end_all
from gatehouse.web.door import ACTING, own


@own("one's own account")
def my_account(request: HttpRequest) -> HttpResponse:
    """What the account is, and links to what can be changed."""
    account = cast(Account, request.user)
    factors = Authenticator.objects.filter(user_id=account.pk)
    context = {
        "account": account,
        "roles": account.roles(),
        "sessions": account.sessions.count(),
        "has_app": factors.filter(type=Authenticator.Type.TOTP).exists(),
        "keys": factors.filter(type=Authenticator.Type.WEBAUTHN).count(),
    }
    return render(request, "accounts/mine.html", context)


@own("one's own sessions", ACTING)
def end_sessions(request: HttpRequest) -> HttpResponse:
    """End every session of the account but this one."""
    ended = end_all(cast(Account, request.user), request.session.session_key)
    messages.success(request, _("%(count)s other sessions were ended.") % {"count": ended})
    return redirect("my-account")
