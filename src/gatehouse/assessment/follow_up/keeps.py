"""What this room keeps: what States say and what is found about them. Of people, only who acted, by reference."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, personal, thing

KEEPS = (
    Keep(
        "assessment_follow_up.Progress",
        "what a State reported about a recommendation, with evidence by number",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "recommendation": thing("recommendation"),
            "status": thing("status"),
            "text": personal("words that may name people"),
            "obstacle": thing("obstacle"),
            "evidence": thing("the evidence cited"),
            "on": thing("the day"),
            "by": personal("who, by the reference of their account"),
            "at": thing("when"),
        },
    ),
    Keep(
        "assessment_follow_up.Verification",
        "what two persons found, and what they decided: closed on evidence, or further follow-up",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "recommendation": thing("recommendation"),
            "progress": thing("progress"),
            "decision": thing("the decision it rests on"),
            "reason": thing("why, in words"),
            "evidence": thing("the evidence cited"),
            "further_help": thing("further help"),
            "on": thing("the day"),
            "by": personal("who, by the reference of their account"),
            "second": thing("second"),
            "at": thing("when"),
        },
    ),
    Keep(
        "assessment_follow_up.Reminder",
        "that somebody was reminded of a step of the clock, for a day it is due",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "recommendation": thing("recommendation"),
            "step": thing("step"),
            "due": thing("due"),
            "owed_by": personal("who, by the reference of their account"),
            "at": thing("when"),
        },
    ),
    Keep(
        "assessment_follow_up.Uptake",
        "whether a body took a recommendation into a programme; the newest row of a body and programme holds",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "recommendation": thing("recommendation"),
            "body": thing("the body that was invited"),
            "programme": thing("programme"),
            "status": thing("status"),
            "reason": thing("why, in words"),
            "on": thing("the day"),
            "by": personal("who, by the reference of their account"),
            "at": thing("when"),
        },
    ),
)
