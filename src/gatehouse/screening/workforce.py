"""The processes of `gatehouse work` on one host: forked with the lists in memory, told apart from those who died.

This process holds the lists and takes no job. It forks the readers, which share the lists' memory and take the jobs of
what was received, and clerks, which take the jobs of upkeep; it starts another in the place of one that was killed,
and puts the job back that was in its hand. When a list has a newer version or the day ends it lets the readers finish
their batch and forks them anew; the stored travellers are screened with what changed by a job of their own.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from django.db import connection
from django.utils import timezone

from gatehouse.safeguards.wordless import guarded
from gatehouse.screening.intake import claims, late_series, receiving
from gatehouse.screening.intake.receiving import READ
from gatehouse.screening.lists_in_force import ListsInForce, in_force
from gatehouse.screening.tally import Done, Tally
from gatehouse.screening.workers import Workers
from gatehouse.screening.working import Freshness, StaleListsError, Worker, freshness
from gatehouse.terms.candidate import Subject
from gatehouse.work import rescuing
from gatehouse.work.kinds import Queue, kinds
from gatehouse.work.putting import waiting_count
from gatehouse.work.serving import Post, serve
from gatehouse.work.trying import Failure, Task

LOOK_SECONDS = 1.0
"""How often it is looked for newer lists and for jobs that nobody does any more, and told what was done."""
STALE = 3
"""Exit status of a reader whose lists are no longer the newest."""
DEATHS_MAX = 20
DEATHS_SECONDS = 60.0
"""More processes than that dying in this time, and it is given up: the next ones will not do better."""
TRIES_IN_LINE_MAX = 1
"""A file on which more tries than that failed steps out of the line, and no other waits for it."""
NOBODY = Subject(("Nobody Known",))
NO_UPKEEP: Mapping[str, Task] = {}


class WorkforceError(Exception):
    """The work cannot go on. The text says why and what to do."""


@dataclass(slots=True)
class Progress(Done):
    """What all processes have done. `waiting` transmissions are unfinished; `lists_loaded` counts loadings."""

    workers: int = 0
    waiting: int = 0
    lists_loaded: int = 0
    replaced: int = 0


Report = Callable[[Progress], None]


@dataclass(slots=True)
class Seat:
    """A process that was begun, the job in its hand, and how to begin another in its place."""

    process: BaseProcess
    begin: Begin
    job: int | None = None


Begin = Callable[[Connection], None]
"""What a process does with its end of the pipe."""


@dataclass(frozen=True, slots=True)
class Duties:
    """What is done beside reading: the tasks of upkeep, and whether the law lets anybody be screened now."""

    upkeep: Mapping[str, Task]
    may_screen: Callable[[], bool]


NO_DUTIES = Duties({}, lambda: True)


class Workforce:
    """`count` readers on this host, and clerks where there is upkeep to do."""

    def __init__(
        self,
        count: int,
        report: Report,
        make_lists: Callable[[], ListsInForce] = in_force,
        duties: Duties = NO_DUTIES,
    ) -> None:
        self._count = count
        self._report = report
        self._make_lists = make_lists
        self._duties = duties
        self._tasks = {READ: _task_of_reading(_never), **duties.upkeep}
        self._seats: dict[Connection, Seat] = {}
        self._until_done = False
        self._is_leaving = False
        self._deaths: list[float] = []
        self.progress = Progress()

    def leave(self) -> None:
        """Let every process finish what it has in hand, and end. Safe to call from a signal handler."""
        self._is_leaving = True

    def run(self, *, until_done: bool) -> Progress:
        """Work until `leave` is called, or `until_done`: nothing is left that could be done now.

        Only work without an end goes by the clock. Raises `WorkforceError` when no process can work.
        """
        self._until_done = until_done
        receiving.put_down_again()
        try:
            if self._duties.upkeep:
                self._begin_clerks()
            while not self._is_leaving:
                self._work_under_the_law()
        finally:
            self._dismiss(self._seats)
        late_series.report_late(timezone.now())
        self._look()
        return self.progress

    def _begin_clerks(self) -> None:
        """A clerk for each queue of upkeep that has something to do, so that the long does not hold up the rest."""
        for queue in (Queue.UPKEEP, Queue.LONG):
            if of := {name: task for name, task in self._duties.upkeep.items() if task.kind.queue is queue}:
                self._begin(_Clerk(queue, of, by_the_clock=not self._until_done))

    def _work_under_the_law(self) -> None:
        """Work as long as the law and the lists stay as they are. Where nobody may be screened there are no readers."""
        if not self._duties.may_screen():
            # Who works until all is done would wait for what nobody may do.
            self._is_leaving = self._is_leaving or self._until_done
            self._watch(lambda _: self._duties.may_screen())
            return
        fresh = freshness()
        reader = _Reader(self._load(), fresh)
        gc.collect()
        gc.freeze()
        try:
            for _ in range(self._count):
                self._begin(reader)
            self._watch(lambda ended: STALE in ended or freshness() != fresh or not self._duties.may_screen())
        finally:
            self._dismiss([pipe for pipe, seat in self._seats.items() if seat.begin is reader])
            gc.unfreeze()

    def _load(self) -> ListsInForce:
        self.progress.lists_loaded += 1
        lists = self._make_lists()
        # What the first search makes ready is made ready once, and shared by the forks.
        lists.find_many([NOBODY])
        return lists

    def _watch(self, is_over: Callable[[list[int]], bool]) -> None:
        """Listen and look until it is over or all are to leave; who died is replaced."""
        while not self._is_leaving:
            ended = self._listen()
            if is_over([status for status, _ in ended]):
                return
            for _, seat in ended:
                self._replace(seat)
            self._look()

    def _begin(self, begin: Begin) -> None:
        # A fork would share the socket to the database.
        connection.close()
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=guarded, args=(begin, theirs), daemon=True)
        process.start()
        theirs.close()
        self._seats[ours] = Seat(process, begin)

    def _replace(self, seat: Seat) -> None:
        now = time.monotonic()
        self._deaths = [*(death for death in self._deaths if now - death < DEATHS_SECONDS), now]
        if len(self._deaths) > DEATHS_MAX:
            raise WorkforceError(f"{len(self._deaths)} workers died within a minute; see what they said above")
        self.progress.replaced += 1
        self._begin(seat.begin)

    def _listen(self) -> list[tuple[int, Seat]]:
        """Take in what is said within `LOOK_SECONDS`; those that ended, with their exit statuses."""
        ended = []
        if not self._seats:
            time.sleep(LOOK_SECONDS)
        for pipe in wait(list(self._seats), LOOK_SECONDS):
            if isinstance(pipe, Connection) and not self._heard(pipe):
                seat = self._seats.pop(pipe)
                seat.process.join()
                pipe.close()
                if seat.job is not None:
                    rescuing.of_dead_worker(seat.job, self._tasks)
                ended.append((seat.process.exitcode or 0, seat))
        return ended

    def _heard(self, pipe: Connection) -> bool:
        """Take one message; false when the process has ended."""
        try:
            said = pipe.recv()
        except (EOFError, ConnectionResetError):
            return False
        if isinstance(said, Done):
            self.progress.add(said)
        else:
            self._seats[pipe].job = said
        return True

    def _dismiss(self, seats: Iterable[Connection]) -> None:
        """Let these processes finish what they have in hand and leave."""
        leaving = list(seats)
        for pipe in leaving:
            self._seats[pipe].process.terminate()
        while any(pipe in self._seats for pipe in leaving):
            for _, seat in self._listen():
                if isinstance(seat.begin, _Clerk) and not self._is_leaving:
                    self._replace(seat)

    def _look(self) -> None:
        self.progress.workers = len(self._seats)
        self.progress.waiting = claims.unfinished_count()
        self._report(self.progress)
        rescuing.of_silent_workers(self._tasks)
        if self._until_done and not self.progress.waiting and not waiting_count(self._tasks):
            self.leave()


class _Reader:
    """A process that takes the jobs of what was received, until told to leave, or its parent is gone."""

    def __init__(self, lists: ListsInForce, fresh: Freshness) -> None:
        self._lists, self._fresh, self._parent = lists, fresh, os.getpid()
        self._is_stale = False

    def __call__(self, pipe: Connection) -> None:
        post = _post(pipe, self._parent)
        tally = Tally(lambda _: None)
        tally.report = _Steps(pipe).say
        with Workers(self._lists.find_many, 0) as screening:
            worker = Worker(self._lists, self._fresh, tally, post.leaving.is_set, screening)
            serve(Queue.MESSAGES, {READ: _task_of_reading(self._reading(worker, post))}, post)
        if self._is_stale:
            sys.exit(STALE)

    def _reading(self, worker: Worker, post: Post) -> Callable[[int | None], None]:
        def read(number: int | None) -> None:
            try:
                worker.read(number or receiving.NO_TRANSMISSION)
            except StaleListsError:
                self._is_stale = True
                post.leaving.set()
                raise

        return read


class _Clerk:
    """A process that takes the jobs of one queue of upkeep, one at a time over all hosts for each kind."""

    def __init__(self, queue: Queue, upkeep: Mapping[str, Task], *, by_the_clock: bool) -> None:
        self._queue, self._upkeep = queue, upkeep
        self._by_the_clock, self._parent = by_the_clock, os.getpid()

    def __call__(self, pipe: Connection) -> None:
        serve(self._queue, self._upkeep, _post(pipe, self._parent), by_the_clock=self._by_the_clock)


def _task_of_reading(act: Callable[[int | None], None]) -> Task:
    return Task(kinds()[READ], act, _reading_failed)


def _never(number: int | None) -> None:
    """The process that holds the lists takes no job."""
    raise WorkforceError(f"a job of {number} was taken by a process that takes none")


def _reading_failed(failure: Failure) -> None:
    if failure.is_last:
        claims.give_up(failure.number, failure.says)
    elif failure.tries > TRIES_IN_LINE_MAX:
        claims.set_apart(failure.number, failure.says)


def _post(pipe: Connection, parent: int) -> Post:
    """How a process that was begun is told to leave, and tells of its jobs. To be called first of all in it."""
    leaving = threading.Event()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: leaving.set())

    def took(job: int | None) -> None:
        # Where the parent was killed, nobody listens: what was committed is committed.
        with suppress(BrokenPipeError):
            pipe.send(job)

    return Post(leaving, took, lambda: os.getppid() != parent)


class _Steps:
    """Says what was done since it was last said."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._said = Done()

    def say(self, tally: Tally) -> None:
        """Send the difference."""
        before, self._said = self._said, tally.so_far()
        with suppress(BrokenPipeError):
            self._pipe.send(self._said.since(before))
