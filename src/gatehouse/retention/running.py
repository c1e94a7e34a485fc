"""A run of the clocks: erase, mask, forget files, erase keys; killed at any line, the next run goes on where it was.

Every step is a transaction that leaves its traces with it. Caches outside the database are erased at the end, and at
the beginning of the next run when one was killed before it came to that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from gatehouse.records.law import law
from gatehouse.retention.clocks import Clocks
from gatehouse.retention.day_steps import DaySteps
from gatehouse.retention.flight_steps import FlightSteps
from gatehouse.retention.inventory import keeps, model_of
from gatehouse.retention.models import DataKey, Run, VaultItem
from gatehouse.retention.steps import Notebook, Progress, Tally
from gatehouse.safeguards.vocabulary import Element
from gatehouse.terms.keep import Clock

RUN_LOCK = 0x6761_7477
"""The advisory lock ("gatw") of the one run. It ends with the connection."""

Forget = Callable[[], None]
"""Erases what is derived from stored travellers outside the database."""


def run(as_of: dt.date, identity: tuple[str, str], forget: Forget, progress: Progress) -> tuple[Run, Tally]:
    """Do everything that is due as of a day. `identity` is the hash of the law profile, and the mode.

    A second run at once waits for the first, and finds nothing left to do.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [RUN_LOCK])
        try:
            return _run(as_of, identity, forget, progress)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [RUN_LOCK])


def _run(as_of: dt.date, identity: tuple[str, str], forget: Forget, progress: Progress) -> tuple[Run, Tally]:
    profile, tally = law().profile, Tally()
    _forget_what_is_due(forget)
    made = _begun(as_of, identity)
    notebook, clocks = Notebook.of(made), Clocks.of(profile.retention, as_of)
    elements = frozenset(Element(one).value for one in profile.masking.elements)
    flights = FlightSteps(clocks, elements, notebook, tally, progress)
    days = DaySteps(clocks, notebook, tally, progress)
    for doing, step in (
        ("ending holds", days.end_holds),
        ("erasing", flights.erase),
        ("masking", flights.mask),
        ("forgetting files", days.forget_files),
        ("erasing entries of lists", days.erase_listed),
        ("erasing what rooms keep by their own clock", days.erase_own),
        ("erasing keys", days.erase_keys),
    ):
        tally.doing = doing
        step()
    _forget_what_is_due(forget)
    if made.step_set.exists():
        _tidy_tables()
    Run.objects.filter(id=made.id).update(ended_at=timezone.now())
    made.refresh_from_db()
    return made, tally


def _begun(as_of: dt.date, identity: tuple[str, str]) -> Run:
    """The run that was cut off, if it was for the same day under the same law, else a new one."""
    digest, mode = identity
    cut_off = Run.objects.filter(ended_at=None, as_of=as_of, law=digest, mode=mode).order_by("-id").first()
    return cut_off or Run.objects.create(as_of=as_of, law=digest, mode=mode)


def _forget_what_is_due(forget: Forget) -> None:
    due = list(Run.objects.filter(forget_due=True).values_list("id", flat=True))
    if due:
        forget()
        Run.objects.filter(id__in=due).update(forget_due=False)


def _tidy_tables() -> None:
    """Let the database reuse the place of what was masked and erased; what stood there is then written over."""
    touched: list[type[Model]] = [
        model_of(keep) for keep in keeps().values() if keep.clock in (Clock.TRAVELLER, Clock.RECEIPT)
    ]
    touched += [VaultItem, DataKey]
    with connection.cursor() as cursor:
        for model in touched:
            cursor.execute(f"VACUUM {model._meta.db_table}")
