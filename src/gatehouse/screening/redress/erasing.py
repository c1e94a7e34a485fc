"""What is held on the person who asks is erased in storage, before any letter may say so.

Through what each room declares that it keeps of a traveller: statements, comparisons, the vault, bookings that only
they were in, and the names kept ready; the masked too, who are found in the vault. A booking that others share stays
for them, without what names the person. Two people, by the kernel's rule. What a hold, a hit or a case keeps is not
erased, and the whole is refused where that is everything. Not reached, and said in the letter: the carrier's messages
sealed as they came, and the request itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from gatehouse.records import Opening, Visit, subject
from gatehouse.retention import owned_rows, vault
from gatehouse.retention.kept import held, kept
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.redress import events, finding, states, telling
from gatehouse.screening.redress.corrections import forget_names
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.identity import Verified
from gatehouse.screening.redress.masked import Bookings, in_company, masked_travellers_of
from gatehouse.screening.redress.shared_bookings import take_out
from gatehouse.screening.redress.store import person_of, reference, stepping, verified_of
from gatehouse.terms.saying import Saying

BOOKINGS_OF = """
SELECT DISTINCT booking_id FROM travellers_travellerrecord WHERE traveller_id = ANY(%s) AND booking_id IS NOT NULL
"""
STILL_SHARED = "SELECT DISTINCT booking_id FROM travellers_travellerrecord WHERE booking_id = ANY(%s)"


class Erased(NamedTuple):
    """How many travellers and bookings were erased, how many travellers something keeps, and in how many bookings of
    several what names the person was looked for and taken out.
    """

    travellers: int
    bookings: int
    kept: int
    shared: int = 0


def erase(visit: Visit, case: str) -> Erased:
    """Erase what is held on the person of a request.

    Raises `RedressError` where nothing is found, where there is more than one person has, or where all is kept; and
    `RefusedError`.
    """
    with stepping(visit, case, Act.ERASE, states.ERASED) as step:
        verified, request = verified_of(person_of(step.request)), reference(step.request.id)
        found, masked = finding.travellers_of(verified), masked_travellers_of(verified)
        events.vault_searched(request, "erase-for-the-person")
        if found.more:
            raise RedressError(
                Saying("there are more travellers to look at than are looked at"), Saying("ask those who run this")
            )
        everybody = sorted({*found.ids, *masked})
        by = kept(everybody, timezone.now().date())
        ids = [one for one in everybody if one not in by]
        _check(everybody, ids)
        _ask(step.opening, ids, masked, request)
        telling.tell_recipients(step.request, ids, telling.Told("erased"))
        alone, shared = _erase(ids, frozenset().union(*(masked[one] for one in ids if one in masked)))
        _ask_bookings(step.opening, [*alone, *shared], request)
        _erase_bookings(alone, shared, verified)
        done = Erased(len(ids), len(alone), len(by), len(shared))
        step.details.update({name: str(count) for name, count in done._asdict().items()})
        # Before the commit and after it: killed between the two, no name outlives what it was read from.
        forget_names()
    forget_names()
    return done


def _check(found: Iterable[int], free: list[int]) -> None:
    if not tuple(found):
        raise RedressError(
            Saying("nothing is found that is held on the person"), Saying("see `gatehouse redress find`")
        )
    if not free:
        raise RedressError(
            Saying("a hold, a hit or a case keeps all that is held on the person"),
            Saying("decide its hits first, or answer with the reason"),
        )


def _ask(opening: Opening, ids: list[int], masked: Mapping[int, Bookings], request: str) -> None:
    """Ask the kernel for each traveller; who asks was proved to this request, and they are found to be that person."""
    on_hold = held(ids, timezone.now().date())
    for one in ids:
        kind = SubjectClass.TRAVELLER_MASKED if one in masked else SubjectClass.TRAVELLER
        facts = replace(subject(kind, f"traveller:{one}"), identity_checked=True, on_hold=one in on_hold)
        opening.also(Act.ERASE, facts, {"request": request})


def _ask_bookings(opening: Opening, bookings: Iterable[int], request: str) -> None:
    for one in bookings:
        facts = replace(subject(SubjectClass.BOOKING, f"booking:{one}"), identity_checked=True)
        opening.also(Act.ERASE, facts, {"request": request})


def _erase(ids: list[int], in_vault: Bookings) -> tuple[list[int], list[int]]:
    """Erase the travellers; the bookings that nobody else is in, and those that others share."""
    booked = _numbers(BOOKINGS_OF, ids) | in_vault
    owned_rows.delete("traveller", ids)
    vault.delete("traveller", ids)
    shared = _numbers(STILL_SHARED, sorted(booked)) | in_company(in_vault, ids)
    return sorted(booked - shared), sorted(shared)


def _erase_bookings(alone: list[int], shared: list[int], verified: Verified) -> None:
    owned_rows.delete("booking", alone)
    vault.delete("booking", alone)
    for one in shared:
        take_out(verified, one)


def _numbers(statement: str, numbers: list[int]) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [numbers])
        return {number for (number,) in cursor.fetchall()}
