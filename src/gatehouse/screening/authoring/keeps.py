"""What this room keeps: texts of criteria and how their trials went. Nobody's data: a trial keeps sums alone."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, thing

KEEPS = (
    Keep(
        "authoring.Draft",
        "a criterion that is being written",
        "criteria",
        Clock.NONE,
        {
            "id": thing("its number"),
            "author": thing("the author's account, by reference"),
            "text": thing("the file's text, as typed"),
            "saves": thing("how often it was saved"),
            "begun_at": thing("since when"),
            "saved_at": thing("when it was saved last"),
            "closed_at": thing("when its author put it away"),
        },
    ),
    Keep(
        "authoring.Trial",
        "a criterion that was sent to be tried on history",
        "criteria",
        Clock.NONE,
        {
            "id": thing("its number"),
            "draft": thing("the draft"),
            "identifier": thing("the criterion"),
            "version": thing("its version"),
            "text": thing("the file's text, as it was sent"),
            "month": thing("the month whose journeys it is tried on; blank: all"),
            "state": thing("how far it is"),
            "asked_by": thing("who sent it, by reference"),
            "asked_at": thing("when"),
            "taken_at": thing("when a worker took it up"),
            "ended_at": thing("when it ended"),
            "journeys": thing("how many journeys were gone through"),
            "takes": thing("how often it was taken up"),
            "fault": thing("why it failed"),
        },
    ),
)
