"""Django made ready for pages: `gatehouse serve` and its processes, and tests."""

from __future__ import annotations

from django.conf import settings

from gatehouse.app.database import database_url, web_database_url
from gatehouse.app.home import home, secret_key
from gatehouse.app.law import Mode, law_in_force
from gatehouse.app.master_keys import master_keys
from gatehouse.app.settings import HELD_NAMES, LISTS, configure
from gatehouse.app.sign_in import providers
from gatehouse.app.site import Site, site
from gatehouse.app.web_settings import web_settings
from gatehouse.records.law import put_in_force
from gatehouse.web.wording.compiling import compiled

STATIC = "static"
"""Folder in the home directory for files that browsers fetch, under names that carry their hash."""
WORDING = "wording"
"""Folder in the home directory for compiled catalogues."""


def setup_web(*, serving: bool = True) -> None:
    """Find or start the database and configure Django with pages on it, as the owner of the tables.

    A second call in one process does nothing. What is not for `serving` needs not be told where the site is. Raises
    `errors.SetupError` with cause and remedy for whatever is missing.
    """
    if not settings.configured:
        _configured(database_url(home()), serving=serving)


def setup_answering() -> None:
    """The same for a process that answers requests: it logs in as the role that sees nobody's data by itself."""
    if not settings.configured:
        _configured(web_database_url(database_url(home())), serving=True)


def _configured(url: str, *, serving: bool) -> None:
    law = law_in_force()
    put_in_force(law)
    here = site(law.mode) if serving else Site((), (), secure=True)
    directory = home()
    masters = master_keys(directory, make=law.mode is Mode.DEMO)
    web = web_settings(law, here, compiled(directory / WORDING), directory / STATIC, providers(directory, law.mode))
    configure(url, secret_key(directory), directory / HELD_NAMES, directory / LISTS, masters, web)
