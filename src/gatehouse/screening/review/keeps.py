"""What review keeps: what people did with each hit, what is remembered of decided pairs; and whom a hit keeps.

A hit that waits for a person, or that two persons confirmed, keeps its traveller from being masked and from the short
clock, until the last clock runs out. One that was cleared keeps nobody. Beyond the last clock it takes a hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from gatehouse.safeguards.vocabulary import Element
from gatehouse.screening.review.states import CONFIRMED
from gatehouse.terms.keep import Clock, Keep, Masking, personal, thing

if TYPE_CHECKING:
    from gatehouse.retention.told import Asked, Told

_WORDS = Element.GENERAL_REMARKS
KEPT = """
SELECT h.traveller_id, min(h.id) FROM hits_hit h LEFT JOIN review_review r ON r.hit_id = h.id
WHERE h.traveller_id = ANY(%s) AND (r.waiting OR r.state = %s OR (r.hit_id IS NULL AND h.state = 'open'))
GROUP BY h.traveller_id
"""

KEEPS = (
    Keep(
        "review.Review",
        "a hit in the hands of people",
        "screening",
        Clock.TRAVELLER,
        {
            "hit": thing("the hit"),
            "leg": thing("the flight"),
            "list": thing("the list"),
            "score": personal("how alike the two are"),
            "state": personal("what people made of it so far"),
            "waiting": thing("whether somebody is to look at it"),
            "due": thing("when the flight departs"),
            "unit": thing("whose work it is"),
            "assignee": personal("whose work it is, by reference"),
            "version": thing("how many acts there were"),
            "confirmed_by": personal("who confirmed it first, by reference"),
            "earlier": thing("the act by which the pair was cleared before"),
            "since": thing("since when it stands so"),
        },
        owner="traveller",
        via=("hit_id", "traveller_id"),
    ),
    Keep(
        "review.Act",
        "one thing that was done to a hit",
        "screening",
        Clock.TRAVELLER,
        {
            "id": thing("its number"),
            "review": thing("the hit"),
            "number": thing("which act on the hit"),
            "event": personal("what was done"),
            "state": personal("how the hit stood then"),
            "at": thing("when"),
            "actor": personal("who did it, by reference"),
            "role": thing("in which role"),
            "unit": thing("in which unit"),
            "purpose": thing("for which purpose"),
            "reference": thing("under which reference"),
            "reason": thing("on which ground, as a code"),
            "text": personal("why, in words", _WORDS, Masking.BLANKED),
            "to": personal("to whom it was given, by reference"),
            "seen": thing("which version of the hit was looked at"),
            "answers": thing("the act of another person that it answers"),
            "rule": thing("the kernel's rule"),
            "provision": thing("the provision"),
        },
        owner="traveller",
        via=("review_id", "hit_id", "traveller_id"),
    ),
    Keep(
        "review.Memory",
        "what a decision said of a pair, for the next time it comes",
        "screening",
        Clock.TRAVELLER,
        {
            "id": thing("its number"),
            "act": thing("the decision"),
            "answer": personal("what it was"),
            "list": thing("the list"),
            "entry_id": thing("the entry's own number in the list"),
            "entry_evidence": personal("a keyed hash of the entry"),
            "evidence": personal("keyed hashes of what was compared: no name and no number"),
            "ended_at": thing("until when it is in force"),
        },
        owner="traveller",
        via=("act_id", "review_id", "hit_id", "traveller_id"),
    ),
    Keep(
        "review.PairKey",
        "a keyed hash by which a remembered pair is found",
        "screening",
        Clock.TRAVELLER,
        {
            "id": thing("its number"),
            "memory": thing("what is remembered"),
            "key": personal("a keyed hash of list, entry and document number"),
        },
        owner="traveller",
        via=("memory_id", "act_id", "review_id", "hit_id", "traveller_id"),
    ),
    Keep(
        "review.SavedView",
        "a view of the queue that somebody named",
        "upkeep",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "owner": personal("whose it is, by reference"),
            "name": thing("how they call it"),
            "query": thing("what it filters"),
            "created_at": thing("when it was made"),
        },
    ),
)


def kept_by(travellers: Sequence[int]) -> Mapping[int, str]:
    """Which of these travellers a hit keeps, and which one: `hit:12`. Not beyond the last clock."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(KEPT, [list(travellers), CONFIRMED])
        return {traveller: f"hit:{hit}" for traveller, hit in cursor.fetchall()}


def told_of(asked: Asked) -> Iterator[Told]:
    """What was done to the hits of a person: what was decided about each, why and in which words, and not by whom."""
    from gatehouse.retention.told import Told
    from gatehouse.screening.review.models import Act

    acts = Act.objects.filter(review__hit__traveller__in=asked.travellers).order_by("review", "number")
    for one in acts.select_related("review"):
        said = {"event": one.event, "state": one.state, "reason": one.reason, "text": one.text, "role": one.role}
        yield Told("decision", {"at": f"{one.at:%Y-%m-%dT%H:%M}", "list": one.review.list, **said})
