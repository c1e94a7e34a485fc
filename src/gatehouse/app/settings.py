"""Django made ready: the rooms that store things, one database, UTC, no debug pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import django
from django.conf import settings
from django.core.management import call_command

from gatehouse.app.database import database_url, django_database
from gatehouse.app.home import CRITERIA, home, secret_key
from gatehouse.app.law import Mode, law_in_force
from gatehouse.app.master_keys import master_keys
from gatehouse.records.law import put_in_force
from gatehouse.retention.master_key import Masters
from gatehouse.safeguards.wordless import LOGGING
from gatehouse.screening.matching.operating import AS_SHIPPED

STORED_ROOMS = (
    "gatehouse.audit",
    "gatehouse.records",
    "gatehouse.retention",
    "procrastinate.contrib.django",
    "gatehouse.work",
    "gatehouse.screening.intake",
    "gatehouse.screening.travellers",
    "gatehouse.screening.watchlists",
    "gatehouse.screening.hits",
    "gatehouse.screening.review",
    "gatehouse.screening.enquiries",
    "gatehouse.screening.redress",
    "gatehouse.cooperation.disclosures",
    "gatehouse.cooperation.cases",
    "gatehouse.oversight",
    "gatehouse.screening.counts",
    "gatehouse.screening.authoring",
    "gatehouse.assessment.states",
    "gatehouse.assessment.access",
    "gatehouse.assessment.drafts",
    "gatehouse.assessment.questions",
    "gatehouse.assessment.confidentiality",
    "gatehouse.assessment.waiting",
    "gatehouse.assessment.translations",
    "gatehouse.assessment.recommendations",
    "gatehouse.assessment.assistance",
    "gatehouse.assessment.follow_up",
    "gatehouse.assessment.visits",
    "gatehouse.assessment.reports",
    "gatehouse.assessment.evidence",
    "gatehouse.assessment.findings",
    "gatehouse.web.accounts",
    "gatehouse.web.api",
)
"""The Django apps that store: the log beneath them all, then in the order of the flow, and who may come in."""

LISTS = "lists"
"""Folder in the home directory for compiled lists."""
REVIEW = "review"
"""Folder in the home directory for the deployment's own tables of units and of how lists are handled."""
HELD_NAMES = "held_names"
"""Folder in the home directory for the names of stored travellers."""

MIGRATION_LOCK = 0x6761_746D
"""The advisory lock ("gatm") of the one process that may change tables. It ends with the connection."""


def setup() -> None:
    """Find or start the database and configure Django on it. A second call in one process does nothing.

    Raises `errors.SetupError` with cause and remedy when no database can be had, and in live mode when no law profile
    may be put into effect or there is no master key; in demo mode one is made.
    """
    if settings.configured:
        return
    law = law_in_force()
    put_in_force(law)
    directory = home()
    masters = master_keys(directory, make=law.mode is Mode.DEMO)
    configure(database_url(directory), secret_key(directory), directory / HELD_NAMES, directory / LISTS, masters)


def configure(
    url: str,
    secret: str,
    held: Path | None = None,
    lists: Path | None = None,
    masters: Masters | None = None,
    web: Mapping[str, object] | None = None,
) -> None:
    """Configure Django on the database at `url`, which is not looked for until it is used.

    `held` is the folder for the names of stored travellers, kept ready for changed lists; without it they are read anew
    each time. `lists` is the folder of compiled lists; without it they are indexed in memory each time. Thresholds are
    the shipped ones until a command puts an operator's in their place. Without `masters` nothing can be sealed.
    `web` is what pages need beside (`web_settings`); without it there are none, and commands load nothing of them.
    """
    of_web = dict(web or {})
    apps = [*STORED_ROOMS, *cast(Sequence[str], of_web.pop("INSTALLED_APPS", ()))]
    settings.configure(
        SECRET_KEY=secret,
        DEBUG=False,
        LOGGING=LOGGING,
        DATABASES={"default": django_database(url)},
        INSTALLED_APPS=apps,
        AUTH_USER_MODEL="accounts.Account",
        PASSWORD_HASHERS=["django.contrib.auth.hashers.Argon2PasswordHasher"],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
        TIME_ZONE="UTC",
        HELD_FOLDER=held,
        LISTS_FOLDER=lists,
        THRESHOLDS=AS_SHIPPED,
        MASTER_KEYS=masters,
        REVIEW_FOLDER=lists.with_name(REVIEW) if lists else None,
        CRITERIA_FOLDER=lists.with_name(CRITERIA) if lists else None,
        PROCRASTINATE_AUTODISCOVER_MODULE_NAME="",
        **of_web,
    )
    django.setup()


def migrate() -> None:
    """Bring the database's tables to this version of Gatehouse; safe to repeat, says nothing.

    Every command asks for it, so that tables which are up to date cost it one look at the names of what was applied.
    Two first commands at once would both make the tables: the second one waits, and finds them made.
    """
    from django.db import connection

    from gatehouse.app import web_rights

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        try:
            if _is_behind():
                call_command("migrate", interactive=False, verbosity=0)
            web_rights.apply()
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])


def _is_behind() -> bool:
    """Whether a migration of this version was not applied to the database."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
