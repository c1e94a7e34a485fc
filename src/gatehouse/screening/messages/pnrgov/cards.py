"""Payment card numbers never leave in full: at most the last four digits stay (PCI DSS 3.4; facts Q54).

A run of digits in free text is a card number when its length, first digits and check digit (ISO/IEC 7812-1 annex B)
all fit; ticket numbers and phone numbers stay. In a payment segment and after a card's vendor code every long number
counts.
"""

from __future__ import annotations

import re

DIGITS_KEPT = 4
CARD_DIGITS_MIN = 12
"""The shortest primary account number of ISO/IEC 7812-1 that is in use."""

_LONG_NUMBER = re.compile(r"(?<!\d)(?:\d{12,19}|\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{1,7}|\d{4}[ -]\d{6}[ -]\d{4,5})(?!\d)")
"""Digits in one run, or in the groups printed on cards; other groups are addresses and phone numbers side by side."""
_AFTER_VENDOR = re.compile(r"(?:CC|FP|CC[A-Z]{2}|AX|VI|CA|DC|DS|JC|TP|MC|UP)[ /:-]?$")
_ISSUER = re.compile(r"(?:4|5[1-5]|2[2-7]|3[04-9]|6)")
_DIGIT = re.compile(r"\d")


def masked_account(account: str) -> tuple[str, bool]:
    """A payment account with X for each digit but the last four, and whether it had come as a whole card number."""
    bare = account.replace(" ", "").replace("-", "")
    whole = len(bare) >= CARD_DIGITS_MIN and bare.isdigit()
    return _DIGIT.sub("X", account[:-DIGITS_KEPT]) + account[-DIGITS_KEPT:], whole


def masked_part(part: str) -> str:
    """Any other part of a payment: a whole card number that slipped into it is masked, too."""
    return masked_account(part)[0] if len(part) >= CARD_DIGITS_MIN and part.isdigit() else masked_text(part)


def masked_text(text: str) -> str:
    """Free text with the card numbers in it masked; the same object when there are none."""
    if not _LONG_NUMBER.search(text):
        return text
    return _LONG_NUMBER.sub(_mask, text)


def _mask(found: re.Match[str]) -> str:
    number = found[0]
    digits = number.replace(" ", "").replace("-", "")
    # A vendor code before it settles the matter without a check digit.
    named = _AFTER_VENDOR.search(found.string[max(0, found.start() - 5) : found.start()])
    if named or (len(digits) > 13 and _ISSUER.match(digits) and _passes_luhn(digits)):
        return masked_account(number)[0]
    return number


def _passes_luhn(digits: str) -> bool:
    total = sum(int(d) for d in digits[-1::-2])
    return (total + sum(sum(divmod(2 * int(d), 10)) for d in digits[-2::-2])) % 10 == 0
