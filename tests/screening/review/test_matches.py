"""A confirmed match comes from two persons' stored decision, for as long as it stands and the law lets it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import timezone

from gatehouse.records import RefusedError
from gatehouse.safeguards.confirmed import ConfirmedMatch
from gatehouse.screening.review import decisions, matches, reopening
from gatehouse.screening.review.acting import Said
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.models import Act, Review
from reviewing import ANALYST, ASKING, BY_DOCUMENT, NAME_ONLY, OTHER_SENIOR, SENIOR, Screening, look


@pytest.fixture(autouse=True)
def hit(screening: Screening) -> None:
    screening.fly(screening.ann())


def confirm() -> None:
    decisions.decide(ANALYST, look(), Answer.SAME, BY_DOCUMENT)
    decisions.agree(SENIOR, look(), Said())


def test_it_says_who_decided_with_whom_when_and_why() -> None:
    confirm()
    match = matches.confirmed_match(look().hit)
    agreed = Act.objects.latest("number")
    assert isinstance(match, ConfirmedMatch)
    assert (match.hit, match.decided_by, match.second) == (f"hit:{look().hit}", "account:1", "account:2")
    assert (match.decided_at, match.rule, match.purpose) == (agreed.at, "confirm-a-hit", "screening")
    assert match.grounds == f"the same document: {BY_DOCUMENT.text}"


@pytest.mark.parametrize("answer", [Answer.SAME, Answer.NOT_SAME])
def test_one_persons_word_makes_none(answer: Answer) -> None:
    decisions.decide(ANALYST, look(), answer, BY_DOCUMENT if answer is Answer.SAME else NAME_ONLY)
    with pytest.raises(ReviewError, match="no two persons"):
        matches.confirmed_match(look().hit)


def test_a_match_that_is_questioned_or_reopened_is_none() -> None:
    confirm()
    reopening.ask(ASKING, look(), Said("mistake", "read wrongly"))
    with pytest.raises(ReviewError):
        matches.confirmed_match(look().hit)
    reopening.agree(OTHER_SENIOR, look(), Said())
    with pytest.raises(ReviewError):
        matches.confirmed_match(look().hit)


def test_a_row_that_says_confirmed_without_two_acts_makes_none() -> None:
    Review.objects.update(state="confirmed")
    with pytest.raises(ReviewError):
        matches.confirmed_match(look().hit)


def test_one_person_who_stands_for_two_makes_none() -> None:
    confirm()
    proposal = Act.objects.get(number=1)
    review = Review.objects.get()
    Act.objects.create(
        review=review, number=3, event="match-agreed", state="confirmed", at=timezone.now(), actor=proposal.actor,
        role="senior-analyst", purpose="screening",
    )  # fmt: skip
    with pytest.raises(RefusedError):
        matches.confirmed_match(look().hit)


def test_a_law_that_no_longer_names_the_purpose_undoes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    confirm()
    from gatehouse.records import law

    class Other:
        profile = replace(law.law().profile, purposes=())
        standing = staticmethod(law.law().standing)

    monkeypatch.setattr(law, "_IN_FORCE", [Other()])
    with pytest.raises(RefusedError):
        matches.confirmed_match(look().hit)
