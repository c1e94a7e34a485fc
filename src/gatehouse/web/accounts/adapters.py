"""How allauth is to behave here: nobody signs up, failures are counted, second factors are kept encrypted."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.shortcuts import render

from gatehouse.web.accounts import lockout
from gatehouse.web.accounts.log import MACHINE, write
from gatehouse.web.accounts.models import Account

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by identifier and password, with the room's own lockout. There is no e-mail and no sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: accounts are made by two persons, or on the host."""
        del request
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: str) -> None:
        """Refuse to look at the password of what is locked. allauth's own count, which no other process knows, is not
        asked; it still counts wrong second factors.
        """
        if lockout.is_locked(credentials.get("username", ""), self.get_client_ip(request)):
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request: HttpRequest, **credentials: str) -> None:
        """Count it."""
        lockout.failed(credentials.get("username", ""), self.get_client_ip(request))

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address of the other end; behind a trusted proxy the server has put the reader's own there."""
        return str(request.META.get("REMOTE_ADDR") or "unknown")

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Set the password; whoever had to change it now has."""
        if isinstance(user, Account):
            user.must_change_password = False
        super().set_password(user, password)

    def add_message(self, *args: object, **kwargs: object) -> None:
        """Nothing: the page that follows says what was done."""

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """Nothing: no account has an e-mail address here."""


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors whose secrets are encrypted with a key made of the installation's own."""

    def encrypt(self, text: str) -> str:
        """The text as a Fernet token."""
        return _fernet().encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """The text of a Fernet token."""
        return _fernet().decrypt(encrypted_text.encode("ascii")).decode()

    def get_totp_issuer(self) -> str:
        """What an authenticator app shows beside the identifier."""
        return "Gatehouse"


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Sign-in by the word of an OpenID Connect provider, for accounts that exist here."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never: a provider says who somebody is, and not that they may come in."""
        del request, sociallogin
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Take the account whose identifier the provider states, the first time it does."""
        if sociallogin.is_existing:
            return
        stated = str(sociallogin.account.extra_data.get("identifier", "")).lower()
        account = Account.objects.filter(identifier=stated, is_active=True).first() if stated else None
        if account is None:
            write("account.rejected", MACHINE, "store:accounts", "unknown-identifier", details={"attempts": 1})
            raise ImmediateHttpResponse(render(request, "account/unknown_here.html", status=403))
        sociallogin.connect(request, account)

    def on_authentication_error(self, request: HttpRequest, provider: object, **told: object) -> None:
        """Record that a provider's answer was not taken; the page says nothing of why."""
        del request, provider, told
        write("account.rejected", MACHINE, "store:accounts", "provider-not-taken", details={"attempts": 1})


def _fernet() -> Fernet:
    digest = hashlib.sha256(b"gatehouse.accounts.second-factor" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
