"""What the room of work keeps: jobs by number, signs of life of workers, and trouble. No traveller is here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from gatehouse.terms.keep import Clock, Keep, personal, thing

TAKE_AWAY = "DELETE FROM procrastinate_jobs WHERE status = 'failed' AND id = ANY(%s)"

KEEPS = (
    Keep(
        "work.Trouble",
        "a job that failed and is not done, and what an operator decided about it; one that was left undone is erased"
        " as unmatched travellers are",
        "upkeep",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "job": thing("the job"),
            "kind": thing("what was to be done"),
            "number": thing("to what, by its number"),
            "tries": thing("how often it was tried"),
            "error": thing("the class of what failed last"),
            "place": thing("the line of Gatehouse's own code where it failed"),
            "first_at": thing("when it failed first"),
            "last_at": thing("when it failed last"),
            "state": thing("tried again, given up, or dismissed"),
            "decided_by": personal("the account of the operator who decided"),
            "decided_at": thing("when"),
            "reason": thing("why, in the operator's words"),
        },
    ),
    Keep(
        "procrastinate.ProcrastinateJob",
        "something that is to be done; gone when it is done, or with what was decided when it was left undone",
        "upkeep",
        Clock.NONE,
        {
            "id": thing("its number"),
            "queue_name": thing("by which workers"),
            "task_name": thing("what is to be done"),
            "priority": thing("before what else"),
            "lock": thing("what is not done at once with it"),
            "args": thing("to what, by its number"),
            "status": thing("to be done, being done, given up"),
            "scheduled_at": thing("not before when"),
            "attempts": thing("how often it was taken up"),
            "queueing_lock": thing("what keeps it from being put down twice"),
            "abort_requested": thing("not used"),
            "worker": thing("which worker has it"),
        },
    ),
    Keep(
        "procrastinate.ProcrastinateEvent",
        "when a job was put down, taken up, put off; gone with the job",
        "upkeep",
        Clock.NONE,
        {"id": thing("its number"), "job": thing("the job"), "type": thing("what happened"), "at": thing("when")},
    ),
    Keep(
        "procrastinate.ProcrastinateWorker",
        "a worker's sign of life; gone when it leaves",
        "upkeep",
        Clock.NONE,
        {"id": thing("its number"), "last_heartbeat": thing("when it gave the last sign")},
    ),
    Keep(
        "procrastinate.ProcrastinatePeriodicDefer",
        "when the clock last put something down",
        "upkeep",
        Clock.NONE,
        {
            "id": thing("its number"),
            "task_name": thing("what"),
            "defer_timestamp": thing("for which tick of the clock"),
            "job": thing("the job"),
            "periodic_id": thing("not used"),
        },
    ),
)


def erase_before(day: dt.date) -> Mapping[str, int]:
    """Erase the jobs that were left undone until this day, and who decided so; the log keeps that they were."""
    from django.db import connection

    from gatehouse.work.models import Trouble

    past = Trouble.objects.filter(state=Trouble.State.DISMISSED, decided_at__date__lte=day)
    with connection.cursor() as cursor:
        cursor.execute(TAKE_AWAY, [list(past.values_list("job", flat=True))])
        jobs = cursor.rowcount
    troubles, _ = past.delete()
    counts = {"procrastinate.ProcrastinateJob": jobs, "work.Trouble": troubles}
    return {name: count for name, count in counts.items() if count}
