"""The processes of `gatehouse work` on one host: forked with the lists in memory, told apart from those who died.

This process holds the lists and nothing else. It forks the workers, which share the lists' memory, starts another in
the place of one that was killed, and when a list has a newer version or the day ends it lets them finish their batch,
screens the stored travellers with what changed, and forks them anew.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from django.db import connection
from django.utils import timezone

from gatehouse.safeguards.wordless import guarded
from gatehouse.screening.intake import claims, late_series
from gatehouse.screening.lists_in_force import ListsInForce, in_force
from gatehouse.screening.rescreening import rescreen
from gatehouse.screening.tally import Done, Tally
from gatehouse.screening.working import Freshness, StaleListsError, Worker, freshness
from gatehouse.terms.candidate import Subject

LOOK_SECONDS = 1.0
"""How often it is looked for newer lists, and told what was done."""
LATE_SECONDS = 60.0
"""How often series that miss a part are reported."""
STALE = 3
"""Exit status of a worker whose lists are no longer the newest."""
DEATHS_MAX = 20
DEATHS_SECONDS = 60.0
"""More workers than that dying in this time, and it is given up: the next ones will not do better."""
NOBODY = Subject(("Nobody Known",))


class WorkforceError(Exception):
    """The work cannot go on. The text says why and what to do."""


@dataclass(slots=True)
class Progress(Done):
    """What all workers have done. `waiting` transmissions are unfinished; `lists_loaded` counts loadings."""

    workers: int = 0
    waiting: int = 0
    lists_loaded: int = 0
    replaced: int = 0


Report = Callable[[Progress], None]


class Workforce:
    """`count` workers on this host. `until_done` lets them leave when nothing unfinished is left."""

    def __init__(self, count: int, report: Report, make_lists: Callable[[], ListsInForce] = in_force) -> None:
        self._count = count
        self._report = report
        self._make_lists = make_lists
        self._processes: dict[Connection, BaseProcess] = {}
        self._is_leaving = False
        self._deaths: list[float] = []
        self._late_at = 0.0
        self.progress = Progress()

    def leave(self) -> None:
        """Let every worker finish its batch, and end. Safe to call from a signal handler."""
        self._is_leaving = True

    def run(self, *, until_done: bool) -> Progress:
        """Work until `leave` is called, or `until_done`. Raises `WorkforceError` when no worker can work."""
        self._report_late()
        while not self._is_leaving:
            fresh, lists = self._load()
            if self._work_with(lists, fresh, until_done=until_done):
                break
        self._look()
        return self.progress

    def _load(self) -> tuple[Freshness, ListsInForce]:
        rescreen(lambda _: None)
        fresh = freshness()
        self.progress.lists_loaded += 1
        lists = self._make_lists()
        # What the first search makes ready is made ready once, and shared by the forks.
        lists.find_many([NOBODY])
        return fresh, lists

    def _work_with(self, lists: ListsInForce, fresh: Freshness, *, until_done: bool) -> bool:
        """Run workers with these lists; true when they are done, false when there are newer lists."""
        gc.collect()
        gc.freeze()
        try:
            for _ in range(self._count):
                self._start(lists, fresh, until_done=until_done)
            while self._processes:
                ended = self._listen()
                if STALE in ended or freshness() != fresh or self._is_leaving:
                    return self._dismissed()
                for _ in filter(None, ended):
                    self._replace(lists, fresh, until_done=until_done)
                self._look()
            return True
        finally:
            self._dismissed()
            gc.unfreeze()

    def _start(self, lists: ListsInForce, fresh: Freshness, *, until_done: bool) -> None:
        # A fork would share the socket to the database.
        connection.close()
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe(duplex=False)
        told = (_serve, theirs, lists, fresh, until_done, os.getpid())
        process = context.Process(target=guarded, args=told, daemon=True)
        process.start()
        theirs.close()
        self._processes[ours] = process

    def _replace(self, lists: ListsInForce, fresh: Freshness, *, until_done: bool) -> None:
        now = time.monotonic()
        self._deaths = [*(death for death in self._deaths if now - death < DEATHS_SECONDS), now]
        if len(self._deaths) > DEATHS_MAX:
            raise WorkforceError(f"{len(self._deaths)} workers died within a minute; see what they said above")
        self.progress.replaced += 1
        self._start(lists, fresh, until_done=until_done)

    def _listen(self) -> list[int]:
        """Add up what the workers say within `LOOK_SECONDS`; the exit statuses of those that ended."""
        ended = []
        for pipe in wait(list(self._processes), LOOK_SECONDS):
            if isinstance(pipe, Connection) and not self._heard(pipe):
                process = self._processes.pop(pipe)
                process.join()
                pipe.close()
                ended.append(process.exitcode or 0)
        return ended

    def _heard(self, pipe: Connection) -> bool:
        """Take one message; false when the worker has ended."""
        try:
            self.progress.add(pipe.recv())
        except (EOFError, ConnectionResetError):
            return False
        return True

    def _dismissed(self) -> bool:
        """Let all workers finish their batch and leave; whether that was the end of all work."""
        for process in self._processes.values():
            process.terminate()
        while self._processes:
            self._listen()
        return self._is_leaving

    def _look(self) -> None:
        self.progress.workers = len(self._processes)
        self.progress.waiting = claims.unfinished_count()
        self._report(self.progress)
        self._report_late()

    def _report_late(self) -> None:
        if time.monotonic() - self._late_at >= LATE_SECONDS or not self._late_at:
            self._late_at = time.monotonic()
            late_series.report_late(timezone.now())


def _serve(pipe: Connection, lists: ListsInForce, fresh: Freshness, until_done: bool, parent: int) -> None:
    """The life of a worker: until told to leave, or its parent is gone."""
    asked_to_leave: list[int] = []
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, _: asked_to_leave.append(number))
    tally = Tally(lambda _: None)
    tally.report = _Steps(pipe).say
    worker = Worker(lists, fresh, tally, lambda: bool(asked_to_leave) or os.getppid() != parent)
    try:
        worker.work(until_done=until_done)
    except StaleListsError:
        sys.exit(STALE)
    except BrokenPipeError:
        # The parent was killed; what was committed is committed.
        return


class _Steps:
    """Says what was done since it was last said."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._said = Done()

    def say(self, tally: Tally) -> None:
        """Send the difference."""
        before, self._said = self._said, tally.so_far()
        self._pipe.send(self._said.since(before))
