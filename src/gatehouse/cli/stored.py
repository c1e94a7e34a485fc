"""A database made ready for a command, and what its failures mean to an operator."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from gatehouse.cli.console import Unavailable


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
