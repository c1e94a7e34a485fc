"""A worker: takes the jobs of its queue one after the other and does them, until it is told to leave."""

from __future__ import annotations

import asyncio
import contextlib
import math
import threading
from collections.abc import Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import procrastinate
from procrastinate.contrib.django.utils import connector_params
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job
from procrastinate.psycopg_connector import PsycopgConnector
from procrastinate.retry import BaseRetryStrategy, RetryDecision

from gatehouse.work.kinds import Queue
from gatehouse.work.trying import FailedError, NotNowError, Task, attempt

HEARTBEAT_SECONDS = 5
"""How often a worker says that it lives; `rescuing.SILENT_SECONDS` is several of these."""
LOOK_SECONDS = 0.25
"""How often it looks for a job where there was none, and whether it is to leave."""
MISSED_SECONDS_MAX = 25 * 3600
"""What the clock made due while no worker ran is done when one runs again, if it was within this time."""
CONNECTIONS_MAX = 2
ABORTED_LOOK_SECONDS = 3600
"""Jobs are not aborted here; the library asks all the same."""


@dataclass(frozen=True, slots=True)
class Post:
    """What a worker and who began it tell each other. `took` is told of each job, and of None when it is done with.

    `is_over` is asked whether the worker's work is over; `leaving` is set when it is to leave after the job in hand.
    """

    leaving: threading.Event
    took: Callable[[int | None], None]
    is_over: Callable[[], bool]


def serve(queue: Queue, tasks: Mapping[str, Task], post: Post, *, by_the_clock: bool = False) -> None:
    """Work until told to leave. `by_the_clock`: put down as well what comes due by itself."""
    asyncio.run(_served(queue, tasks.values(), post, by_the_clock))


async def _served(queue: Queue, tasks: Iterable[Task], post: Post, by_the_clock: bool) -> None:
    connector = PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=CONNECTIONS_MAX)
    app = procrastinate.App(connector=connector, periodic_defaults={"max_delay": MISSED_SECONDS_MAX})
    for task in tasks:
        _register(app, task, post, by_the_clock)
    async with app.open_async():
        working = asyncio.create_task(_working(app, queue))
        while not working.done():
            await asyncio.wait({working}, timeout=LOOK_SECONDS)
            if post.leaving.is_set() or post.is_over():
                post.leaving.set()
                working.cancel()
                break
        with contextlib.suppress(asyncio.CancelledError):
            await working


def _working(app: procrastinate.App, queue: Queue) -> Coroutine[Any, Any, None]:
    return app.run_worker_async(
        queues=[queue.value],
        concurrency=1,
        fetch_job_polling_interval=LOOK_SECONDS,
        abort_job_polling_interval=ABORTED_LOOK_SECONDS,
        listen_notify=False,
        delete_jobs="successful",
        install_signal_handlers=False,
        update_heartbeat_interval=HEARTBEAT_SECONDS,
        stalled_worker_timeout=MISSED_SECONDS_MAX,
    )


class _Tries(BaseRetryStrategy):
    """Another try when the failure says so; what is unknown is tried again, since nothing was written down of it."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        del job
        wait = exception.wait_seconds if isinstance(exception, NotNowError | FailedError) else HEARTBEAT_SECONDS
        return None if wait is None else RetryDecision(retry_in={"seconds": math.ceil(wait)})


def _register(app: procrastinate.App, task: Task, post: Post, by_the_clock: bool) -> None:
    def perform(context: JobContext, number: int | None = None, timestamp: int | None = None) -> None:
        del timestamp
        if post.leaving.is_set():
            raise NotNowError("the worker leaves")
        job = cast(int, context.job.id)
        post.took(job)
        try:
            attempt(task, job, number)
        finally:
            post.took(None)

    kind = task.kind
    done = app.task(name=kind.name, queue=kind.queue.value, lock=kind.lock, retry=_Tries(), pass_context=True)(perform)
    if by_the_clock and kind.cron:
        app.periodic(cron=kind.cron)(done)
