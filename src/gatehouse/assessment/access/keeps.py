"""What this room keeps: what States say and what is found about them. Of people, only who acted, by reference."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, personal, thing

KEEPS = (
    Keep(
        "assessment_access.Member",
        "a person on the team that assesses a State in a cycle",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "state": thing("the State"),
            "cycle": thing("the cycle"),
            "who": personal("who, by the reference of their account"),
            "role": thing("as what"),
            "named_at": thing("since when"),
            "left_at": thing("until when"),
        },
    ),
)
