"""Middleware: each request gets its sitting, sessions end by themselves, and refusals become pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import ResolverMatch, reverse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control

from gatehouse.assessment.errors import NotAllowedError
from gatehouse.records import RefusedError
from gatehouse.web.accounts.comings import SEEN
from gatehouse.web.accounts.log import write_refusal
from gatehouse.web.accounts.models import Account
from gatehouse.web.accounts.sessions import BEGAN, VOUCHED
from gatehouse.web.door import PageRefusedError, SignInNeededError, door_of
from gatehouse.web.refusals import no_role_page, refusal_page
from gatehouse.web.sitting import sitting_of

IDLE = dt.timedelta(minutes=30)
"""Without a click for this long, a session is over."""
ABSOLUTE = dt.timedelta(hours=10)
"""However busy, a session is over after a working day."""
NOTED_AGAIN_AFTER = dt.timedelta(seconds=60)
"""How often at most a session's last use is written."""

Next = Callable[[HttpRequest], HttpResponse]


class SeatingMiddleware:
    """Puts `request.sitting` on each request, None where nobody may act; before the view, after authentication."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on with its sitting."""
        request.sitting = None  # type: ignore[attr-defined]
        if isinstance(request.user, Account):
            if _is_over(request):
                logout(request)
                return redirect_to_login(request.get_full_path())
            request.sitting = sitting_of(request.user, request.session)  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.user.is_authenticated:
            # What somebody saw stays in no cache, not even in the browser's own.
            patch_cache_control(response, private=True, no_store=True)
        return response

    def process_view(self, request: HttpRequest, view: object, *args: object) -> HttpResponse | None:
        """Refuse a view without a door, and send whoever has to secure their account first to where that is done."""
        del args
        door = door_of(view)
        if door is None:
            raise LookupError(f"{_name(request.resolver_match)}: a view without a door; see docs/workbench.md")
        if door.act is None or not isinstance(request.user, Account):
            return None
        if request.user.must_change_password:
            return redirect("account_change_password")
        vouched = request.session.get(VOUCHED)
        if settings.SECOND_FACTOR_NEEDED and not vouched and not _has_second_factor(request.user):
            return redirect("mfa_index")
        return None

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Show why a page was refused, or where to sign in."""
        if isinstance(fault, RefusedError | NotAllowedError):
            return refusal_page(request, fault.answer)
        if isinstance(fault, PageRefusedError):
            write_refusal(fault.decision)
            return refusal_page(request, fault.decision)
        if isinstance(fault, SignInNeededError):
            if request.user.is_authenticated:
                return no_role_page(request)
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        return None


class ReadersLanguageMiddleware:
    """The language that the reader chose, kept in their account; before that, what cookie and browser say."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on in the account's language."""
        if isinstance(request.user, Account) and request.user.language in dict(settings.LANGUAGES):
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language() or ""
        return self.get_response(request)


def _is_over(request: HttpRequest) -> bool:
    """Whether the session is to end now. Notes its use otherwise."""
    now = timezone.now()
    began, seen = (_moment(request.session.get(name)) for name in (BEGAN, SEEN))
    if began is None or seen is None or now - began > ABSOLUTE or now - seen > IDLE:
        return True
    if now - seen > NOTED_AGAIN_AFTER:
        request.session[SEEN] = now.isoformat()
    return False


def _moment(kept: object) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(str(kept))
    except ValueError:
        return None


def _has_second_factor(account: Account) -> bool:
    # Imported here: the commands that make accounts do not install allauth.
    from allauth.mfa.models import Authenticator

    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user_id=account.pk, type__in=kinds).exists())


def _name(match: ResolverMatch | None) -> str:
    return match.view_name if match else "?"
