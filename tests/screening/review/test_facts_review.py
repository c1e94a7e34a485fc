"""What the safeguards are told of a hit is what is stored."""

from __future__ import annotations

from gatehouse.records import subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.screening.review import decisions
from gatehouse.screening.review.acting import Said
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.models import Review
from reviewing import ANALYST, BY_DOCUMENT, SENIOR, Screening, look


def test_unit_and_who_confirmed(screening: Screening) -> None:
    screening.fly(screening.ann())
    about = subject(SubjectClass.HIT, f"hit:{look().hit}")
    assert (about.unit, about.confirmed_by) == (None, None)
    decisions.decide(ANALYST, look(), Answer.SAME, BY_DOCUMENT)
    Review.objects.update(unit="north")
    assert subject(SubjectClass.HIT, about.ref).confirmed_by is None
    Review.objects.update(unit=None)
    decisions.agree(SENIOR, look(), Said())
    assert subject(SubjectClass.HIT, about.ref).confirmed_by == "account:1"


def test_a_hit_that_is_not_there_has_no_facts(screening: Screening) -> None:
    del screening
    assert subject(SubjectClass.HIT, "hit:404").confirmed_by is None
