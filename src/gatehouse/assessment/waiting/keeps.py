"""What this room keeps: acts of two while they wait for the second. Of people, only who acted, by reference."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, personal, thing

KEEPS = (
    Keep(
        "assessment_waiting.Begun",
        "an act that one person began and another has to agree to",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "ref": thing("the piece"),
            "told": thing("which act"),
            "words": personal("words that may name people"),
            "said": thing("what the act says besides, in codes, numbers and days"),
            "by": personal("who began it, by the reference of their account"),
            "role": thing("in which role"),
            "at": thing("when"),
            "ended_by": personal("who ended it, by the reference of their account"),
            "ended_at": thing("when it ended"),
            "agreed": thing("whether it was done"),
        },
    ),
)
