"""What this room keeps: hits with their explanations, which repeat what was said of the traveller.

Whom a hit keeps from the clocks depends on what people made of it: the review room says so in its `keeps.py`.
"""

from __future__ import annotations

from gatehouse.safeguards.vocabulary import Element
from gatehouse.terms.keep import Clock, Keep, document, personal, thing

REASONS = {
    "feature": None,
    "traveller": Element.NAMES,
    "entry": None,
    "outcome": None,
    "weight": None,
    "how": Element.NAMES,
}
"""Each reason of an explanation: the traveller's value goes, the listed person's stays with the list."""

_EXPLANATION = document("the reasons, each with both sides' values", REASONS)

KEEPS = (
    Keep(
        "hits.Hit",
        "a traveller beside a list entry, waiting for a person",
        "screening",
        Clock.TRAVELLER,
        {
            "id": thing("its number, by which the log names it"),
            "traveller": thing("the person"),
            "leg": thing("the flight"),
            "list": thing("the list"),
            "entry_id": thing("the entry's own number in the list"),
            "entry_name": personal("the listed person's name: data of the list"),
            "state": personal("open, weakened, or what the list did since"),
            "score": personal("how alike the two are"),
            "explanation": _EXPLANATION,
            "source": thing("API or PNR"),
            "engine": thing("which matcher made it"),
            "list_version": thing("with which version of the list"),
            "first_message": thing("the message that brought it"),
            "last_message": thing("the message that renewed it"),
            "version": thing("how often it changed"),
            "threshold": thing("the threshold it was made with"),
            "left_out": thing("what the search did not look at"),
            "created_at": thing("when it was made"),
            "updated_at": thing("when it changed last"),
        },
        owner="traveller",
        via=("traveller_id",),
    ),
    Keep(
        "hits.HitVersion",
        "what a hit said at one time",
        "screening",
        Clock.TRAVELLER,
        {
            "id": thing("its number"),
            "hit": thing("the hit"),
            "version": thing("which version"),
            "state": personal("its state then"),
            "score": personal("its score then"),
            "explanation": _EXPLANATION,
            "engine": thing("which matcher made it"),
            "list_version": thing("with which version of the list"),
            "message": thing("the message that brought it"),
            "threshold": thing("the threshold then"),
            "left_out": thing("what the search did not look at"),
            "at": thing("when"),
        },
        owner="traveller",
        via=("hit_id", "traveller_id"),
    ),
    Keep(
        "hits.ThresholdsUsed",
        "the thresholds that were in force",
        "upkeep",
        Clock.NONE,
        {
            "id": thing("its number"),
            "default": thing("of all lists"),
            "lists": thing("of single lists"),
            "since": thing("from when on"),
        },
    ),
)
