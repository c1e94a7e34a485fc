"""Ways to reach people: ADD, SSR and OSI CTC*, e-mail spelt as teleprinters can (AIRIMP)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatehouse.edifact import Segment
from gatehouse.screening.messages.pnrgov.cards import masked_text
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Elements, Mode, Person
from gatehouse.terms.finding import Finding, info
from gatehouse.terms.traveller import Contact

KINDS = {
    "CTCM": "phone",
    "CTCH": "phone",
    "CTCB": "phone",
    "CTCP": "phone",
    "CTCT": "phone",
    "CTCF": "fax",
    "CTCE": "email",
    "CTCA": "address",
    "CTCR": "phone",
}
"""Contact codes. CTCR says that a contact was refused, unless a number follows all the same."""
PHONE_DIGITS_MIN = 7
PHONE_DIGITS_MAX = 15
"""ITU-T E.164: at most 15 digits; fewer than 7 do not reach anybody from abroad."""
ADDRESS_PHONE_PURPOSES = frozenset({"H", "M", "O", "N", "B", "T"})

_CONTACT = re.compile(r"\bCTC ?([MHBPTFEAR])(?![A-Z])[ /-]*(.*)", re.DOTALL)
_CITY_CONTACT = re.compile(r"\bCTC ?[A-Z]{3}\b[ /-]*(.*)", re.DOTALL)
_GLUED_CONTACT = re.compile(r"\bCTC([MHBPTFEAR])([A-Z0-9+].*)", re.DOTALL)
_ASSOCIATION = re.compile(r"-\d[A-Z][^/\d]*/[^/]+$")
_LANGUAGE = re.compile(r"(?<=\d)/[A-Z]{2}$")
"""ISO 639 code of the language to speak, which AIRIMP lets follow a number."""
_EMAIL = re.compile(r"[^@\s/]+@[^@\s/]+\.[^@\s/]{2,}$")
_DIGIT = re.compile(r"\d")


def email(text: str) -> str:
    """An e-mail address as it is written elsewhere: `//` is @, `..` is _, `./` is -."""
    return text.replace("//", "@").replace("..", "_").replace("./", "-").strip().strip("/")


def contact(code: str, text: str, ordinal: int) -> Contact | None:
    """The contact of an SSR or OSI `code` (`CTCM`); None when it holds nothing to reach anybody by."""
    kind = KINDS.get(code, "other")
    text = _ASSOCIATION.sub("", text.strip()).lstrip("/ ")
    # Refusing a contact is not a way to reach anybody.
    if code == "CTCR" and len(_DIGIT.findall(text)) < PHONE_DIGITS_MIN:
        return None
    if kind == "email" or (kind != "address" and ("//" in text or "@" in text)):
        return Contact("email", email(text), ordinal) if text else None
    value = text.rstrip("/ ")
    if kind in ("phone", "fax"):
        value = _LANGUAGE.sub("", value)
    return Contact(kind, value, ordinal) if value else None


def contact_in(text: str, ordinal: int) -> Contact | None:
    """The contact an OSI or remark states: `CTCE A//B.COM`, `CTC M 5551`, `CTCBOG 571` (a city); None without one."""
    if "CTC" not in text:
        return None
    found = _CONTACT.search(text)
    if found:
        return contact("CTC" + found[1], found[2], ordinal)
    city = _CITY_CONTACT.search(text)
    # CTC and a city, as pushes write an agency's phone.
    if city:
        return contact("CTCP", city[1], ordinal)
    glued = _GLUED_CONTACT.search(text)
    return contact("CTC" + glued[1], glued[2], ordinal) if glued else None


def faults(found: Contact) -> Iterator[Finding]:
    """Q52 and Q53: a phone number or e-mail address that cannot be one."""
    if found.kind in ("phone", "fax"):
        count = len(_DIGIT.findall(found.value))
        if not PHONE_DIGITS_MIN <= count <= PHONE_DIGITS_MAX:
            yield info("phone-shape", found.segment, f"a phone number of {count} digits")
    elif found.kind == "email" and not _EMAIL.match(found.value):
        yield info("email-shape", found.segment, "not an e-mail address once // and .. are decoded")


def give(person: Person, found: Contact) -> None:
    """A contact of the person, once however often it is repeated."""
    found = found._replace(value=masked_text(found.value))
    person.contacts.setdefault((found.kind, found.value), found)
    person.sources.setdefault("contacts", found.segment or 0)


def keep(booking: BookingDraft, found: Contact | None) -> None:
    """File a contact with the person being read, else with the booking."""
    if found is None:
        return
    booking.findings.extend(faults(found))
    if booking.mode is Mode.PAX and booking.person:
        give(booking.person, found)
    else:
        booking.contacts.append(found._replace(value=masked_text(found.value)))


def address(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """ADD: each composite after the first element is an address, with a phone number or e-mail as free text behind."""
    for element in elements[1:]:
        purpose, *parts = [part.strip() for part in element]
        place = ", ".join(part for part in (*parts[:4], *parts[5:6], *parts[4:5]) if part)
        if place:
            keep(booking, Contact("address", place, segment.ordinal))
        if free := " ".join(part for part in parts[6:] if part):
            keep(booking, Contact(_free_kind(purpose, free), _free_value(free), segment.ordinal))


def _free_kind(purpose: str, text: str) -> str:
    if "//" in text or "@" in text:
        return "email"
    if purpose in ADDRESS_PHONE_PURPOSES or len(_DIGIT.findall(text)) >= PHONE_DIGITS_MIN:
        return "phone"
    return "other"


def _free_value(text: str) -> str:
    return email(text) if "//" in text or "@" in text else text
