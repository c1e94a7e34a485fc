"""What the wiring refuses.

SetupError
├── DatabaseUnavailableError   no usable PostgreSQL
├── LawError                   no law profile that may be put into effect
├── SiteError                  the workbench is not told where it is served
└── ProviderError              a file of OpenID Connect providers that cannot be taken
"""

from __future__ import annotations


class SetupError(Exception):
    """Gatehouse cannot be made ready. `cause` says why and `remedy` what to do; neither holds a password."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(f"{cause}; {remedy}")
        self.cause, self.remedy = cause, remedy


class DatabaseUnavailableError(SetupError):
    """No PostgreSQL could be reached or started, or it is too old."""


class LawError(SetupError):
    """Live mode without a complete, signed law profile, or a mode that is none."""


class SiteError(SetupError):
    """The workbench cannot be served: it is not told its hosts, or how readers reach it."""


class ProviderError(SetupError):
    """A file of OpenID Connect providers that lacks something, or says something unknown. Says no secret."""
