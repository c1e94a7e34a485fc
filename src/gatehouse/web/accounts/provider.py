"""Signing in by the word of an OpenID Connect provider, held to more than allauth holds it to by itself.

The word is taken only if it is signed with a key that the provider publishes, is meant for us, answers the question
that this session asked (state and nonce), and says what is expected of a second factor (OpenID Connect Core 1.0,
sections 2 and 3.1.3.7). Of all that it says only who it is about is kept, as a hash; roles come from two persons here,
never from it.

Trust: whoever controls the provider can be any account whose identifier it states.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Any

import jwt
import requests
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA")
"""Signatures that are taken; none with a shared secret, and not `none`."""
LEEWAY_SECONDS = 60
STATE_BYTES = 32
WANTED = ["iss", "sub", "aud", "exp", "iat", "nonce"]


class WordError(OAuth2Error):
    """The provider's word is not taken: why. Repeats nothing of it."""


class Provider(OpenIDConnectProvider):
    """Asks with a nonce, and takes no parameter of the question from whoever presses the button."""

    def redirect_from_request(self, request: HttpRequest) -> HttpResponse:
        """Go and ask. Whatever the address says of scopes, parameters or connecting an account is not looked at."""
        return self.redirect(request, AuthProcess.LOGIN)

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **kwargs: Any
    ) -> HttpResponse:
        """The question, bound to this session by its state, and its answer by the nonce made of that.

        A provider that does not answer is told of like one whose word is not taken.
        """
        state = secrets.token_urlsafe(STATE_BYTES)
        asked = self.get_auth_params() | {"nonce": _nonce(state)}
        try:
            sent: HttpResponse = super().redirect(
                request, process, next_url, data, auth_params=asked, state_id=state, **kwargs
            )
        except (requests.RequestException, KeyError, ValueError) as fault:
            answer: HttpResponse = render_authentication_error(request, self, exception=fault)
            return answer
        return sent

    def extract_uid(self, data: dict[str, Any]) -> str:
        """Who it is about, at this issuer, as a hash: another issuer under the same name vouches for nobody."""
        return hashlib.sha256(f"{data['iss']}\n{data['sub']}".encode()).hexdigest()

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, object]:
        """The identifier, until the account is found; names and addresses are not kept."""
        return {"identifier": str(data.get(self.app.settings["identifier"], ""))}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, object]:
        """Nothing: no account is made of what a provider says."""
        del data
        return {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        """None."""
        del data
        return []


class Adapter(OpenIDConnectOAuth2Adapter):
    """Reads the provider's answer."""

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        """The sign-in that the answer's word tells of. Raises `WordError` for a word that is not taken."""
        claims = self._claims(request, app, str(kwargs["response"].get("id_token", "")))
        if app.settings["identifier"] not in claims:
            claims |= self._more(str(claims["sub"]), token.token)
        return self.get_provider().sociallogin_from_response(request, claims)

    def _claims(self, request: HttpRequest, app: Any, word: str) -> dict[str, object]:
        issuer = app.settings["issuer"]
        if self.openid_config.get("issuer") != issuer:
            raise WordError("the provider calls itself otherwise than the file of providers")
        try:
            algorithm, key = jwtkit.fetch_key(word, self.openid_config["jwks_uri"], jwtkit.lookup_kid_jwk)
            if algorithm not in ALGORITHMS:
                raise WordError("the word is signed in a way that is not taken")
            claims: dict[str, Any] = jwt.decode(
                word,
                key,
                algorithms=[algorithm],
                audience=app.client_id,
                issuer=issuer,
                leeway=LEEWAY_SECONDS,
                options={"require": WANTED},
            )
        except (jwt.PyJWTError, KeyError, TypeError, ValueError) as fault:
            raise WordError(f"the word cannot be taken ({type(fault).__name__})") from fault
        _check(claims, app, _nonce(request.GET.get("state", "")))
        return claims

    def _more(self, subject: str, access_token: str) -> dict[str, object]:
        """What the provider says beside its word, of the same person or not at all."""
        said: dict[str, Any] = self._fetch_user_info(access_token)
        if said.get("sub") != subject:
            raise WordError("the provider speaks of two persons")
        return {name: value for name, value in said.items() if name not in WANTED}


def _check(claims: dict[str, Any], app: Any, nonce: str) -> None:
    if not hmac.compare_digest(str(claims["nonce"]), nonce):
        raise WordError("the word answers another question")
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if several else app.client_id) != app.client_id:
        raise WordError("the word is for another client")
    wanted = app.settings
    if wanted["acr"] and claims.get("acr") not in wanted["acr"]:
        raise WordError("the provider does not state the class of authentication that is expected")
    stated = claims.get("amr")
    if wanted["amr"] and not set(stated if isinstance(stated, list) else ()) & set(wanted["amr"]):
        raise WordError("the provider does not state a second factor")


def _nonce(state: str) -> str:
    return salted_hmac("gatehouse.accounts.nonce", state, algorithm="sha256").hexdigest()


def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Go to the provider, from a button that is pressed."""
    return _answered(OAuth2LoginView, request, provider_id)


def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Back from the provider."""
    return _answered(OAuth2CallbackView, request, provider_id)


def _answered(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    from allauth.socialaccount.models import SocialApp

    try:
        answer: HttpResponse = view.adapter_view(Adapter(request, provider_id))(request)
    except SocialApp.DoesNotExist as fault:
        raise Http404 from fault
    return answer


def vouches_for_second_factor(provider: Provider) -> bool:
    """Whether nobody is let in by this provider who did not show it a second factor."""
    return bool(provider.app.settings["acr"] or provider.app.settings["amr"])


provider_classes = [Provider]
"""Where allauth looks for providers: a module of this name in an app."""
