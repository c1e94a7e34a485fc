"""What intake keeps: files as they came, sealed, and what each message said of itself.

Everything here goes by the day of receipt: the bytes name everybody in the file, so they outlive nobody's masking.
"""

from __future__ import annotations

from gatehouse.screening.intake import forgetting
from gatehouse.terms.keep import Clock, Keep, Masking, personal, thing

receipts = forgetting
"""Where retention erases what was received on a day."""

KEEPS = (
    Keep(
        "intake.Transmission",
        "a file that was received",
        "screening",
        Clock.RECEIPT,
        {
            "id": thing("its number, by which the log names it"),
            "sha256": personal(
                "the hash of its bytes, which would let a short file be guessed", masking=Masking.NUMBERED
            ),
            "name": personal("the file's name as the sender chose it", masking=Masking.BLANKED),
            "channel": thing("by which way it came"),
            "size": thing("its bytes"),
            "received_at": thing("when it came"),
            "state": thing("received, screened, quarantined, or troubled or failed on our side"),
            "messages_done": thing("how many of its messages are stored"),
            "error": thing("why it could not be read on: place and cause, no value of it"),
            "touches": thing("keys of what its messages act on, while it is worked on"),
            "erased_at": thing("when its bytes, name and hash were erased"),
        },
    ),
    Keep(
        "intake.Replacement",
        "that a file took the place of one that could not be read on",
        "upkeep",
        Clock.NONE,
        {
            "id": thing("its number"),
            "replaced": thing("the file that could not be read on"),
            "replacement": thing("the file that was handed in for it"),
            "decided_by": personal("the account of whoever handed it in"),
            "decided_at": thing("when"),
            "reason": thing("why, in the operator's words"),
        },
    ),
    Keep(
        "intake.RawChunk",
        "a part of a file's bytes, sealed with the key of the day it came",
        "screening",
        Clock.RECEIPT,
        {
            "id": thing("its number"),
            "transmission": thing("the file"),
            "number": thing("which part"),
            "data": personal("everything that the file says of everybody in it", "api"),
            "key": thing("the data key that seals it"),
        },
    ),
    Keep(
        "intake.StoredMessage",
        "one message: what it said of itself, and what was wrong with it",
        "screening",
        Clock.RECEIPT,
        {
            "id": thing("its number"),
            "transmission": thing("the file"),
            "index": thing("which message of the file"),
            "begin": thing("where it begins in the file"),
            "end": thing("where it ends"),
            "sha256": personal(
                "the hash of its bytes, which would let a short one be guessed", masking=Masking.NUMBERED
            ),
            "state": thing("screened, a repeat, or set aside"),
            "type": thing("its type"),
            "version": thing("its release"),
            "function": thing("what it does, in words"),
            "function_code": thing("the same in the codes of the wire"),
            "sender": thing("the carrier's or system's identification"),
            "recipient": thing("to whom it was sent"),
            "sent": thing("when it was made"),
            "control_reference": thing("the interchange's own number"),
            "reference": thing("the message's own number"),
            "series": thing("the series that it is a part of"),
            "part": thing("which part"),
            "travellers": thing("how many it names"),
            "findings": personal("what was wrong, in words that may repeat a few signs", masking=Masking.BLANKED),
            "list_state": thing("the newest list version it was screened with"),
        },
    ),
    Keep(
        "intake.Series",
        "the parts of one list or push",
        "screening",
        Clock.NONE,
        {
            "id": thing("its number"),
            "base": thing("who sends what about which flight"),
            "generation": thing("how often the sender used the same base"),
            "parts": thing("which parts came"),
            "last_part": thing("which one is the last"),
            "complete": thing("whether all came"),
            "first_received_at": thing("when the first came"),
        },
    ),
    Keep(
        "intake.RemovalCount",
        "how much that was sensitive was taken out on a day, by trait: of nobody in particular",
        "oversight",
        Clock.NONE,
        {
            "id": thing("its number"),
            "day": thing("the day"),
            "trait": thing("the trait"),
            "count": thing("how many values"),
        },
    ),
)
