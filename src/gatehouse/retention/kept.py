"""Whom a hold, a hit or a case keeps: asked of the holds here, and of every room whose `keeps.py` has a `kept_by`.

A reference to a hit keeps its traveller from masking and from the short clock; any other (`case:3`, `hold:1`) keeps
them beyond the last clock too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from django.db.models import Q

from gatehouse.retention.inventory import rooms
from gatehouse.retention.models import HeldTraveller

KeptBy = Callable[[Sequence[int]], Mapping[int, str]]
"""Of these travellers, those that something keeps, with the reference of what."""
UNTIL_DECIDED = "hit:"


def kept(travellers: Sequence[int], as_of: dt.date) -> dict[int, str]:
    """Of these travellers, those that are kept, and by what: the strongest of several."""
    found: dict[int, str] = {}
    for room in rooms():
        asked: KeptBy | None = getattr(room, "kept_by", None)
        for traveller, by in (asked(travellers) if asked else {}).items():
            if traveller not in found or found[traveller].startswith(UNTIL_DECIDED):
                found[traveller] = by
    return found | held(travellers, as_of)


def held(travellers: Sequence[int], as_of: dt.date) -> dict[int, str]:
    """Of these travellers, those whom a hold keeps on that day."""
    standing = Q(hold__ended_at__isnull=True, hold__until__gte=as_of)
    named = HeldTraveller.objects.filter(standing, traveller__in=travellers)
    return {traveller: f"hold:{hold}" for traveller, hold in named.values_list("traveller", "hold_id")}


def beyond_the_last_clock(by: Mapping[int, str]) -> dict[int, str]:
    """Those of the kept whom not even the last clock erases."""
    return {traveller: what for traveller, what in by.items() if not what.startswith(UNTIL_DECIDED)}
