"""What a booking of several people says of one of them is taken out; the booking stays for the others.

A part of a booking (a contact, a payment, a ticket, a service, a remark, a line of its history) is the person's where
it holds one of their document numbers, or two words of their name; their only word where they have one. What says
nothing of whose it is stays: it may be anybody's of the booking. Pure, but for `take_out`.
"""

from __future__ import annotations

import re
from typing import Any

import orjson
from django.db import connection

from gatehouse.retention import vault
from gatehouse.screening.redress.identity import Verified, words_of
from gatehouse.screening.travellers.identity import folded_number

PARTS = ("contacts", "payments", "tickets", "services", "remarks", "history", "other_services", "evidence")
NAME_WORDS = 2
NUMBER_CHARS_MIN = 5
"""A shorter document number would be found in anybody's text."""
VERSIONS = "SELECT id, payload::text FROM travellers_bookingversion WHERE booking_id = %s ORDER BY id FOR UPDATE"
REWRITE = "UPDATE travellers_bookingversion SET payload = %s::jsonb WHERE id = %s"
_SIGNS = re.compile(r"[^A-Z0-9]")

Payload = dict[str, Any]


def take_out(verified: Verified, booking: int) -> int:
    """Take what names the person out of every version of a booking, and out of what the vault holds of it.

    How many parts were taken out. To be called inside a transaction.
    """
    taken = 0
    with connection.cursor() as cursor:
        cursor.execute(VERSIONS, [booking])
        for number, text in cursor.fetchall():
            left, count = without(orjson.loads(text), verified)
            if count:
                cursor.execute(REWRITE, [orjson.dumps(left).decode(), number])
                taken += count

    def change(_model: str, cells: Payload) -> Payload:
        nonlocal taken
        if not isinstance(cells.get("payload"), dict):
            return cells
        left, count = without(cells["payload"], verified)
        taken += count
        return {**cells, "payload": left}

    vault.rewrite("booking", booking, change)
    return taken


def without(payload: Payload, verified: Verified) -> tuple[Payload, int]:
    """A booking's content without the parts that name the person, and how many those were."""
    words = words_of(verified.names)
    numbers = {one for number, _ in verified.documents if len(one := folded_number(number)) >= NUMBER_CHARS_MIN}
    left, taken = dict(payload), 0
    for name in PARTS:
        if isinstance(parts := payload.get(name), list):
            left[name] = [part for part in parts if not _names(part, words, numbers)]
            taken += len(parts) - len(left[name])
    return left, taken


def _names(part: Any, words: frozenset[str], numbers: set[str]) -> bool:
    text = " ".join(_texts(part))
    signs = _SIGNS.sub("", text.upper())
    return any(number in signs for number in numbers) or len(words & words_of(text)) >= min(NAME_WORDS, len(words))


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []
