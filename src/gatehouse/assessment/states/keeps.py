"""What this room keeps: what States say and what is found about them. Of people, only who acted, by reference."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, thing

KEEPS = (
    Keep(
        "assessment_states.State",
        "a State that is assessed: its code, its short names, and the code of the region in whose tables it c",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "code": thing("its code"),
            "name_en": thing("its name in English"),
            "name_zh": thing("its name in Chinese"),
            "region": thing("the region it counts in"),
        },
    ),
    Keep(
        "assessment_states.Cycle",
        "a round of assessment, the same for all States: from the day it begins to the day it ends, both incl",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "name": thing("its name"),
            "begins": thing("the first day"),
            "ends": thing("the last day"),
            "state": thing("the State"),
        },
    ),
)
