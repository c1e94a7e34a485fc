"""Screening in processes of its own, while this one reads the next batch and commits the last.

A worker is a fork: it shares the lists in memory as they stood, and gets nothing but subjects. It ends with its pipe,
or by itself when its parent is gone. Where forking is not to be had, or one worker is all there is, this process
screens.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from itertools import islice
from multiprocessing.connection import Connection
from types import TracebackType

from django.db import connection

from gatehouse.safeguards.wordless import guarded
from gatehouse.terms.candidate import Found, Subject

FindMany = Callable[[Sequence[Subject]], list[Found]]

WORKERS_MAX = 8
WORTH_WORKERS_BYTES = 100_000
SUBJECTS_REMEMBERED_MAX = 20_000
"""Subjects whose candidates are remembered: a booking is pushed several times, mostly unchanged."""
COLLECT_AFTER = 100_000
"""Values made between two looks for unreachable ones. A batch makes that many and lets go of nearly all by itself."""
PARENT_CHECK_SECONDS = 2.0
"""How often an idle worker looks whether its parent still lives."""


def worker_count(size: int) -> int:
    """How many workers to start for messages of `size` bytes in all.

    One for each processor this process may use; none where there is one processor only, or no fork, or where so few
    travellers are to come that they are screened before a worker would stand.
    """
    if size < WORTH_WORKERS_BYTES or not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 0
    processors = len(os.sched_getaffinity(0))
    return min(processors, WORKERS_MAX) if processors > 1 else 0


class Workers:
    """Screens one batch at a time: `submit` it, do something else, `collect` the candidates in order.

    Only candidates above the threshold come back, and what the search left out.
    """

    def __init__(self, find_many: FindMany, count: int) -> None:
        self._find_many = find_many
        self._count = count
        self._pipes: list[Connection] = []
        self._processes: list[multiprocessing.process.BaseProcess] = []
        self._known: dict[Subject, Found] = {}
        self._asked: Sequence[Subject] = ()
        self._fresh: list[Subject] = []
        self._collected_after = gc.get_threshold()

    def __enter__(self) -> Workers:
        # Readings are trees: looking for rings among them every 700 values takes a sixth of the time and finds none.
        gc.set_threshold(COLLECT_AFTER, *self._collected_after[1:])
        if self._count:
            self._start()
        return self

    def _start(self) -> None:
        # A fork would share the socket to the database, and keep the server from seeing this process end.
        connection.close()
        # What lives now lives as long as the workers: frozen, the collector neither walks it nor unshares its memory.
        gc.collect()
        gc.freeze()
        for _ in range(self._count):
            self._start_one()

    def _start_one(self) -> None:
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe()
        told = (_serve, theirs, self._find_many, os.getpid(), [*self._pipes, ours])
        process = context.Process(target=guarded, args=told, daemon=True)
        process.start()
        theirs.close()
        self._pipes.append(ours)
        self._processes.append(process)

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        gc.set_threshold(*self._collected_after)
        for pipe in self._pipes:
            pipe.close()
        for process in self._processes:
            process.terminate()
            process.join()
        if self._processes:
            gc.unfreeze()

    def submit(self, subjects: Sequence[Subject]) -> None:
        """Begin to screen. Everything submitted before must have been collected."""
        self._asked = subjects
        self._fresh = [subject for subject in dict.fromkeys(subjects) if subject not in self._known]
        for turn, pipe in enumerate(self._pipes):
            pipe.send(self._fresh[turn :: len(self._pipes)])

    def collect(self) -> list[Found]:
        """What was found for each subject that was submitted, in order."""
        self._known.update(zip(self._fresh, self._screened(), strict=True))
        found = [self._known[subject] for subject in self._asked]
        for subject in list(islice(self._known, max(0, len(self._known) - SUBJECTS_REMEMBERED_MAX))):
            del self._known[subject]
        return found

    def _screened(self) -> list[Found]:
        if not self._pipes:
            return _above(self._find_many, self._fresh)
        found = [Found([])] * len(self._fresh)
        for turn, pipe in enumerate(self._pipes):
            found[turn :: len(self._pipes)] = pipe.recv()
        return found


def _above(find_many: FindMany, subjects: Sequence[Subject]) -> list[Found]:
    return [
        found._replace(candidates=[one for one in found.candidates if one.above_threshold])
        for found in find_many(subjects)
    ]


def _serve(pipe: Connection, find_many: FindMany, parent: int, others: list[Connection]) -> None:
    """The life of a worker. `others` are its parent's ends of the pipes, which would keep the pipes open."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    while os.getppid() == parent:
        if not pipe.poll(PARENT_CHECK_SECONDS):
            continue
        try:
            pipe.send(_above(find_many, pipe.recv()))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            # The parent has ended, or was killed: there is nobody left to screen for.
            return
