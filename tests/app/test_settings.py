"""Django as it is configured, and tables that keep up with the models."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.db.migrations.recorder import MigrationRecorder

from gatehouse.app.database import URL_VARIABLE
from gatehouse.app.home import HOME_VARIABLE
from gatehouse.app.settings import STORED_ROOMS, _is_behind, migrate, setup


def test_there_is_no_debugging_and_one_clock() -> None:
    assert settings.DEBUG is False
    assert (settings.USE_TZ, settings.TIME_ZONE) == (True, "UTC")


def test_every_room_that_stores_is_installed() -> None:
    assert {config.name for config in apps.get_app_configs()} >= set(STORED_ROOMS)


@pytest.mark.usefixtures("database")
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.usefixtures("database")
def test_tables_that_are_up_to_date_are_left_and_what_was_not_applied_is_missed() -> None:
    migrate()
    assert not _is_behind()
    with transaction.atomic():
        MigrationRecorder.Migration.objects.filter(app="audit").latest("id").delete()
        assert _is_behind()
        transaction.set_rollback(True)
    assert not _is_behind()


def test_a_second_setup_changes_nothing() -> None:
    before = settings.SECRET_KEY
    setup()
    assert before == settings.SECRET_KEY


def test_a_program_of_its_own_sets_itself_up(server: Path) -> None:
    program = (
        "from gatehouse.app.settings import setup, migrate; setup(); migrate();"
        "from django.conf import settings; from gatehouse.screening.hits.store import open_count;"
        "print(len(settings.SECRET_KEY) > 40, open_count() >= 0)"
    )
    ran = subprocess.run([sys.executable, "-c", program], env=os.environ, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["True", "True"]
    assert (server / "secret_key").exists()
    assert ran.stderr == ""


def test_two_first_programs_at_once_make_the_tables_once(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != URL_VARIABLE}
    environment[HOME_VARIABLE] = str(tmp_path / "home")
    program = "from gatehouse.app.settings import setup, migrate; setup(); migrate()"
    running = [
        subprocess.Popen([sys.executable, "-c", program], env=environment, stderr=subprocess.PIPE) for _ in range(3)
    ]
    assert [(one.communicate()[1], one.returncode) for one in running] == [(b"", 0)] * 3
