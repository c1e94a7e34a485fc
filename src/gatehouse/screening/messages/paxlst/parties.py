"""NAD: a person of the list, or whoever issued the message. And COM and CTA: how to reach them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gatehouse.edifact.segment import at
from gatehouse.screening.messages.paxlst.codes import CODES
from gatehouse.screening.messages.paxlst.names import read_name
from gatehouse.screening.messages.paxlst.said import (
    CONTACT,
    OPENS_NOTHING,
    OPENS_PARTY,
    OPENS_PERSON,
    Elements,
    Fault,
    Said,
    shown,
)
from gatehouse.terms.traveller import Contact, Role

_ROLES = {code: Role(row.field) for code, row in CODES["NAD"].items() if row.about == "person"}
_SENDERS = frozenset(code for code, row in CODES["NAD"].items() if row.about == "message")
_MEANS = {code: row.field for code, row in CODES["COM"].items()}
_AT_SIGN = re.compile(r"\s*\.AT\.\s*|//", re.IGNORECASE)

MISPLACED = (4, 1)
"""Where a name stands when a separator before it is doubled or lost."""

_NAME_COMPONENTS = 5
"""C080 holds up to five 3036; what follows is 3045, the format of the name."""


def party(elements: Elements, ordinal: int) -> Said:
    """NAD: 3035, C082 party, C058 free name, C080 name, C059 street, 3164 city, C819 region, 3251 code, 3207 country.

    A qualifier that is not known opens a party of role other, which is a traveller only if it shows to be a person.
    """
    # A separator that a spoilt sign released stays behind the qualifier.
    qualifier = at(elements, 0).upper().rstrip("+?")
    if qualifier in _SENDERS:
        return _sender(elements, ordinal)
    name = read_name(_name_components(elements))
    role, about, faults = _ROLES.get(qualifier), OPENS_PERSON, name.faults
    if role is None:
        role, about, faults = Role.OTHER, OPENS_PARTY, (Fault("party-unknown", shown(qualifier)), *faults)
    facts: list[tuple[str, object]] = [("role", role), *name.facts]
    if len(elements) > 4 and (address := _address(elements[4:])):
        facts.append(("contacts", (Contact("address", address, ordinal),)))
    return Said(about, tuple(facts), faults, not name.surname and bool(at(elements, 1)))


def _name_components(elements: Elements) -> Sequence[str]:
    """The components of C080, or the free name lines of C058 run together where C080 is empty."""
    # C058 is meant for free lines, but is all that some legacy hosts fill.
    if len(elements) > 3 and any(elements[3]):
        return elements[3][:_NAME_COMPONENTS]
    if len(elements) > 2 and any(elements[2]):
        return [" ".join(elements[2])]
    return next((elements[place] for place in MISPLACED if _is_name(elements, place)), [""])


def _is_name(elements: Elements, place: int) -> bool:
    """Whether an element that is not for names holds two or more, letters alone: one separator too many or too few."""
    parts = [part.strip() for part in elements[place]] if place < len(elements) else []
    return len(parts) > 1 and all(part.replace(" ", "").isalpha() for part in parts)


def _address(elements: Elements) -> str:
    """Street, city, region, post code and country in one line; a region is a code or, as fourth component, a name."""
    parts = list(elements[0])
    for position, element in enumerate(elements[1:5]):
        # Only the region (C819) may carry a name in its fourth component.
        parts.append(element[3] if position == 1 and len(element) > 3 and not element[0] else element[0])
    return ", ".join(stripped for part in parts if (stripped := part.strip()))


def _sender(elements: Elements, ordinal: int) -> Said:
    name = " ".join(part.strip() for part in _name_components(elements)) or at(elements, 1)
    contacts = (Contact("other", name, ordinal),) if name else ()
    return Said(OPENS_NOTHING, (("contacts", contacts),))


def communication(elements: Elements, ordinal: int) -> Said:
    """COM: one contact per element, 3148 the number with 3155 its means."""
    contacts, faults = [], []
    for element in elements:
        means = at([element], 0, 1).upper()
        kind = _MEANS.get(means)
        if kind is None and means:
            faults.append(Fault("contact-unknown", shown(means)))
        if value := at([element], 0):
            contacts.append(Contact(kind or "other", mail_address(value) if kind == "email" else value, ordinal))
    return Said(CONTACT, (("contacts", tuple(contacts)),), tuple(faults))


def contact_us(elements: Elements, ordinal: int) -> Said:
    """CTA of the US profile: the name as second component of its second element, then elements as of COM."""
    name = at(elements, 1, 1) or at(elements, 1)
    said = communication(elements[2:], ordinal)
    named = (Contact("other", name, ordinal),) if name else ()
    return said._replace(facts=(("contacts", (*named, *said.facts[0][1])),))


def mail_address(text: str) -> str:
    """An e-mail address from the forms that a character set without `@` and `_` forces: ` .AT. `, `//`, `..`."""
    return _AT_SIGN.sub("@", text, count=1).replace("..", "_")
