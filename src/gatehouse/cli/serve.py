"""`gatehouse serve`: the workbench, in a browser."""

from __future__ import annotations

import socket
import threading
import time
from typing import Annotated

import typer

from gatehouse.cli.console import OUT, Refused, Unavailable
from gatehouse.cli.stored import stored

PORT = 8396
WORKERS_MAX = 64


def serve(
    host: Annotated[str, typer.Option("--host", help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen at.")] = PORT,
    workers: Annotated[
        int, typer.Option("--workers", min=0, max=WORKERS_MAX, help="Processes; 0 is one for each processor.")
    ] = 0,
) -> None:
    """Serve the workbench until told to stop (Ctrl-C or SIGTERM).

    A demonstration is served to this machine's own browsers over plain http. Live mode (GATEHOUSE_MODE=live) is served
    behind a proxy that ends TLS, and starts only when it is told GATEHOUSE_HOSTS (the names that the site answers to)
    and GATEHOUSE_PROXIES (the addresses that the proxy calls from), and has a signed law profile: docs/workbench.md.
    /health/ says that it lives, /ready/ that it can answer. Each process makes ready what it needs before it answers
    and says so, and the names of stored travellers are read in beside, so that nobody waits the first time.

    Example: gatehouse serve --port 8396
    """
    from gatehouse.app.errors import SetupError
    from gatehouse.app.serving import made_ready, processes
    from gatehouse.app.serving import serve as answer

    _free(host, port)
    try:
        here = made_ready()
        with stored():
            from gatehouse.screening.enquiries.at_hand import compile_ahead

            _master_key_in_force()
            compile_ahead(lambda _: None)
            threading.Thread(target=_names_ahead, name="names", daemon=True).start()
            address = f"https://{here.hosts[0]}/" if here.secure else f"http://{host}:{port}/"
            OUT.print(f"the workbench is at {address} (Ctrl-C ends it)")
            answer(host, port, workers or processes())
    except SetupError as fault:
        raise Unavailable(str(fault)) from fault


def _names_ahead() -> None:
    """Read in the names of stored travellers while the first readers sign in: the first who searches would wait for it.

    As the owner of the tables, which sees them without a door; nobody is shown anything.
    """
    from django.db import connections

    from gatehouse.screening.held_travellers import names_ahead

    began = time.monotonic()
    try:
        count = names_ahead(lambda _: None)
    finally:
        connections.close_all()
    OUT.print(f"names of stored travellers are ready after {time.monotonic() - began:.1f} s: {count:,} statements new")


def _master_key_in_force() -> None:
    """Say which master key seals, before processes seal that may not say it themselves."""
    from gatehouse.retention.data_keys import master_in_force
    from gatehouse.retention.errors import RetentionError

    try:
        master_in_force()
    except RetentionError as fault:
        raise Unavailable(str(fault)) from fault


def _free(host: str, port: int) -> None:
    """Refuse an address that somebody else listens at, before anything is started."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            raise Refused(f"{host}:{port} cannot be listened at ({fault.strerror}); choose another --port") from fault
