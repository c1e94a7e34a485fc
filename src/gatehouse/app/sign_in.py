"""Providers of OpenID Connect: `sign_in.toml` in the home directory, read strictly; secrets lie elsewhere.

Each `[[provider]]` says who vouches (issuer), as whom we ask (client), where the secret is (a file that only its owner
reads, or a variable of the environment), which claim holds our identifier, and what the provider has to say of a second
factor (`acr`, `amr`; OpenID Connect Core 1.0, section 2). Nothing of it is stored in the database.
"""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from gatehouse.app.errors import ProviderError
from gatehouse.app.law import Mode

SIGN_IN_FILE = "sign_in.toml"
LOCAL = ("localhost", "127.0.0.1")
_ID = re.compile(r"[a-z][a-z0-9-]{1,30}", re.ASCII)
TAKEN = frozenset({"second", "closed", "provider"})
"""Words that stand in addresses of the sign-in already."""


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider. `acr` and `amr`: what its word has to state, any of each; `origin` is where its sign-in page is."""

    id: str
    name: str
    issuer: str
    client_id: str
    secret: str
    identifier: str = "preferred_username"
    acr: tuple[str, ...] = ()
    amr: tuple[str, ...] = ()
    origin: str = ""

    def app(self) -> dict[str, object]:
        """What allauth is told of it."""
        return {
            "provider_id": self.id,
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.secret,
            "settings": {
                "server_url": self.issuer,
                "issuer": self.issuer,
                "oauth_pkce_enabled": True,
                "scope": ["openid", "profile"],
                "identifier": self.identifier,
                "acr": list(self.acr),
                "amr": list(self.amr),
                "auth_params": {"acr_values": " ".join(self.acr)} if self.acr else {},
            },
        }


TEXTS = ("id", "name", "issuer", "client_id", "identifier", "origin")
LISTS = ("acr", "amr")
SECRETS = ("secret_file", "secret_variable")
NEEDED = ("id", "name", "issuer", "client_id")


def providers(directory: Path, mode: Mode) -> tuple[Provider, ...]:
    """The providers of the file, none where there is no file. Raises `ProviderError` for anything it should not say."""
    path = directory / SIGN_IN_FILE
    if not path.exists():
        return ()
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise ProviderError(f"{SIGN_IN_FILE} cannot be read ({type(fault).__name__})", "write TOML in UTF-8") from fault
    entries = said.get("provider")
    if set(said) != {"provider"} or not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        raise ProviderError(f"{SIGN_IN_FILE} holds something else than providers", "begin each with [[provider]]")
    found = tuple(_provider(number, entry, mode) for number, entry in enumerate(entries, 1))
    if len({one.id for one in found}) != len(found):
        raise ProviderError(f"{SIGN_IN_FILE}: two providers have one id", "give each an id of its own")
    return found


def _provider(number: int, entry: dict[str, Any], mode: Mode) -> Provider:
    where = f"{SIGN_IN_FILE}, provider {number}"
    known = {*TEXTS, *LISTS, *SECRETS}
    if unknown := sorted(set(entry) - known):
        raise ProviderError(f"{where}: {unknown[0]} is no key", f"its keys are {', '.join(sorted(known))}")
    for key in NEEDED:
        if not entry.get(key):
            raise ProviderError(f"{where}: {key} is missing", f"write {key} = …")
    for key in (*TEXTS, *SECRETS):
        if not isinstance(entry.get(key, ""), str):
            raise ProviderError(f"{where}: {key} is no text", "put it in quotes")
    for key in LISTS:
        if not isinstance(entry.get(key, []), list) or not all(isinstance(one, str) for one in entry.get(key, [])):
            raise ProviderError(f"{where}: {key} is no list of texts", f'write {key} = ["…"]')
    if not _ID.fullmatch(entry["id"]) or entry["id"] in TAKEN:
        raise ProviderError(f"{where}: the id does not do", "small letters, digits and hyphens, and no word of ours")
    for key in ("issuer", "origin"):
        _check_address(where, key, entry.get(key, ""), mode)
    values = {field.name: entry[field.name] for field in fields(Provider) if field.name in entry}
    lists = {key: tuple(entry.get(key, ())) for key in LISTS}
    origin = entry.get("origin") or "{0.scheme}://{0.netloc}".format(urlsplit(entry["issuer"]))
    return Provider(**values | lists | {"secret": _secret(where, entry), "origin": origin})


def _check_address(where: str, key: str, address: str, mode: Mode) -> None:
    parts = urlsplit(address)
    plain = parts.scheme == "http" and parts.hostname in LOCAL and mode is Mode.DEMO
    whole = parts.hostname and not (parts.query or parts.fragment or parts.username or re.search(r"[\s;,'\"]", address))
    if address and not (whole and (parts.scheme == "https" or plain)):
        raise ProviderError(f"{where}: {key} is no https address", "write https://… without a query")


def _secret(where: str, entry: dict[str, Any]) -> str:
    """The secret that is named; it is never said in the file itself, nor in an error."""
    given = [key for key in SECRETS if entry.get(key)]
    if len(given) != 1:
        raise ProviderError(f"{where}: where is the secret?", "write secret_file or secret_variable, one of them")
    if given == ["secret_variable"]:
        found = os.environ.get(entry["secret_variable"], "")
    else:
        found = _secret_file(where, Path(entry["secret_file"]))
    if not found.strip():
        raise ProviderError(f"{where}: the secret is empty", f"put it where {given[0]} says")
    return found.strip()


def _secret_file(where: str, path: Path) -> str:
    try:
        mode, found = path.stat().st_mode, path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        cause = f"{where}: secret_file cannot be read ({type(fault).__name__})"
        raise ProviderError(cause, "name a file that this process may read") from fault
    if mode & 0o077:
        raise ProviderError(f"{where}: others can read secret_file", "chmod 600 it")
    return found
