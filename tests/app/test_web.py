"""A program that serves pages sets itself up; one that does not, loads none of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def _ran(program: str) -> str:
    ran = subprocess.run([sys.executable, "-c", program], env=os.environ, capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def test_pages_are_set_up_on_the_same_database(server: Path) -> None:
    program = (
        "from gatehouse.app.web import setup_web; setup_web(); from gatehouse.app.settings import migrate; migrate();"
        "from django.conf import settings; from gatehouse.web.accounts.models import Account;"
        "print(Account.objects.count() >= 0, settings.ROOT_URLCONF, settings.STATIC_ROOT)"
    )
    assert _ran(program) == f"True gatehouse.web.urls {server / 'static'}"
    assert (server / "wording").is_dir()


def test_commands_without_pages_load_none_of_them() -> None:
    program = (
        "import sys; from gatehouse.app.settings import configure; configure('postgresql:///x', 'x');"
        "print([n for n in ('allauth', 'csp', 'django_htmx', 'gatehouse.web.door') if n in sys.modules])"
    )
    assert _ran(program) == "[]"
