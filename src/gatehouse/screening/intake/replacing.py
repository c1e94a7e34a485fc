"""A repaired file is handed in for one that was quarantined or given up: a new receipt that names the old one.

The old file stays on record as it is, and nothing of it is tried again. The new one goes the way of every file.
"""

from __future__ import annotations

from typing import BinaryIO

from gatehouse.records import Visit, opened
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass
from gatehouse.screening.intake import events, receiving
from gatehouse.screening.intake.models import Replacement, Transmission
from gatehouse.screening.intake.receiving import READ, Received
from gatehouse.terms.saying import Saying
from gatehouse.work.deciding import settle

CHANNEL = "replay"
REASON_CHARS_MAX = 500
REPLACEABLE = (Transmission.State.QUARANTINED, Transmission.State.FAILED)
RAW = Subject(SubjectClass.RAW_MESSAGE, "store:intake")


class ReplacementError(Exception):
    """The file cannot take that one's place: the cause, and what to do. Nothing of either file stands in it."""

    def __init__(self, cause: Saying | str, remedy: Saying | str) -> None:
        super().__init__(f"{cause}; {remedy}")
        self.cause, self.remedy = cause, remedy


def file_of(number: int) -> Subject:
    """A file by its number, as the kernel is asked about it: nothing of what it says."""
    return Subject(SubjectClass.WORK, f"transmission:{number}")


def replace(visit: Visit, number: int, stream: BinaryIO, size: int, reason: str) -> int:
    """Take a repaired file in for the one of this number, for a reason; the new file's number.

    The machine takes it in, as it does every file: who hands it in sees nothing of it. Raises `ReplacementError` for a
    file that waits or was read, for one that was replaced, for the same bytes again, and for one that is no interchange
    either; that one is quarantined on record too.
    """
    reason = reason.strip()
    if not reason or len(reason) > REASON_CHARS_MAX:
        raise ReplacementError(
            Saying("one file takes another's place for a reason"),
            Saying("say why, in at most %(count)s characters", count=REASON_CHARS_MAX),
        )
    check(number)
    machine = Visit(Actor(events.ACTOR, Role.MACHINE), events.screening_purpose())
    with opened(machine, Act.INGEST, RAW, {"bytes": size}):
        taken = receiving.take(stream, f"replacement-of-{number}.edi", CHANNEL)
    with opened(visit, Act.REPLACE_FILE, file_of(number), {"transmission": f"transmission:{taken.transmission}"}):
        record(number, taken, visit.actor.id, reason)
    return taken.transmission


def check(number: int) -> None:
    """Raise `ReplacementError` where no file may take the place of this one."""
    state = Transmission.objects.filter(id=number).values_list("state", flat=True).first()
    if state not in REPLACEABLE:
        raise ReplacementError(
            Saying("file %(number)s is none that was quarantined or given up", number=number),
            Saying("look at its state"),
        )
    if Replacement.objects.filter(replaced_id=number).exists():
        raise ReplacementError(
            Saying("file %(number)s was replaced already", number=number),
            Saying("if that one failed too, replace that one"),
        )


def record(number: int, taken: Received, by: str, reason: str) -> None:
    """Write down that the file that was taken in takes the place of this one. In the caller's opened door."""
    check(number)
    if taken.transmission == number:
        raise ReplacementError(
            Saying("these are the very bytes that could not be read"),
            Saying("repair them, or have them sent anew"),
        )
    if taken.error:
        raise ReplacementError(
            Saying("this file cannot be read either (%(fault)s)", fault=taken.error), Saying("have it sent anew")
        )
    Replacement.objects.create(replaced_id=number, replacement_id=taken.transmission, decided_by=by, reason=reason)
    settle(READ, number, by, f"replaced by {taken.transmission}")
