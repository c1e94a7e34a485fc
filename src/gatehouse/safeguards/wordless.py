"""A fault told without its words, which may be somebody's name: which kind it is, and where in the program.

A database repeats the row that it refused, a parser the text that it could not read. So what nobody expected is told by
its classes, by the database's own code and constraint, and by the places in the program, to whoever reads standard
error or a log; the values stay where they were. Errors that are expected have their own words, chosen by us.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

CAUSES_MAX = 8
PLACES_MAX = 12
"""Places of one fault that are told, those next to it."""
FAILED = 1
"""Exit status of a process that ends by a fault."""


def told(fault: BaseException) -> Iterator[str]:
    """Lines about a fault and what it came of, the first cause last."""
    one: BaseException | None = fault
    for _ in range(CAUSES_MAX):
        if one is None:
            return
        yield f"{type(one).__module__}.{type(one).__qualname__}{_code(one)}"
        for frame in traceback.extract_tb(one.__traceback__)[-PLACES_MAX:]:
            yield f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _code(fault: BaseException) -> str:
    """What a database calls the fault (SQLSTATE), and the constraint that refused; a system's number for it."""
    state = getattr(fault, "sqlstate", None)
    constraint = getattr(getattr(fault, "diag", None), "constraint_name", None)
    number = fault.errno if isinstance(fault, OSError) else None
    known = [str(part) for part in (state, constraint, number) if part]
    return f" ({', '.join(known)})" if known else ""


def _short(file: str) -> str:
    """A file's place in its package: nothing of where this installation lies."""
    parts = Path(file).parts
    for root in ("site-packages", "src"):
        if root in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(root) :])
    return parts[-1] if parts else "?"


def say(fault: BaseException) -> None:
    """Tell standard error."""
    print("gatehouse: failed in a way that nobody foresaw; what follows holds nobody's data", file=sys.stderr)
    for line in told(fault):
        print(f"gatehouse: {line}", file=sys.stderr)
    sys.stderr.flush()


def everywhere() -> None:
    """From now on whatever ends this process or one of its threads unforeseen is told without words."""
    sys.excepthook = lambda _kind, fault, _trace: say(fault)
    threading.excepthook = lambda hooked: say(hooked.exc_value) if hooked.exc_value else None


def guarded(act: Callable[..., object], *arguments: object) -> None:
    """The life of a process that another one began: a fault ends it with `FAILED`, told without words."""
    if fault := fault_of(act, *arguments):
        say(fault)
        sys.exit(FAILED)


def fault_of(
    act: Callable[..., object], *arguments: object, foreseen: tuple[type[Exception], ...] = ()
) -> Exception | None:
    """Do it; what it failed with, unless that is one of `foreseen`, which is raised as it is.

    The one place that catches whatever comes. Whoever asks tells it without its words: by `say`, or by class and place.
    """
    try:
        act(*arguments)
    except foreseen:
        raise
    except Exception as fault:  # noqa: BLE001 (a fault of ours: its words may be what somebody is called)
        return fault
    return None


class WordlessFormatter(logging.Formatter):
    """A log's line: when, how grave, which logger, which place; of a request its way and status; of a fault no words.

    The message is left out: a library may have put anything into it.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, and lines about the fault where there is one."""
        at = self.formatTime(record)
        place = f"{_short(record.pathname)}:{record.lineno}"
        lines = [" ".join(part for part in (at, record.levelname, record.name, place, _asked(record)) if part)]
        if record.exc_info and record.exc_info[1]:
            lines += [f"  {line}" for line in told(record.exc_info[1])]
        return "\n".join(lines)


def _asked(record: logging.LogRecord) -> str:
    """Method, route and status of the request that a record is about. A route names what it matched and no value."""
    request = getattr(record, "request", None)
    match = getattr(request, "resolver_match", None)
    if request is None:
        return ""
    route = f"/{match.route}" if match else "(no such page)"
    return f"{request.method} {route} {getattr(record, 'status_code', '')}".rstrip()


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"wordless": {"()": f"{__name__}.WordlessFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "wordless", "level": "ERROR"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
"""Faults and nothing less, to standard error; for Django's setting of that name."""
