"""The facts about a hit that the safeguards' conditions look at, from what is stored."""

from __future__ import annotations

from gatehouse.records import known_by
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.screening.review.models import Review


def reference(hit: int) -> str:
    """How the log and the kernel name a hit."""
    return f"hit:{hit}"


def facts_of(ref: str) -> Subject:
    """The unit that a hit was given to, and who confirmed it. A hit that is not there has no facts."""
    found = Review.objects.filter(hit_id=int(ref.partition(":")[2])).values_list("unit", "confirmed_by").first()
    unit, confirmed_by = found or (None, None)
    return Subject(SubjectClass.HIT, ref, unit=unit, confirmed_by=confirmed_by)


def register() -> None:
    """Tell the one door how hits are known."""
    known_by(SubjectClass.HIT, facts_of)
