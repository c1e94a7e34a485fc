"""What is held on the person who asks is erased in storage, before any letter may say so.

Through what each room declares that it keeps of a traveller: statements, comparisons, the vault, bookings that only
they were in, and the names kept ready. Two people, by the kernel's rule. What a hold, a hit or a case keeps is not
erased, and the whole is refused where that is everything. Not reached, and said in the letter: the carrier's messages
sealed as they came, bookings shared with others, what is masked already (nobody is found in it), the request itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from gatehouse.records import Opening, Visit, subject
from gatehouse.retention import owned_rows, vault
from gatehouse.retention.kept import held, kept
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.redress import finding, states, telling
from gatehouse.screening.redress.corrections import forget_names
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.store import person_of, reference, stepping, verified_of

BOOKINGS_OF = """
SELECT DISTINCT booking_id FROM travellers_travellerrecord WHERE traveller_id = ANY(%s) AND booking_id IS NOT NULL
"""
STILL_SHARED = "SELECT DISTINCT booking_id FROM travellers_travellerrecord WHERE booking_id = ANY(%s)"


class Erased(NamedTuple):
    """How many travellers and bookings were erased, and how many travellers something keeps."""

    travellers: int
    bookings: int
    kept: int


def erase(visit: Visit, case: str) -> Erased:
    """Erase what is held on the person of a request.

    Raises `RedressError` where nothing is found, where there is more than one person has, or where all is kept; and
    `RefusedError`.
    """
    with stepping(visit, case, Act.ERASE, states.ERASED) as step:
        found = finding.travellers_of(verified_of(person_of(step.request)))
        if found.more:
            raise RedressError("there are more travellers to look at than are looked at", "ask those who run this")
        by = kept(found.ids, timezone.now().date())
        ids = [one for one in found.ids if one not in by]
        _check(found.ids, ids)
        _ask(step.opening, ids, reference(step.request.id))
        telling.tell_recipients(step.request, ids, "erased")
        bookings = _erase(ids)
        done = Erased(len(ids), bookings, len(by))
        step.details.update({name: str(count) for name, count in done._asdict().items()})
        # Before the commit and after it: killed between the two, no name outlives what it was read from.
        forget_names()
    forget_names()
    return done


def _check(found: Iterable[int], free: list[int]) -> None:
    if not tuple(found):
        raise RedressError("nothing is found that is held on the person", "see `gatehouse redress find`")
    if not free:
        raise RedressError(
            "a hold, a hit or a case keeps all that is held on the person",
            "decide its hits first, or answer with the reason",
        )


def _ask(opening: Opening, ids: list[int], request: str) -> None:
    """Ask the kernel for each traveller; who asks was proved to this request, and they are found to be that person."""
    on_hold = held(ids, timezone.now().date())
    for one in ids:
        facts = subject(SubjectClass.TRAVELLER, f"traveller:{one}")
        facts = replace(facts, identity_checked=True, on_hold=one in on_hold)
        opening.also(Act.ERASE, facts, {"request": request})


def _erase(ids: list[int]) -> int:
    """Erase the travellers, and the bookings that nobody else is in; how many bookings."""
    booked = _numbers(BOOKINGS_OF, ids)
    owned_rows.delete("traveller", ids)
    vault.delete("traveller", ids)
    alone = sorted(booked - _numbers(STILL_SHARED, sorted(booked)))
    owned_rows.delete("booking", alone)
    vault.delete("booking", alone)
    return len(alone)


def _numbers(statement: str, numbers: list[int]) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [numbers])
        return {number for (number,) in cursor.fetchall()}
