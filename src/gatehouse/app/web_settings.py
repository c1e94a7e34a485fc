"""What Django needs to know where there are pages: apps, middleware, templates, languages, sign-in, headers.

Only `gatehouse serve` and tests ask for this, so that every other command starts without it.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from csp.constants import NONE, SELF

from gatehouse.app.home import audit_keys
from gatehouse.app.law import Law, Mode
from gatehouse.app.sign_in import Provider
from gatehouse.app.site import Site
from gatehouse.web.wording.languages import LANGUAGES, SOURCE

WEB = Path(__file__).parents[1] / "web"
COUNTED = "django.core.cache.backends.db.DatabaseCache"
UPLOAD_BYTES_MAX = 10 << 20
FIELDS_MAX = 500
UPLOADS = [
    "gatehouse.web.uploads.BoundedUploads",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
SESSION_SECONDS = int(dt.timedelta(hours=10).total_seconds())
HSTS_SECONDS = int(dt.timedelta(days=365).total_seconds())
PASSWORD_CHARS_MIN = 14
LEAKED_VARIABLE = "GATEHOUSE_LEAKED_PASSWORDS"
"""Names the operator's file of leaked passwords."""

APPS = (
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "gatehouse.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
)
MIDDLEWARE = (
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "gatehouse.web.seating.ReadersLanguageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "gatehouse.web.seating.SeatingMiddleware",
)


def web_settings(
    law: Law, site: Site, wording: Path, static: Path | None = None, providers: tuple[Provider, ...] = ()
) -> dict[str, object]:
    """The settings of pages under this law at this site.

    `wording` is the folder of compiled catalogues. `static` is where files are collected under names that carry their
    hash; without it they are found where they lie, which is slower. `providers` may vouch for who signs in.
    """
    return {
        "MODE": law.mode,
        "AUDIT_KEYS": audit_keys(),
        "INSTALLED_APPS": APPS,
        "MIDDLEWARE": list(MIDDLEWARE),
        "ROOT_URLCONF": "gatehouse.web.urls",
        "ALLOWED_HOSTS": list(site.hosts),
        "CSRF_TRUSTED_ORIGINS": site.origins,
        "CSRF_FAILURE_VIEW": "gatehouse.web.refusals.form_expired",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": UPLOAD_BYTES_MAX,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": FIELDS_MAX,
        "FILE_UPLOAD_HANDLERS": UPLOADS,
        "APPEND_SLASH": True,
        # In the database, so that tries are counted over all processes and survive a restart.
        "CACHES": {"default": {"BACKEND": COUNTED, "LOCATION": "accounts_counted"}},
        **_templates(),
        **_languages(wording),
        **_files(static),
        **_headers(site, providers),
        **_sessions(site),
        **_sign_in(law, site),
        **_providers(providers),
    }


def _templates() -> dict[str, object]:
    processors = [
        "django.template.context_processors.request",
        "django.template.context_processors.i18n",
        "django.contrib.auth.context_processors.auth",
        "django.contrib.messages.context_processors.messages",
        "gatehouse.web.context.workbench",
    ]
    engine = {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": processors, "builtins": ["gatehouse.web.templatetags.reading"]},
    }
    return {"TEMPLATES": [engine], "FORM_RENDERER": "gatehouse.web.forms.WorkbenchRenderer"}


def _languages(wording: Path) -> dict[str, object]:
    return {
        "USE_I18N": True,
        "LANGUAGE_CODE": SOURCE,
        "LANGUAGES": [(language.code, language.name) for language in LANGUAGES],
        "LOCALE_PATHS": [wording],
        "LANGUAGE_COOKIE_HTTPONLY": True,
        "LANGUAGE_COOKIE_SAMESITE": "Lax",
    }


def _files(static: Path | None) -> dict[str, object]:
    hashed = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    found = "django.contrib.staticfiles.storage.StaticFilesStorage"
    return {
        "STATIC_URL": "/static/",
        "STATIC_ROOT": static,
        "WHITENOISE_USE_FINDERS": static is None,
        "STORAGES": {
            "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
            "staticfiles": {"BACKEND": hashed if static else found},
        },
    }


def _headers(site: Site, providers: tuple[Provider, ...]) -> dict[str, object]:
    directives = {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *sorted({one.origin for one in providers})],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
    return {
        "CONTENT_SECURITY_POLICY": {"DIRECTIVES": directives},
        "X_FRAME_OPTIONS": "DENY",
        "SECURE_REFERRER_POLICY": "same-origin",
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        "SECURE_HSTS_SECONDS": HSTS_SECONDS if site.secure else 0,
        "SECURE_SSL_REDIRECT": False,
    }


def _sessions(site: Site) -> dict[str, object]:
    prefix = "__Host-" if site.secure else ""
    return {
        "SESSION_ENGINE": "gatehouse.web.accounts.sessions",
        "SESSION_COOKIE_NAME": f"{prefix}gatehouse",
        "SESSION_COOKIE_AGE": SESSION_SECONDS,
        "SESSION_COOKIE_SECURE": site.secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "CSRF_COOKIE_NAME": f"{prefix}gatehouse-form",
        "CSRF_COOKIE_SECURE": site.secure,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "LANGUAGE_COOKIE_SECURE": site.secure,
        "MESSAGE_STORAGE": "django.contrib.messages.storage.session.SessionStorage",
    }


def _sign_in(law: Law, site: Site) -> dict[str, object]:
    validators = "django.contrib.auth.password_validation"
    return {
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"{validators}.MinimumLengthValidator", "OPTIONS": {"min_length": PASSWORD_CHARS_MIN}},
            {"NAME": f"{validators}.CommonPasswordValidator"},
            {
                "NAME": "gatehouse.web.accounts.leaked.LeakedPasswordValidator",
                "OPTIONS": {"path": os.environ.get(LEAKED_VARIABLE, "")},
            },
            {"NAME": f"{validators}.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ["identifier"]}},
        ],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "home",
        "SECOND_FACTOR_NEEDED": law.mode is Mode.LIVE,
        "ACCOUNT_FORMS": {"login": "gatehouse.web.accounts.sign_in_form.SignInForm"},
        "ACCOUNT_ADAPTER": "gatehouse.web.accounts.adapters.AccountAdapter",
        "ACCOUNT_USER_MODEL_USERNAME_FIELD": "identifier",
        "ACCOUNT_USER_MODEL_EMAIL_FIELD": None,
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_LOGOUT_REDIRECT_URL": "account_login",
        "ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE": False,
        "ACCOUNT_PRESERVE_USERNAME_CASING": False,
        "ACCOUNT_DEFAULT_HTTP_PROTOCOL": "https" if site.secure else "http",
        "ACCOUNT_REAUTHENTICATION_TIMEOUT": 600,
        "MFA_ADAPTER": "gatehouse.web.accounts.adapters.SecondFactorAdapter",
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_ALLOW_UNVERIFIED_EMAIL": True,
        "MFA_TOTP_TOLERANCE": 1,
        "MFA_RECOVERY_CODES_SHOW_ONCE": True,
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not site.secure,
        "SOCIALACCOUNT_ADAPTER": "gatehouse.web.accounts.adapters.ProviderAdapter",
        "SOCIALACCOUNT_AUTO_SIGNUP": False,
        "SOCIALACCOUNT_STORE_TOKENS": False,
        "SOCIALACCOUNT_LOGIN_ON_GET": False,
    }


def _providers(providers: tuple[Provider, ...]) -> dict[str, object]:
    return {"SOCIALACCOUNT_PROVIDERS": {"openid_connect": {"APPS": [one.app() for one in providers]}}}
