"""Where the workbench is served: hosts, scheme and proxies, as the environment says; live mode guesses none of it."""

from __future__ import annotations

import os
from dataclasses import dataclass

from gatehouse.app.errors import SiteError
from gatehouse.app.law import Mode

HOSTS_VARIABLE = "GATEHOUSE_HOSTS"
PROXIES_VARIABLE = "GATEHOUSE_PROXIES"
PLAIN_VARIABLE = "GATEHOUSE_PLAIN_HTTP"
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Site:
    """`hosts` are the names that the site answers to; `secure` says that readers come by https.

    `proxies` are the addresses of trusted reverse proxies, whose X-Forwarded headers are believed.
    """

    hosts: tuple[str, ...]
    proxies: tuple[str, ...]
    secure: bool

    @property
    def origins(self) -> list[str]:
        """The origins that forms may come from."""
        return [f"https://{host}" for host in self.hosts] if self.secure else []


def site(mode: Mode) -> Site:
    """The site of this installation. Raises `SiteError` in live mode for what is missing.

    A demonstration answers to this machine's own names over plain http.
    """
    hosts, proxies = _words(HOSTS_VARIABLE), _words(PROXIES_VARIABLE)
    if mode is Mode.DEMO:
        return Site(hosts or LOCAL_HOSTS, proxies, secure=bool(hosts) and not os.environ.get(PLAIN_VARIABLE))
    if not hosts or "*" in hosts:
        raise SiteError(
            f"live mode needs the names that the site answers to, and {HOSTS_VARIABLE} has none",
            f"set {HOSTS_VARIABLE}=gatehouse.example.org (several: with commas between them; * is none)",
        )
    if os.environ.get(PLAIN_VARIABLE):
        raise SiteError("live mode is not served over plain http", f"unset {PLAIN_VARIABLE}; let a proxy end TLS")
    if not proxies:
        raise SiteError(
            f"live mode is served behind a proxy that ends TLS, and {PROXIES_VARIABLE} names none",
            f"set {PROXIES_VARIABLE}=127.0.0.1 (the address from which the proxy calls)",
        )
    return Site(hosts, proxies, secure=True)


def _words(variable: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in os.environ.get(variable, "").split(",") if word.strip())
