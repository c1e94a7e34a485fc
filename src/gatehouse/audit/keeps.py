"""What the log keeps: references, codes and counts; there is no field in it that would take a name."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, personal, thing

KEEPS = (
    Keep(
        "audit.Waiting",
        "entries of a transaction that has not committed",
        "oversight",
        Clock.LOG,
        {"id": thing("its number"), "bodies": personal("entries: who did what to which reference")},
    ),
    Keep(
        "audit.Entry",
        "one entry of the log",
        "oversight",
        Clock.LOG,
        {"number": thing("its place"), "body": personal("who did what to which reference, when and why")},
    ),
    Keep(
        "audit.Forgotten",
        "that the first entries of the log were forgotten, with a certificate",
        "oversight",
        Clock.NONE,
        {
            "id": thing("its number"),
            "size": thing("how many entries"),
            "edge": thing("hashes of the tree"),
            "note": thing("the certificate, signed"),
        },
    ),
    Keep(
        "audit.Checkpoint",
        "a signed note of the log's length and root",
        "oversight",
        Clock.LOG,
        {
            "id": thing("its number"),
            "size": thing("how many entries"),
            "note": thing("what was signed"),
            "edge": thing("hashes of the tree"),
        },
    ),
)
