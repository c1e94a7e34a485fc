"""A person is given what is held on them: gathered, counted in the log, noted on the request, in one transaction."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from gatehouse.printing.document import Document
from gatehouse.records import Visit, subject
from gatehouse.records.law import law
from gatehouse.safeguards.vocabulary import Act
from gatehouse.screening.redress import finding, held, held_pages, states
from gatehouse.screening.redress.store import KIND, person_of, reference, stepping, verified_of


class Given(NamedTuple):
    """What is handed over: data, and the pages that say the same."""

    data: dict[str, Any]
    pages: Document


def give(visit: Visit, case: str, today: dt.date) -> Given:
    """Everything that is held on the person of a request. Raises `RedressError`, `RefusedError`.

    Comparisons with lists are told where the law profile gives no indirect access; where it does, and the authority
    does not ask itself, the person is told that it can look in their place.
    """
    profile = law().profile
    with stepping(visit, case, Act.EXPORT, states.GAVE) as step:
        verified = verified_of(person_of(step.request))
        found = finding.travellers_of(verified)
        told = not profile.redress.indirect_access or step.request.by_authority
        data = held.gathered(step.request, verified, found, comparisons=told)
        records = held.count(data)
        step.opening.note(Act.EXPORT, subject(KIND, reference(step.request.id)), {"records": records})
        return Given(data, held_pages.document(data, step.request.language, today, profile))
