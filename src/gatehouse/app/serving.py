"""The workbench served: files collected, then processes that answer requests.

Each process finds its settings in the environment, as the first one did; what it needs is checked before any is begun.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from django.core.management import call_command
from django.db import connections

from gatehouse.app.errors import SiteError
from gatehouse.app.law import mode
from gatehouse.app.site import Site, site
from gatehouse.app.web import setup_answering, setup_web
from gatehouse.safeguards.wordless import everywhere

BACKLOG = 1024
THREADS = 4
"""Requests that one process answers at a time; most of their time they wait for the database."""
_SETTING_UP = threading.Lock()
Answer = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def made_ready() -> Site:
    """Settings and collected files, checked; where the site is. Raises SetupError for what is missing."""
    here = site(mode())
    setup_web()
    call_command("collectstatic", interactive=False, verbosity=0)
    return here


@cache
def _application() -> Answer:
    from django.core.wsgi import get_wsgi_application
    from granian.utils.proxies import wrap_wsgi_with_proxy_headers

    everywhere()
    here = site(mode())
    setup_answering()
    answering: Answer = get_wsgi_application()
    threading.Thread(target=_warmed, name="lists", daemon=True).start()
    if here.proxies:
        # The proxies that are named are believed about scheme and reader's address, and nobody else is.
        answering = wrap_wsgi_with_proxy_headers(answering, trusted_hosts=list(here.proxies))
    return answering


def _warmed() -> None:
    """Take up the lists while the first requests are answered, so that no traveller at a border waits for it."""
    from gatehouse.screening.enquiries.at_hand import warm

    try:
        warm()
    finally:
        connections.close_all()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The WSGI application (PEP 3333) that each process loads."""
    # The first requests come on several threads at once, and only one of them may set the process up.
    with _SETTING_UP:
        answering = _application()
    return answering(environ, start_response)


def serve(host: str, port: int, workers: int) -> None:
    """Answer requests at this address until told to stop. SiteError where the address cannot be had."""
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.log import LogLevels

    # Each process begins from nothing and logs in as the web's own role; a forked one would go on as the tables' owner.
    multiprocessing.set_start_method("spawn", force=True)
    connections.close_all()
    server = Granian(
        "gatehouse.app.serving:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        backlog=BACKLOG,
        log_access=False,
        log_level=LogLevels.warning,
        http=HTTPModes.http1,
        respawn_failed_workers=True,
    )
    try:
        server.serve()
    except (OSError, RuntimeError) as fault:
        raise SiteError(f"{host}:{port} cannot be served ({fault})", "choose another --port") from fault


def processes() -> int:
    """One process for each processor that this one may use, two at least."""
    return max(2, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 2)
