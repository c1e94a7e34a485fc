"""Fields of an entry, kinds of a change and states of a proposal as pages show them."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.screening.watchlists.listing import Kind
from gatehouse.screening.watchlists.proposal_states import State
from gatehouse.terms.entry import Handling, NameQuality

FIELDS: dict[str, str | Promise] = {
    "list": _("List"),
    "entry_id": _("Identifier"),
    "names": _("Names"),
    "birth_dates": _("Birth dates"),
    "birth_places": _("Birth places"),
    "birth_countries": _("Birth countries"),
    "sex": _("Sex"),
    "nationalities": _("Nationalities"),
    "documents": _("Documents"),
    "contacts": _("Contacts"),
    "programme": _("Programme"),
    "legal_basis": _("Legal basis"),
    "handling": _("What may make a candidate"),
    "instruction": _("What the officer is to do"),
    "listed_on": _("Listed on"),
    "updated_on": _("Updated on"),
    "expires_on": _("Last day"),
    "source_reference": _("Public reference"),
    "remarks": _("Remarks"),
}
KINDS: dict[str, str | Promise] = {
    Kind.ADD: _("List a person"),
    Kind.AMEND: _("Change an entry"),
    Kind.REINSTATE: _("List again"),
    Kind.SUSPEND: _("Suspend"),
    Kind.REMOVE: _("Remove"),
}
STATES: dict[str, tuple[str, str | Promise]] = {
    State.PROPOSED: ("info", _("Waits for another person")),
    State.APPROVED: ("good", _("Approved")),
    State.REFUSED: ("bad", _("Refused")),
    State.WITHDRAWN: ("", _("Withdrawn")),
}
"""The tag and the words of each state."""
SEXES: dict[str, str | Promise] = {"": _("Not stated"), "F": _("Female"), "M": _("Male"), "X": _("Another")}
HANDLING: dict[str, str | Promise] = {
    Handling.ANY: _("Anything that is compared"),
    Handling.EXACT_NAME: _("The exact name only"),
    Handling.DOCUMENT_ONLY: _("A document only"),
}
QUALITIES: dict[str, str | Promise] = {
    NameQuality.PRIMARY: _("primary"),
    NameQuality.STRONG: _("strong"),
    NameQuality.WEAK: _("weak"),
}
