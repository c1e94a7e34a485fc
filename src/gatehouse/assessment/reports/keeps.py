"""What this room keeps: frozen reports. Of people, who acted, by reference, and words that may name any."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, personal, thing

KEEPS = (
    Keep(
        "assessment_reports.FrozenReport",
        "a report as it was frozen: its contents, and how far it may go",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "kind": thing("which report it is"),
            "state": thing("the State"),
            "cycle": thing("the cycle"),
            "contents": personal("words that may name people"),
            "sha256": thing("what makes two contents the same"),
            "frozen_by": personal("who froze it"),
            "frozen_at": thing("when"),
            "put_at": thing("when it was put before the State"),
            "adopted_at": thing("when it was adopted"),
            "adopted_by": personal("the two who adopted it"),
            "shared_at": thing("when it was shared"),
            "shared_by": personal("the two who shared it"),
            "decision": personal("the decision to share it, in words that may name people"),
            "published_at": thing("when it was published"),
            "published_by": personal("the two who published it"),
            "published_under": personal("the decision to publish it, in words that may name people"),
        },
    ),
)
