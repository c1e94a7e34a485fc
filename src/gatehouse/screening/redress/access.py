"""A person is given what is held on them: gathered, counted in the log, noted on the request, in one transaction."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, NamedTuple

from gatehouse.printing.document import Document
from gatehouse.records import Opening, Visit, subject
from gatehouse.records.law import law
from gatehouse.retention import vault
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.redress import events, finding, held, held_pages, states
from gatehouse.screening.redress.identity import Verified
from gatehouse.screening.redress.masked import masked_travellers_of
from gatehouse.screening.redress.store import KIND, person_of, reference, stepping, verified_of


class Given(NamedTuple):
    """What is handed over: data, and the pages that say the same."""

    data: dict[str, Any]
    pages: Document


def give(visit: Visit, case: str, today: dt.date, *, masked: bool = False) -> Given:
    """Everything that is held on the person of a request. Raises `RedressError`, `RefusedError`.

    `masked` goes through the vault too, which takes the owner of the tables: a command. Without it the person is told
    that masked data were not looked through.

    Comparisons with lists are told where the law profile gives no indirect access; where it does, and the authority
    does not ask itself, the person is told that it can look in their place.
    """
    profile = law().profile
    with stepping(visit, case, Act.EXPORT, states.GAVE) as step:
        verified = verified_of(person_of(step.request))
        found = _found(step.opening, verified, reference(step.request.id), masked=masked)
        told = not profile.redress.indirect_access or step.request.by_authority
        data = held.gathered(step.request, verified, found, comparisons=told)
        records = held.count(data)
        step.opening.note(Act.EXPORT, subject(KIND, reference(step.request.id)), {"records": records})
        return Given(data, held_pages.document(data, step.request.language, today, profile))


def _found(opening: Opening, verified: Verified, request: str, *, masked: bool) -> held.Holding:
    """The travellers who are the person; of the masked, what the vault has, each an act of its own in the log."""
    clear = finding.travellers_of(verified)
    if not masked:
        return held.Holding(clear.ids, clear.more, searched=False)
    in_vault = masked_travellers_of(verified)
    events.vault_searched(request, "give-access")
    sealed: dict[tuple[str, int], dict[str, Any]] = {}
    for traveller, bookings in in_vault.items():
        asked = subject(SubjectClass.TRAVELLER_MASKED, f"traveller:{traveller}")
        opening.also(Act.EXPORT, replace(asked, identity_checked=True))
        for kind, owner in (("traveller", traveller), *(("booking", one) for one in sorted(bookings))):
            sealed |= {(model, row): cells for model, row, cells in vault.values(kind, owner)}
    return held.Holding(tuple(sorted({*clear.ids, *in_vault})), clear.more, sealed)
