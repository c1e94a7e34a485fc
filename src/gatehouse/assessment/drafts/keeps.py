"""What this room keeps: what people have typed and not given yet, each for themselves alone."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, personal, thing

KEEPS = (
    Keep(
        "assessment_drafts.Draft",
        "what somebody typed in a form and has not given yet; it goes when it is given or thrown away",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "who": personal("who, by the reference of their account"),
            "key": thing("the form"),
            "typed": personal("words that may name people"),
            "kept_at": thing("when it was kept last"),
        },
    ),
)
