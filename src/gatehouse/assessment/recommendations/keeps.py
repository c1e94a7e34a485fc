"""What this room keeps: what States say and what is found about them. Of people, only who acted, by reference."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, personal, thing

KEEPS = (
    Keep(
        "assessment_recommendations.Recommendation",
        "a recommendation as it stands",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "state": thing("the State"),
            "cycle": thing("the cycle"),
            "number": thing("its number"),
            "text": personal("words that may name people"),
            "obligation": thing("the obligation"),
            "priority": thing("priority"),
            "owner": thing("owner"),
            "obstacle": thing("obstacle"),
            "indicator": thing("indicator"),
            "stage": thing("how far it is"),
            "acceptance": thing("acceptance"),
            "reply": thing("what it answered"),
            "report_on": thing("report on"),
            "drafted_by": personal("who, by the reference of their account"),
            "adopted_by": personal("who adopted it"),
            "shared_at": thing("when it was shared"),
            "edition": thing("how often it changed"),
            "made_at": thing("when"),
        },
    ),
    Keep(
        "assessment_recommendations.RecommendationVersion",
        "what a recommendation said in an edition, and who wrote it; never changed",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "recommendation": thing("recommendation"),
            "edition": thing("how often it changed"),
            "said": thing("what was said"),
            "by": personal("who, by the reference of their account"),
            "at": thing("when"),
        },
    ),
    Keep(
        "assessment_recommendations.FollowsFrom",
        "a finding that a recommendation follows from, by the finding's number",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "recommendation": thing("recommendation"),
            "finding": thing("the finding"),
        },
    ),
)
