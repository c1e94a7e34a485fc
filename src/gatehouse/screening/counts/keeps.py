"""What this room keeps: counts of messages by carrier and day, which say nothing of anybody."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, thing

KEEPS = (
    Keep(
        "counts.CarrierDay",
        "how good a carrier's messages of a day were",
        "screening",
        Clock.NONE,
        {
            "id": thing("its number"),
            "day": thing("the day (UTC)"),
            "carrier": thing("the carrier's code"),
            "type": thing("the type of message"),
            "messages": thing("how many came"),
            "travellers": thing("how many travellers they state"),
            "repeats": thing("how many were exact repeats"),
            "missing": thing("how many lack a field"),
            "syntax": thing("how many have faults of syntax"),
            "lost": thing("how many belong to a series of which a part never came"),
            "content": thing("how many contradict themselves or a code list"),
            "codes": thing("how many have each fault"),
            "timing": thing("how many came how long before departure"),
            "counted_at": thing("when this was counted"),
        },
    ),
)
