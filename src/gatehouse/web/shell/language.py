"""The language that a reader chooses: kept in the account, or in a cookie before the sign-in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from gatehouse.web.accounts.models import Account
from gatehouse.web.door import ACTING, public

COOKIE_SECONDS = 365 * 24 * 3600


@public("the sign-in page is read in one's own language too", ACTING)
def choose(request: HttpRequest) -> HttpResponse:
    """Take the language and go back."""
    code = request.POST.get("language", "")
    if code not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest("no such language", content_type="text/plain")
    where = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(where, {request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(where if where and is_ours else reverse("home"))
    if isinstance(request.user, Account):
        Account.objects.filter(pk=request.user.pk).update(language=code)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=COOKIE_SECONDS,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
