"""What this room keeps: what States say and what is found about them. Of people, only who acted, by reference."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, personal, thing

KEEPS = (
    Keep(
        "assessment_confidentiality.Mark",
        "a piece (ref, a reference of the log), or one paragraph of it (part, its fingerprint), kept to a cir",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "state": thing("the State"),
            "ref": thing("the piece that is kept confidential"),
            "part": thing("which part of it"),
            "kept_to": thing("the circle that may see it"),
            "excerpt": thing("its first words"),
            "reason": thing("why, in words"),
            "set_by": personal("who set it"),
            "set_at": thing("when"),
            "released_by": personal("who released it"),
            "released_at": thing("when it was released"),
            "release_reason": thing("why it was released"),
        },
    ),
    Keep(
        "assessment_confidentiality.FrozenTable",
        "a k-safe table as it was made",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "question": thing("the question"),
            "cycle": thing("the cycle"),
            "k": thing("the least number of States in a cell"),
            "columns": thing("the columns"),
            "rows": thing("the rows"),
            "groups": thing("the States behind each row"),
            "frozen_by": personal("who made it"),
            "frozen_at": thing("when"),
            "shared_at": thing("when it was shared"),
            "published_at": thing("when it was published"),
            "decision": thing("the decision it rests on"),
        },
    ),
)
