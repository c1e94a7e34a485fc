"""The check-in groups of a booking's flight: DAT, then TRI, TIF, SSD and TBD for each traveller who has a seat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gatehouse.simulation.style import Style, ddmmyy, hhmm
from gatehouse.terms.flight import Flight
from gatehouse.terms.traveller import Traveller

KILOGRAMS = "700"


def checked_in(people: Sequence[Traveller], flight: Flight, style: Style) -> Iterator[str]:
    """The groups for everybody who has a seat; nothing where nobody has.

    The traveller is named by reference (TRI e1.3, TIF 9944), so that a reader joins and does not count them twice.
    """
    seated = [traveller for traveller in people if traveller.seats]
    if not seated:
        return
    departs = flight.legs[0].departs
    yield style.segment("DAT", ("2", ddmmyy(departs), hhmm(departs)))
    yield style.segment("ORG", flight.carrier or "", "", "", "", "A")
    for traveller in seated:
        boarding = f"{flight.legs[0].origin}-{(traveller.number or '0').zfill(3)}"
        yield style.segment("TRI", "", (boarding, "", "", traveller.number or ""))
        given = style.title_joint.join(part for part in (traveller.given_names, traveller.title) if part)
        yield style.segment("TIF", traveller.surname or "", (given, "", traveller.number or ""))
        yield style.segment("SSD", traveller.seats[0].number.zfill(4), "", "", "", traveller.seats[0].cabin or "Y")
        yield from _bags(traveller, style)


def _bags(traveller: Traveller, style: Style) -> Iterator[str]:
    if not traveller.bags:
        return
    pieces = sum(bag.pieces or 1 for bag in traveller.bags)
    weight = f"{traveller.bag_weight_kg:g}" if traveller.bag_weight_kg is not None else ""
    tags = [
        ((bag.tag or "")[:2], (bag.tag or "")[2:], str(bag.pieces or 1), bag.destination or "")
        for bag in traveller.bags
    ]
    yield style.segment("TBD", "", (str(pieces), weight, KILOGRAMS if weight else ""), "", *tags)
