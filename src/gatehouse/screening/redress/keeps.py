"""What redress keeps: requests, who made them, and clearances as keyed hashes.

Who asked is erased by the run of the clocks (`ending`), `case_erase_after_closing` after the request ended. Clearances
stay until they are ended: they hold hashes only, and whoever was cleared would be stopped again without them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from gatehouse.terms.keep import Clock, Keep, personal, thing

_BY = "the number of an account"
_HASHES = "keyed hashes of the verified identity"

KEEPS = (
    Keep(
        "redress.RedressRequest",
        "a request: what it is about and its clock, not who made it",
        "rights",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "case": thing("its case number"),
            "kind": thing("what it is about"),
            "language": thing("in which language it is answered"),
            "state": thing("where it stands"),
            "received": thing("when it was received"),
            "days": thing("how many days the law gave"),
            "extended": thing("whether the last day was put off"),
            "reminded": thing("of which step somebody was told"),
            "by_authority": thing("whether the supervisory authority asks"),
            "proved_by": personal(_BY),
            "outcome": personal("how it was answered"),
            "opened_at": thing("when it was taken up"),
            "ended_at": thing("when it ended"),
        },
    ),
    Keep(
        "redress.RequestPerson",
        "who made a request: erased when the case clock after its end has run out",
        "rights",
        Clock.ROOM,
        {
            "request": thing("the request"),
            "stated_name": personal("the name that they state"),
            "address": personal("where the answer goes"),
            "contact": personal("how they are reached"),
            "says": personal("what they ask, in their words"),
            "names": personal("their verified names"),
            "birth_date": personal("their verified birth date"),
            "documents": personal("their verified documents"),
            "number": personal("their redress number"),
            "reason": personal("the reasons that they were given"),
        },
    ),
    Keep(
        "redress.RequestEvent",
        "something that happened to a request",
        "rights",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "request": thing("the request"),
            "number": thing("which event of it"),
            "at": thing("when"),
            "event": thing("what"),
            "state": thing("how it stood then"),
            "actor": personal(_BY),
            "second": personal(_BY),
            "details": thing("references"),
        },
    ),
    Keep(
        "redress.Clearance",
        "that a person is not a listed one; stays until it is ended",
        "rights",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "request": thing("the request"),
            "list": thing("the list"),
            "entry_id": thing("the entry's own number in the list"),
            "entry_evidence": thing("a hash of what identifies the listed person"),
            "birth_distinguishes": thing("whether the birth date tells the two apart"),
            "number": personal("a keyed hash of the redress number"),
            "names": personal(_HASHES),
            "birth": personal(_HASHES),
            "documents": personal(_HASHES),
            "made_at": thing("when it was made"),
            "ended_at": thing("when it ended"),
            "ended_by": personal(_BY),
        },
    ),
    Keep(
        "redress.RecipientNotice",
        "that a recipient has to be told of a correction: what it says is erased with who made the request",
        "rights",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "request": thing("the request"),
            "disclosure": thing("the disclosure"),
            "recipient": thing("an authority of the law profile"),
            "why": thing("corrected, erased or cleared"),
            "given_at": thing("when the data was given"),
            "under": personal("under which case or request it was given"),
            "parts": thing("which kinds of data were given"),
            "changes": personal("what was put right"),
            "reason": personal("the reasons that the person was given"),
            "made_at": thing("when it was written"),
            "told_at": thing("when they were told"),
            "told_by": personal(_BY),
            "answer": thing("what they did about it: done, refused or no-answer"),
            "answer_at": thing("when that was heard"),
            "answer_by": personal(_BY),
        },
    ),
    Keep(
        "redress.RequestAttachment",
        "a file that came with a request: erased with who made it",
        "rights",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "request": thing("the request"),
            "number": thing("which of the request's files"),
            "kind": thing("PDF, JPEG or PNG"),
            "content": personal("the file as it was sent"),
            "sha256": thing("its hash"),
        },
    ),
    Keep(
        "redress.Draft",
        "an answer or correction that waits for a second person: erased with who made the request",
        "rights",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "request": thing("the request"),
            "what": thing("an answer or a correction"),
            "said": personal("what it says"),
            "purpose": thing("for which purpose"),
            "reference": thing("under which reference"),
            "state": thing("whether it waits, was done or declined"),
            "drafted_by": personal(_BY),
            "drafted_at": thing("when it was written"),
            "decided_by": personal(_BY),
            "decided_at": thing("when it was decided"),
        },
    ),
    Keep(
        "redress.AskedFrom",
        "how many requests came from an address in an hour: erased after a day by whoever asks next",
        "rights",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "address": personal("a keyed hash of the network address"),
            "hour": thing("the hour"),
            "requests": thing("how many"),
        },
    ),
)


def erase_closed(day: dt.date) -> Mapping[str, int]:
    """Erase who made the requests that ended until this day."""
    from gatehouse.screening.redress.ending import erase_ended_until

    count = erase_ended_until(day)
    return {"redress.RequestPerson": count} if count else {}
