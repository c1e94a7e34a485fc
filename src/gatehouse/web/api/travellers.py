"""One traveller: what is held on them on one leg, as far as the caller may see it.

It goes by the same door as the page. What was masked stays masked; of a means of payment nothing leaves here.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from ninja import Router, Schema
from pydantic import Field

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.review import traveller_sheet
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.traveller_sheet import Told, TravellerSheet
from gatehouse.web.api.calling import CalledRequest, operation
from gatehouse.web.api.clients import Scope
from gatehouse.web.api.faults import FAULTS, fault
from gatehouse.web.api.hits import Number

PURPOSES = (PurposeClass.SCREENING, PurposeClass.REQUEST, PurposeClass.RIGHTS, PurposeClass.OVERSIGHT)
router = Router(tags=["travellers"])


class Stated(Schema):
    """A value, and by which kinds of messages it was told (`api`, `pnr`)."""

    value: dict[str, Any]
    sources: list[str]


class Flown(Schema):
    """The leg. Times are local, as far as they are known."""

    flight: str
    origin: str | None
    destination: str | None
    departs: str | None
    arrives: str | None
    state: str


class TravellerShown(Schema):
    """A traveller on one leg. Whether they were ever a hit is not told."""

    traveller: int
    name: str
    birth_date: str | None
    role: str
    state: str
    masked_at: dt.datetime | None = Field(description="Since when what is to be masked is; null: it is not.")
    leg: Flown
    documents: list[Stated]
    contacts: list[Stated]
    bags: list[Stated]
    seats: list[str]
    bookings: list[str]


@router.get("/travellers/{traveller}", response={200: TravellerShown, **FAULTS}, summary="One traveller")
@operation(Scope.TRAVELLERS, Act.VIEW, SubjectClass.TRAVELLER, *PURPOSES)
def one(request: CalledRequest, traveller: Number) -> TravellerShown:
    """What is held on a traveller, as far as the caller may see it now."""
    try:
        return _shown(traveller_sheet.seen(request.sitting.visit(), traveller))
    except ReviewError as nobody:
        raise fault(404, "no-such", "there is no such traveller", "traveller", "look for them again") from nobody


def _shown(sheet: TravellerSheet) -> TravellerShown:
    same = ("traveller", "name", "birth_date", "role", "state", "masked_at")
    return TravellerShown(
        **{field: getattr(sheet, field) for field in same},
        leg=Flown(**{field: getattr(sheet.leg, field) for field in Flown.model_fields}),
        documents=[_stated(one) for one in sheet.documents],
        contacts=[_stated(one) for one in sheet.contacts],
        bags=[_stated(one) for one in sheet.bags],
        seats=list(sheet.seats),
        bookings=[booking.locator for booking in sheet.bookings if booking.locator],
    )


def _stated(one: Told) -> Stated:
    value = {name: part for name, part in one.value._asdict().items() if part is not None and name != "segment"}
    return Stated(value=value, sources=list(one.sources))
