"""Sessions of the database that end: the server notices it a moment after the client has gone."""

from __future__ import annotations

import time

from django.db import connection


def leave() -> int:
    """End this thread's session; its number at the server."""
    number = int(connection.connection.info.backend_pid)
    connection.close()
    return number


def wait_until_gone(number: int) -> None:
    """Until the server has let go of what that session held."""
    with connection.cursor() as cursor:
        while True:
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE pid = %s", [number])
            if cursor.fetchone() == (0,):
                return
            time.sleep(0.001)
