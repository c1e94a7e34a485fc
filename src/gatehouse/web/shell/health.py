"""Whether the service is up, and whether it can serve: for whoever watches machines. No figure, no version, no name."""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

from gatehouse.web.door import public
from gatehouse.web.law import law


@public("a process that answers is alive; the answer holds nothing")
def alive(request: HttpRequest) -> HttpResponse:
    """200 while the process answers."""
    del request
    return JsonResponse({"alive": True})


@public("whether the parts are there, each as yes or no")
def ready(request: HttpRequest) -> HttpResponse:
    """200 when the database answers with this version's tables and the law profile has not lapsed; else 503."""
    del request
    database = _is_there(connection.ensure_connection)
    tables = database and _is_there(_tables_of_this_version)
    parts = {"database": database, "tables": tables, "law": law().standing().may_screen}
    is_ready = all(parts.values())
    return JsonResponse({"ready": is_ready, **parts}, status=200 if is_ready else 503)


def _is_there(ask: Callable[[], bool | None]) -> bool:
    """Whether the database answers. What failed is in its own log; whoever asks here learns which part it is."""
    try:
        return ask() is not False
    except DatabaseError:
        return False


def _tables_of_this_version() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
