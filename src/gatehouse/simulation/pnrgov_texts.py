"""The slash-delimited and spelled-out texts of a booking: DOCS, e-mail addresses without an @, addresses."""

from __future__ import annotations

from gatehouse.terms.dates import MONTHS
from gatehouse.terms.traveller import Document, Traveller


def ddmmmyy(iso: str | None) -> str:
    """DDMMMYY of an ISO date; empty where it is not complete."""
    if not iso or len(iso) < 10:
        return ""
    return f"{iso[8:10]}{MONTHS[int(iso[5:7]) - 1]}{iso[2:4]}"


def docs_text(traveller: Traveller, document: Document) -> str:
    """SSR DOCS: type, issuer, number, nationality, birth, sex (MI and FI for infants), expiry, surname, given names."""
    # MI and FI are how DOCS tells an infant; there is no other field for it.
    sex = (traveller.sex or "") + ("I" if traveller.infant and traveller.sex else "")
    fields = (
        document.type or "",
        document.issuer or "",
        document.number or "",
        traveller.nationalities[0] if traveller.nationalities else "",
        ddmmmyy(traveller.birth_date),
        sex,
        ddmmmyy(document.expires),
        document.surname or traveller.surname or "",
        document.given_names or traveller.given_names or "",
    )
    return "/" + "/".join(fields)


def email_text(address: str) -> str:
    """An e-mail address as SSR and OSI spell it: `//` for @ and `..` for an underscore, in capitals."""
    return address.upper().replace("@", "//").replace("_", "..")


def address_text(line: str) -> tuple[str, ...]:
    """ADD composite of a contact address given as `street, city, COUNTRY`."""
    street, city, country = (*line.split(", "), "", "")[:3]
    return ("700", street, city, "", "", country)
