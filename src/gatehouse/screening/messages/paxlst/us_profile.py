"""PDT of the older US profile: a whole person in one segment, after UNS.

The layout that DHS gave carriers before 2005: document as `type/number:expiry:issuer`, then
`surname:given:middle:birth:sex`, status, and embarkation with debarkation, each an alpha-2 country and an airport run
together.
"""

from __future__ import annotations

from typing import Any

from gatehouse.edifact.segment import at
from gatehouse.screening.messages.paxlst.codes import CODES
from gatehouse.screening.messages.paxlst.documents import document
from gatehouse.screening.messages.paxlst.names import read_name
from gatehouse.screening.messages.paxlst.particulars import attribute
from gatehouse.screening.messages.paxlst.places import place
from gatehouse.screening.messages.paxlst.said import OPENS_PERSON, Elements, Fault, Said, shown
from gatehouse.screening.messages.paxlst.times import time
from gatehouse.terms.traveller import Role

_ROLES = {code: Role(row.field) for code, row in CODES["PDT"].items()}


def person(elements: Elements, ordinal: int, year: int) -> Said:
    """PDT as if NAD, ATT, DTM 329, LOC 178 and 179, and DOC, DTM 36, LOC 91 stood there, each by its own reader.

    The issuing country is the document's and no nationality. A person without status is a passenger.
    """
    kind, _, number = at(elements, 0).partition("/")
    name = read_name((elements[1] if len(elements) > 1 else [""])[:3])
    # Each part is handed to the reader of the segment that says the same in the other profile.
    parts = [
        attribute([["2"], [""], [at(elements, 1, 4)]]),
        time([["329", at(elements, 1, 3)]], year),
        place([["178"], [at(elements, 3)]]),
        place([["179"], [at(elements, 3, 1)]]),
    ]
    # What the document states comes last, so that the person's facts stand first in the sources.
    papers = [
        document([[kind], [number]], ordinal),
        time([["36", at(elements, 0, 1)]], year),
        place([["91"], [at(elements, 0, 2)]]),
    ]
    role, faults = _role(at(elements, 2).upper())
    facts: list[tuple[str, Any]] = [("role", role), *name.facts, *(fact for said in parts for fact in said.facts)]
    paper = dict(fact for said in papers for fact in said.facts)
    if papers[0].facts:
        facts.append(("documents", paper))
    faults = (*faults, *name.faults, *(fault for said in (*parts, *papers) for fault in said.faults))
    kept = any(said.kept for said in (*parts, *papers))
    return Said(OPENS_PERSON, tuple(facts), faults, kept)


def _role(status: str) -> tuple[Role, tuple[Fault, ...]]:
    if not status:
        return Role.PASSENGER, ()
    known = _ROLES.get(status)
    return (known, ()) if known else (Role.OTHER, (Fault("status-unknown", shown(status)),))
