"""What this room keeps: what States say and what is found about them. Of people, only who acted, by reference."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, personal, thing

KEEPS = (
    Keep(
        "assessment_questions.Answer",
        "version version of a State's answer to a question in a cycle, from 1; the highest one stands",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "state": thing("the State"),
            "cycle": thing("the cycle"),
            "question": thing("the question"),
            "fingerprint": thing("the hash of the question's text"),
            "questionnaire": thing("the questionnaire"),
            "value": thing("the State's answer"),
            "remarks": thing("the State's remarks"),
            "cited": thing("the documents it cites"),
            "origin": thing("how it came in"),
            "given_by": personal("who gave it"),
            "given_at": thing("when"),
            "version": thing("which version"),
        },
    ),
    Keep(
        "assessment_questions.Contested",
        "an answer by somebody who had seen version seen when a newer one stood: kept, and shown beside it",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "state": thing("the State"),
            "cycle": thing("the cycle"),
            "question": thing("the question"),
            "fingerprint": thing("the hash of the question's text"),
            "questionnaire": thing("the questionnaire"),
            "value": thing("the State's answer"),
            "remarks": thing("the State's remarks"),
            "cited": thing("the documents it cites"),
            "origin": thing("how it came in"),
            "given_by": personal("who gave it"),
            "given_at": thing("when"),
            "seen": thing("the version that was seen"),
        },
    ),
    Keep(
        "assessment_questions.Settled",
        "what became of a contested answer: taken as the next version (answer), or left (answer is null), and",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "contested": thing("the contested answer"),
            "answer": thing("the answer"),
            "reason": thing("why, in words"),
            "settled_by": personal("who settled it"),
            "settled_at": thing("when"),
        },
    ),
    Keep(
        "assessment_questions.Delegated",
        "a section of a questionnaire given to a unit from now on; an empty unit takes it back",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "state": thing("the State"),
            "cycle": thing("the cycle"),
            "questionnaire": thing("the questionnaire"),
            "section": thing("the section"),
            "unit": thing("the unit"),
            "delegated_by": personal("who gave it over"),
            "delegated_at": thing("when"),
        },
    ),
)
