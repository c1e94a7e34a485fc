"""Which PostgreSQL to use: the one `DATABASE_URL` names, else the embedded one."""

from __future__ import annotations

import os
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from gatehouse.app import embedded
from gatehouse.app.errors import DatabaseUnavailableError
from gatehouse.records import WEB_ROLE

URL_VARIABLE = "DATABASE_URL"
WEB_URL_VARIABLE = "GATEHOUSE_WEB_DATABASE_URL"
OLDEST_VERSION = 160000
"""PostgreSQL 16, in the form of `server_version_num`."""
CONNECT_TIMEOUT_SECONDS = 10

DJANGO_NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def database_url(home: Path) -> str:
    """The URL of the database to use, checked: it answers and is PostgreSQL 16 or newer.

    With `DATABASE_URL` set the embedded server is never started, not even when that URL fails.
    """
    url = os.environ.get(URL_VARIABLE) or embedded.start(home)
    check(url)
    return url


def web_database_url(owners: str) -> str:
    """The URL with which the web process logs in: as the role `records.WEB_ROLE`, which sees nobody's data by itself.

    `GATEHOUSE_WEB_DATABASE_URL` names it; on the embedded server it is the owner's with another user. Where neither is,
    none is guessed: raises `DatabaseUnavailableError`.
    """
    if named := os.environ.get(WEB_URL_VARIABLE):
        check(named)
        return named
    if os.environ.get(URL_VARIABLE):
        raise DatabaseUnavailableError(
            f"{URL_VARIABLE} names the owner of the tables, and the workbench logs in as {WEB_ROLE}",
            f"set {WEB_URL_VARIABLE} to the same database with that user (docs/records.md says how it is made)",
        )
    return make_conninfo(owners, user=WEB_ROLE)


def check(url: str) -> None:
    """Raise `DatabaseUnavailableError` unless the database at `url` answers and is new enough. Says no password."""
    try:
        with psycopg.connect(url, connect_timeout=CONNECT_TIMEOUT_SECONDS) as connection:
            version = connection.info.server_version
    except psycopg.Error as failure:
        raise DatabaseUnavailableError(
            f"the database does not answer ({type(failure).__name__})",
            f"check {URL_VARIABLE} and that the server runs and lets this user in",
        ) from None
    if version < OLDEST_VERSION:
        raise DatabaseUnavailableError(
            f"the database is PostgreSQL {version // 10000}, and 16 or newer is needed", "upgrade the server"
        )


def django_database(url: str) -> dict[str, object]:
    """Django's description of the database at `url`; what Django has no name for goes to the driver as it is."""
    try:
        given = conninfo_to_dict(url)
    except psycopg.Error:
        raise DatabaseUnavailableError(
            f"{URL_VARIABLE} is not a PostgreSQL URL", "write it as postgresql://user@host:5432/name"
        ) from None
    named = {DJANGO_NAMES[key]: value for key, value in given.items() if key in DJANGO_NAMES}
    options = {key: value for key, value in given.items() if key not in DJANGO_NAMES}
    return {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": None, **named, "OPTIONS": options}
