"""What retention keeps: keys, what masking removed (sealed), and who asked for it; everybody by number only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from gatehouse.terms.keep import Clock, Keep, personal, thing

if TYPE_CHECKING:
    from gatehouse.retention.told import Asked, Told

_BY = "the number of an account"

KEEPS = (
    Keep(
        "retention.MasterKeyInForce",
        "which master key wraps",
        "upkeep",
        Clock.NONE,
        {"id": thing("its number"), "fingerprint": thing("of the key"), "since": thing("from when on")},
    ),
    Keep(
        "retention.DataKey",
        "a key that seals what belongs to one day",
        "upkeep",
        Clock.ROOM,
        {
            "id": thing("its number, which certificates name"),
            "scope": thing("what it is for"),
            "name": thing("of which day"),
            "wrapped": thing("the key, wrapped by the master key; null once erased"),
            "master": thing("which master key"),
            "made_at": thing("when it was made"),
            "erased_at": thing("when it was erased"),
        },
    ),
    Keep(
        "retention.VaultItem",
        "what masking removed of one traveller or booking: erased with them",
        "screening",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "owner_kind": thing("traveller or booking"),
            "owner": thing("their number"),
            "key": thing("the data key that seals it"),
            "sealed": personal("the values as they were before"),
        },
    ),
    Keep(
        "retention.Hold",
        "a case that keeps data beyond their clock; kept with the log as a record of office",
        "request",
        Clock.LOG,
        {
            "id": thing("its number"),
            "case": thing("the case's own reference"),
            "reason": thing("the provision or order, as a code"),
            "placed_by": personal(_BY),
            "second": personal(_BY),
            "placed_at": thing("when it was placed"),
            "until": thing("when it ends of itself"),
            "ended_at": thing("when it ended"),
            "ended_by": personal(_BY),
            "ended_why": thing("why it was ended before its day"),
        },
    ),
    Keep(
        "retention.HoldRequest",
        "a hold that somebody asks for; kept with the log as a record of office",
        "request",
        Clock.LOG,
        {
            "id": thing("its number"),
            "case": thing("the case's own reference"),
            "travellers": thing("the numbers of whom it is about, no more"),
            "until": thing("until when"),
            "why": thing("why the data are needed beyond their clock"),
            "purpose": thing("a purpose of the law profile"),
            "reference": thing("the order or provision, as a code"),
            "asked_by": personal(_BY),
            "unit": thing("the asker's unit"),
            "asked_at": thing("when"),
            "state": thing("open, placed, refused or withdrawn"),
            "decided_by": personal(_BY),
            "decided_at": thing("when it was decided"),
            "decision": thing("why it was decided so"),
            "hold": thing("the hold that came of it"),
        },
    ),
    Keep(
        "retention.HeldTraveller",
        "whom a hold keeps",
        "request",
        Clock.LOG,
        {"id": thing("its number"), "hold": thing("the hold"), "traveller": thing("their number, no more")},
    ),
    Keep(
        "retention.UnmaskRequest",
        "somebody asks to see masked data again; kept with the log as a record of office",
        "request",
        Clock.LOG,
        {
            "id": thing("its number"),
            "owner_kind": thing("traveller or booking"),
            "owner": thing("their number"),
            "purpose": thing("a purpose of the law profile"),
            "reference": thing("the case or request that it serves"),
            "requested_by": personal(_BY),
            "requested_at": thing("when"),
            "state": thing("open, approved or refused"),
            "decided_by": personal(_BY),
            "begins_at": thing("from when on it may be seen"),
            "ends_at": thing("until when"),
        },
    ),
    Keep(
        "retention.Notice",
        "the data protection officer is told of an unmasking",
        "oversight",
        Clock.LOG,
        {
            "id": thing("its number"),
            "request": thing("the request"),
            "event": thing("what happened"),
            "at": thing("when"),
            "seen_at": thing("when the officer saw it"),
        },
    ),
    Keep(
        "retention.Run",
        "one run of the clocks",
        "upkeep",
        Clock.LOG,
        {
            "id": thing("its number"),
            "as_of": thing("the day it went by"),
            "law": thing("the hash of the law profile"),
            "mode": thing("live or demo"),
            "started_at": thing("when it began"),
            "ended_at": thing("when it ended"),
            "forget_due": thing("whether caches are still to be erased"),
        },
    ),
    Keep(
        "retention.Step",
        "what one transaction of a run did",
        "upkeep",
        Clock.LOG,
        {
            "id": thing("its number"),
            "run": thing("the run"),
            "act": thing("what was done"),
            "day": thing("of which day's data"),
            "counts": thing("how many rows of which table"),
            "references": thing("numbers of travellers, bookings, files and keys"),
            "at": thing("when"),
        },
    ),
    Keep(
        "retention.Certificate",
        "a signed certificate of erasure",
        "oversight",
        Clock.LOG,
        {
            "id": thing("its number"),
            "run": thing("the run"),
            "body": thing("counts and references"),
            "note": thing("its signature"),
            "made_at": thing("when it was signed"),
        },
    ),
)


def erase_logged(day: dt.date) -> Mapping[str, int]:
    """Erase what is kept as long as the log and ended until this day: holds with whom they named and requests for them,
    requests to unmask that were decided, and runs of the clocks with their steps and certificates.
    """
    from gatehouse.retention.models import (
        Certificate,
        HeldTraveller,
        Hold,
        HoldRequest,
        Notice,
        Run,
        Step,
        UnmaskRequest,
    )  # fmt: skip

    holds = Hold.objects.filter(ended_at__date__lte=day)
    standing = Hold.objects.exclude(ended_at__date__lte=day).values("pk")
    wanted = HoldRequest.objects.filter(decided_at__date__lte=day).exclude(hold__in=standing)
    asked = (
        UnmaskRequest.objects.exclude(state="open").filter(requested_at__date__lte=day).exclude(ends_at__date__gt=day)
    )
    runs = Run.objects.filter(ended_at__date__lte=day)
    counts: dict[str, int] = {}
    for rows in (
        wanted,
        HeldTraveller.objects.filter(hold__in=holds),
        holds,
        Notice.objects.filter(request__in=asked),
        asked,
        Certificate.objects.filter(run__in=runs),
        Step.objects.filter(run__in=runs),
        runs,
    ):
        counts |= rows.delete()[1]
    return counts


def told_of(asked: Asked) -> Iterator[Told]:
    """The holds that keep a person's data, and who asked to see again what was masked of them."""
    from gatehouse.retention.models import HeldTraveller, UnmaskRequest
    from gatehouse.retention.told import Told

    named = HeldTraveller.objects.filter(traveller__in=asked.travellers).select_related("hold").order_by("hold_id")
    for hold in {one.hold_id: one.hold for one in named}.values():
        yield Told("hold", {"at": _day(hold.placed_at), "until": _day(hold.until), "ended": _day(hold.ended_at)})
    unmasked = UnmaskRequest.objects.filter(owner_kind="traveller", owner__in=asked.travellers).order_by("pk")
    for one in unmasked:
        yield Told("unmasking", {"at": _day(one.requested_at), "purpose": one.purpose, "state": one.state})


def _day(moment: dt.date | None) -> str:
    return f"{moment:%Y-%m-%d}" if moment else ""
