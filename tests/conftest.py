"""One embedded PostgreSQL for each test process, empty at the start of every test that asks for it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings as configured
from django.db import connection
from hypothesis import HealthCheck, settings

import beforehand
from emptying import empty
from gatehouse.app import embedded
from gatehouse.app.database import URL_VARIABLE, django_database
from gatehouse.app.home import HOME_VARIABLE
from gatehouse.app.law import Law, Mode
from gatehouse.app.master_keys import master_keys
from gatehouse.app.settings import configure, migrate
from gatehouse.app.site import Site
from gatehouse.app.web_settings import web_settings
from gatehouse.records.law import put_in_force
from gatehouse.safeguards.shipped import demo_profile
from gatehouse.web.wording.compiling import compiled
from served import served

# Tests assert no timing, so slow examples are no faults. Where a change is being landed the examples are the same each
# time; at a desk they are new ones.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("landing", settings.get_profile("desk"), derandomize=True)
settings.load_profile("landing" if os.environ.get("CI") else "desk")

# Modules that hold models can be imported from here on; the database is only looked for by the fixtures below.
_catalogues = tempfile.TemporaryDirectory(prefix="gatehouse-wording-")
_site = Site(("testserver", "localhost", "127.0.0.1"), (), secure=False)
_LAW = Law(Mode.DEMO, demo_profile())
_web = web_settings(_LAW, _site, compiled(Path(_catalogues.name)))
configure("postgresql:///set-by-the-fixture", "only for tests", web=_web)
put_in_force(_LAW)


def pytest_sessionstart(session: pytest.Session) -> None:
    beforehand.compile_beside(session.config)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: beforehand.needs_kernels(item.path))


def pytest_runtest_setup(item: pytest.Item) -> None:
    if beforehand.needs_kernels(item.path):
        beforehand.wait_for_kernels()


@pytest.fixture(autouse=True)
def _law_of_demonstrations() -> None:
    """Every test begins under the law of demonstrations, whatever another put in force in this process."""
    put_in_force(_LAW)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The home of a running embedded server with all tables made. `DATABASE_URL` of the caller is left alone."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(URL_VARIABLE, raising=False)
        patch.setenv(HOME_VARIABLE, str(home))
        found = django_database(embedded.start(home))
        connection.settings_dict.update(
            {key: found.get(key, "") for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
        )
        _write_without_waiting()
        migrate()
        # The file that programs of their own use as well, so that each reads what the other sealed.
        configured.MASTER_KEYS = master_keys(home, make=True)
        yield home
        connection.close()


def _write_without_waiting() -> None:
    """No test stops the machine, only processes: what the kernel holds is as safe as what the disk holds."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER SYSTEM SET fsync = off")
        cursor.execute("ALTER SYSTEM SET full_page_writes = off")
        cursor.execute("SELECT pg_reload_conf()")


@pytest.fixture(scope="session")
def site(server: Path) -> Iterator[str]:
    """The address of the real server, on the tests' database."""
    del server
    with served() as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def database(server: Path) -> Path:
    """An empty database; the value is the home directory, for programs that are to use the same one."""
    assert os.environ[HOME_VARIABLE] == str(server)
    empty(model._meta.db_table for model in apps.get_models())
    return server
