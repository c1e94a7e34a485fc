"""Telephone numbers and e-mail addresses that a traveller and a list entry share. No common one says nothing.

Numbers with a country code are compared as E.164; where one side lacks it, by their last digits. Text that is neither
a number nor an address of mail (a street) is left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gatehouse.screening.matching.weights import weights
from gatehouse.terms.candidate import Reason

CONTACTS_MAX = 20
"""Contacts of one side that are compared."""
CONTACT_CHARS_MAX = 120
TAIL_DIGITS = 8
"""Last digits by which two numbers are compared when a country code is not stated on both sides."""
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"(?:tel|phone|mobile|fax|ph)?[.:\s]*(\+?[\d\s()./-]{8,})", re.ASCII | re.IGNORECASE)
_WORDS = {
    "mail": "the same e-mail address",
    "phone": "the same number with its country code",
    "phone_tail": "the last digits agree; a country code is not stated on both sides",
}


class Reached(NamedTuple):
    """A contact that can be compared: `kind` mail or phone, `whole` in full form, `tail` its last digits."""

    kind: str
    whole: str
    tail: str = ""


@lru_cache(maxsize=1 << 14)
def read_contact(text: str) -> Reached | None:
    """`text` as a comparable contact; `None` for streets, short numbers and everything else."""
    text = text[:CONTACT_CHARS_MAX].strip()
    if _MAIL.fullmatch(text):
        return Reached("mail", text.casefold())
    found = _PHONE.fullmatch(text)
    digits = re.sub(r"\D", "", found[1]) if found else ""
    if len(digits) < TAIL_DIGITS:
        return None
    international = digits if text.find("+") >= 0 else digits[2:] if digits.startswith("00") else ""
    return Reached("phone", _e164(international) if international else "", digits[-TAIL_DIGITS:])


def _e164(digits: str) -> str:
    """E.164 of an international number; a trunk 0 in brackets goes, as ITU-T E.123 tells to dial."""
    import phonenumbers

    try:
        number = phonenumbers.parse(f"+{digits}")
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _observe(one: Reached, other: Reached) -> str | None:
    if one.kind != other.kind:
        return None
    if one.whole and other.whole:
        return one.kind if one.whole == other.whole else None
    return "phone_tail" if one.tail and one.tail == other.tail else None


def contact_reason(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Reason | None:
    """The reason of the contact that agrees best; `None` when none does, since people change and share them."""
    table = weights()["contact"]
    best: Reason | None = None
    listed = [(text, read) for text in theirs[:CONTACTS_MAX] if (read := read_contact(text))]
    for text in ours[:CONTACTS_MAX] if listed else ():
        own = read_contact(text)
        for their_text, their in listed:
            found = _observe(own, their) if own else None
            if found and (best is None or table[found] > best.weight):
                best = Reason("contact", text, their_text, found.replace("_", " "), table[found], _WORDS[found])
    return best
