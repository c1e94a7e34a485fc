"""What commands on the database share: it is made ready, its failures told, and files that come in looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from gatehouse.cli.console import Refused, Unavailable, say_error


def present(paths: list[Path]) -> list[Path]:
    """The files and folders given; refused before anything is done when one of them is not there."""
    absent = [path for path in paths if not path.exists()]
    if absent:
        raise Refused(f"{absent[0]}: no such file or folder; check the name")
    return paths


def tell_quarantined(quarantined: Iterable[tuple[str, str]]) -> None:
    """Say each file that was quarantined and why. Raises `Exit(2)` when there is any."""
    told = list(quarantined)
    for name, error in told:
        say_error(f"{name}: quarantined: {error}")
    if told:
        raise typer.Exit(2)


@contextmanager
def stored() -> Iterator[None]:
    """Find or start the database, bring its tables up to date, and run the block on it.

    Raises `Unavailable` when there is none, or when it goes away meanwhile; what was committed stays committed.
    """
    # Imported here: commands that need no database must not wait for Django.
    from django.db import OperationalError

    from gatehouse.app.errors import SetupError
    from gatehouse.app.settings import migrate, setup

    try:
        setup()
        migrate()
        yield
    except SetupError as fault:
        raise Unavailable(str(fault)) from fault
    except OperationalError as fault:
        cause = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        raise Unavailable(f"the database failed: {cause}; run the same command again to go on") from fault
