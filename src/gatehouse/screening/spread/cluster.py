"""Parts screened on Ray: on this machine's processors, or on a cluster's.

A part whose process or node dies is given to another by Ray. Nothing is lost or doubled by that, because a part's
answer is taken once, here, and written by nobody else. What is in flight is bounded, and so is memory. Ray is imported
when it is asked for; it is told to say nothing to anybody outside and to keep its logs in a folder that goes.
"""

from __future__ import annotations

import atexit
import os
import secrets
import shutil
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gatehouse.screening.spread.parts import Part
from gatehouse.screening.spread.screening import Answer, screened
from gatehouse.screening.spread.shipping import Shipped, screener_of

LOCAL = "local"
IN_FLIGHT_OF_EACH = 4
"""Parts given to each processor at once: one in hand, and enough that none waits while the first is not answered."""
ATTEMPTS = 8
"""How often a part is given to another process after one died with it. A part that always kills is then told."""
STORE_BYTES = 256 << 20
"""Ray's shared memory on this machine: parts in flight, never the index, which is mapped."""
QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_DISABLE_IMPORT_WARNING": "1",
    "RAY_DEDUP_LOGS": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
    "RAY_METRICS_EXPORT_INTERVAL_MS": "0",
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
}
"""Ray's environment: nothing is reported to anybody."""
TOKEN_BYTES = 32


class ClusterError(Exception):
    """The cluster cannot be used. The text says why and what to do."""


Contents = Mapping[str, Callable[[], NDArray[np.uint8]]]
"""The files of an index by name: each gives its bytes when they are to be sent."""


@cache
def _token_file() -> str:
    """A file with a token of this process, which its own Ray asks for; only the owner can read it, and it goes."""
    folder = Path(tempfile.mkdtemp(prefix="gh-ray-token-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "token").write_text(secrets.token_hex(TOKEN_BYTES), encoding="ascii")
    return str(folder / "token")


def imported(address: str) -> ModuleType:
    """Ray, told before it begins what it must not do; or `ClusterError` with the remedy where it is not installed."""
    os.environ.update(QUIET)
    if is_local(address):
        os.environ.update({"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN_PATH": _token_file()})
    try:
        import ray
    except ModuleNotFoundError as fault:
        raise ClusterError("--cluster needs Ray, which is not installed; pip install 'gatehouse[cluster]'") from fault
    return ray


class Cluster:
    """A connected Ray. `processors` is how many parts it screens at a time."""

    def __init__(self, ray: ModuleType, processors: int) -> None:
        self._ray = ray
        self.processors = processors

    def screened(self, parts: Iterable[Part], lists: Shipped, contents: Contents) -> Iterator[tuple[Part, Answer]]:
        """Each part with its answer, in the order of the parts."""
        # This machine's processes map the index where it lies; only other machines have it sent.
        is_alone = len(self._ray.nodes()) == 1
        sent = {} if is_alone else {name: self._ray.put(content()) for name, content in contents.items()}
        task = self._ray.remote(num_cpus=1, max_retries=ATTEMPTS)(_screen)
        window = self.processors * IN_FLIGHT_OF_EACH
        waiting: deque[tuple[Part, Any]] = deque()
        for part in parts:
            waiting.append((part, task.remote(part, lists, sent)))
            if len(waiting) >= window:
                yield self._first_of(waiting)
        while waiting:
            yield self._first_of(waiting)

    def _first_of(self, waiting: deque[tuple[Part, Any]]) -> tuple[Part, Answer]:
        part, under_way = waiting.popleft()
        try:
            return part, self._ray.get(under_way)
        except self._ray.exceptions.RayTaskError:
            raise
        except self._ray.exceptions.RayError as fault:
            cause = f"part {part.number} was lost {ATTEMPTS + 1} times ({type(fault).__name__})"
            raise ClusterError(f"{cause}; look at memory and at the nodes, and run the same command again") from fault


def _screen(part: Part, lists: Shipped, sent: Mapping[str, Any]) -> Answer:
    """What a process of the cluster does."""

    def fetch(name: str) -> NDArray[np.uint8]:
        import ray

        content: NDArray[np.uint8] = ray.get(sent[name])
        return content

    return screened(part, screener_of(lists, fetch))


@contextmanager
def cluster(address: str) -> Iterator[Cluster]:
    """Connect to the cluster at `address`, or use this machine: `local`, or `local:N` for N processors.

    Raises `ClusterError` where there is none.
    """
    ray = imported(address)
    folder = tempfile.mkdtemp(prefix="gh-ray-")
    try:
        with _connected(ray, address, folder):
            yield Cluster(ray, max(1, int(ray.cluster_resources().get("CPU", 1))))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _connected(ray: ModuleType, address: str, folder: str) -> Iterator[None]:
    quietly = {"log_to_driver": False, "configure_logging": False, "logging_level": "ERROR"}
    try:
        if is_local(address):
            processors = processors_of(address)
            ray.init(
                address=LOCAL,
                num_cpus=processors,
                include_dashboard=False,
                object_store_memory=STORE_BYTES,
                _temp_dir=folder,
                **quietly,
            )
        else:
            ray.init(address=address, **quietly)
    except (ConnectionError, RuntimeError, ValueError, TimeoutError) as fault:
        cause = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        raise ClusterError(f"the cluster at {address} cannot be used: {cause}; check the address") from fault
    try:
        yield
    finally:
        ray.shutdown()


def is_local(address: str) -> bool:
    """Whether this machine alone is meant."""
    return address.split(":")[0] == LOCAL


def processors_of(address: str) -> int:
    """How many processors a local address names; all of this machine's where it names none."""
    _, _, count = address.partition(":")
    if count and (not count.isdecimal() or int(count) < 1):
        raise ClusterError(f"{address}: is no number of processors; write local or local:2")
    return int(count) if count else len(os.sched_getaffinity(0))
