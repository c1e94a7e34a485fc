"""What this room keeps: what States say and what is found about them. Of people, only who acted, by reference."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, personal, thing

KEEPS = (
    Keep(
        "assessment_evidence.Item",
        "an item of evidence about a State in a cycle, for obligations and, where it answers one, a question",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "state": thing("the State"),
            "cycle": thing("the cycle"),
            "kind": thing("of which kind"),
            "title": thing("the title"),
            "told": personal("what it says, in words that may name people"),
            "source": thing("where it is from"),
            "reference": thing("the document it rests on"),
            "dated": thing("of which day"),
            "obligations": thing("the obligations it is about"),
            "question": thing("the question"),
            "number": thing("its number"),
            "sha256": thing("the hash of its bytes"),
            "file_name": thing("the name of the file"),
            "from_the_state": thing("whether the State gave it"),
            "added_by": personal("who, by the reference of their account"),
            "added_at": thing("when it was added"),
        },
    ),
    Keep(
        "assessment_evidence.File",
        "the bytes of an item, as they came",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "item": thing("the item of the checklist"),
            "content": personal("the document itself, which may name people"),
        },
    ),
    Keep(
        "assessment_evidence.CustodyEvent",
        "one event of an item's chain (custody.Event)",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "item": thing("the item of the checklist"),
            "number": thing("its number"),
            "deed": thing("what was done with it"),
            "by": personal("who, by the reference of their account"),
            "to": thing("to whom it was given"),
            "at": thing("when"),
            "sha256": thing("the hash of its bytes"),
            "previous": thing("the hash of the entry before"),
            "hash": thing("the hash of this entry"),
        },
    ),
)
