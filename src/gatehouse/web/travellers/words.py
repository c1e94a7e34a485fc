"""States, roles, links and seats of travellers as pages show them."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.screening.review.cabin import Taken
from gatehouse.screening.review.co_travellers import Because
from gatehouse.screening.travellers import states
from gatehouse.terms.traveller import Role

STATES: dict[str, str | Promise] = {
    states.EXPECTED: _("Expected"),
    states.BOARDED: _("On board"),
    states.NOT_BOARDED: _("Not on board"),
    states.REMOVED: _("Taken off the list"),
    states.CANCELLED: _("Cancelled"),
    states.SCHEDULED: _("Scheduled"),
    states.CLOSED: _("Closed"),
    states.ACTIVE: _("Active"),
    states.OFF_FLIGHT: _("No longer on this flight"),
}
"""Of travellers, legs and bookings: no two of them mean another thing by the same word."""
ROLES: dict[str, str | Promise] = {
    Role.PASSENGER: _("Passenger"),
    Role.CREW: _("Crew"),
    Role.TRANSIT: _("Passenger in transit"),
    Role.TRANSIT_CREW: _("Crew in transit"),
    Role.GROUP: _("Places of a group"),
    Role.OTHER: _("Another role"),
}
BECAUSE: dict[str, str | Promise] = {
    Because.BOOKING: _("The same booking"),
    Because.CONTACT: _("The same telephone or e-mail"),
    Because.PAYMENT: _("The same means of payment"),
    Because.SEATS: _("Adjoining seats"),
}
TAKEN: dict[str, str | Promise] = {
    Taken.OWN: _("This traveller"),
    Taken.LINKED: _("Travels with them"),
    Taken.OTHER: _("Somebody else"),
}
CONTACTS: dict[str, str | Promise] = {
    "phone": _("Telephone"),
    "fax": _("Fax"),
    "email": _("E-mail"),
    "address": _("Address"),
    "agency": _("Agency"),
    "other": _("Contact"),
}
DOCUMENTS: dict[str, str | Promise] = {
    "P": _("Passport"),
    "V": _("Visa"),
    "A": _("Identity card"),
    "C": _("Identity card"),
    "I": _("Identity card"),
}
"""Kinds of documents by the first letter of their code (ICAO Doc 9303)."""
BOOKED: dict[str, str | Promise] = {
    "HK": _("confirmed"),
    "TK": _("confirmed, time changed"),
    "HL": _("on the waiting list"),
    "UN": _("not possible"),
    "HX": _("cancelled by the carrier"),
    "XX": _("cancelled"),
}
"""What a booking's status says of a flight, by the codes that reservation systems share (AIRIMP)."""
PAID_BY: dict[str, str | Promise] = {
    "CC": _("Card"),
    "CA": _("Cash"),
    "CK": _("Cheque"),
    "MS": _("Voucher or other"),
}
"""Forms of payment by their codes (PADIS 9888)."""
CARDS = {"VI": "Visa", "CA": "Mastercard", "MC": "Mastercard", "AX": "American Express", "DC": "Diners", "JC": "JCB"}
"""Card companies by the codes that travel agents write."""
SOURCES: dict[str, str] = {"api": "API", "pnr": "PNR"}
