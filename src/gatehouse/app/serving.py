"""The workbench served: files collected, then processes that answer requests.

Each process finds its settings in the environment, as the first one did; what it needs is checked before any is begun.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from django.core.management import call_command
from django.db import connections

from gatehouse.app.collector import unhurried
from gatehouse.app.errors import SiteError
from gatehouse.app.law import mode
from gatehouse.app.site import Site, site
from gatehouse.app.web import setup_answering, setup_web
from gatehouse.safeguards.wordless import everywhere

BACKLOG = 1024
THREADS = 4
"""Requests that one process answers at a time; most of their time they wait for the database."""
LISTS_SECONDS_MAX = 60.0
"""How long a process waits for the lists before it answers without them; whoever needs them first waits on."""
Answer = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def made_ready() -> Site:
    """Settings and collected files, checked; where the site is. Raises SetupError for what is missing."""
    here = site(mode())
    setup_web()
    call_command("collectstatic", interactive=False, verbosity=0)
    return here


def application() -> Answer:
    """The WSGI application (PEP 3333) of a process, made once before it takes a request, when all of it is warm."""
    from django.core.wsgi import get_wsgi_application
    from granian.utils.proxies import wrap_wsgi_with_proxy_headers

    began = time.monotonic()
    everywhere()
    here = site(mode())
    setup_answering()
    answering: Answer = get_wsgi_application()
    said = _warm()
    # All of it stays for good; looking through it for cycles kept a reader waiting for 0.4 s now and then.
    unhurried()
    print(f"process {os.getpid()} answers after {time.monotonic() - began:.1f} s: {said}", flush=True)
    if here.proxies:
        # The proxies that are named are believed about scheme and reader's address, and nobody else is.
        answering = wrap_wsgi_with_proxy_headers(answering, trusted_hosts=list(here.proxies))
    return answering


def _warm() -> str:
    """Make ready what would keep the first readers waiting; what it was, in words."""
    from gatehouse.web.warming import warmed

    lists = threading.Thread(target=_lists_taken_up, name="lists", daemon=True)
    lists.start()
    made = warmed()
    lists.join(LISTS_SECONDS_MAX)
    late = ", the lists not yet" if lists.is_alive() else ""
    return f"{made.pages} pages, {made.templates} templates, {made.languages} languages{late}"


def _lists_taken_up() -> None:
    """In a thread of its own: a database that does not answer keeps no process from saying so on its pages."""
    from gatehouse.screening.enquiries.at_hand import warm

    try:
        warm()
    finally:
        connections.close_all()


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
        factory=True,
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
