"""Drafts: kept as typed, changed by their author alone, and never overwritten by an older text."""

from __future__ import annotations

from django.db.models import F, QuerySet
from django.utils import timezone

from gatehouse.records import Visit, opened
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.authoring.errors import AuthoringError
from gatehouse.screening.authoring.models import Draft
from gatehouse.screening.bulk import fresh_ids
from gatehouse.terms.saying import Saying

TEXT_CHARS_MAX = 64_000
"""A criterion that is longer is read by nobody."""


def begin(visit: Visit, text: str) -> int:
    """A new draft with this text; its number."""
    # Taken before the door is opened, because the entry names it.
    number = next(fresh_ids(Draft, 1))
    with opened(visit, Act.CRITERIA_WRITE, subject_of(number)):
        Draft.objects.create(pk=number, author=visit.actor.id, text=_bounded(text))
    return number


def save(visit: Visit, number: int, text: str, saves: int) -> None:
    """Keep a draft's text. `saves` is the count that the text was written upon.

    Raises `AuthoringError` for another person's draft, a closed one, and a text that was saved meanwhile elsewhere.
    """
    draft = own(visit, number)
    if draft.text == text:
        return
    with opened(visit, Act.CRITERIA_WRITE, subject_of(number)):
        standing = Draft.objects.filter(pk=number, saves=saves, closed_at=None)
        if not standing.update(text=_bounded(text), saves=F("saves") + 1, saved_at=timezone.now()):
            raise AuthoringError(
                Saying("this draft was saved in another window meanwhile, or put away"),
                Saying("compare both texts; sent once more, this one takes the other's place"),
            )


def close(visit: Visit, number: int) -> None:
    """Put a draft away. Its text stays on record."""
    own(visit, number)
    with opened(visit, Act.CRITERIA_WRITE, subject_of(number)):
        Draft.objects.filter(pk=number, closed_at=None).update(closed_at=timezone.now())


def own(visit: Visit, number: int) -> Draft:
    """A draft of the visitor's own. `AuthoringError` for one that is not there or another person's."""
    draft = Draft.objects.filter(pk=number).first()
    if draft is None or draft.author != visit.actor.id:
        raise AuthoringError(
            Saying("draft %(number)s is not yours", number=number),
            Saying("only its author changes a draft; begin one of your own"),
        )
    return draft


def standing() -> QuerySet[Draft]:
    """The drafts that are being written, the last saved first."""
    return Draft.objects.filter(closed_at=None).order_by("-saved_at", "-pk")


def subject_of(number: int) -> Subject:
    """How the kernel and the log name a draft."""
    return Subject(SubjectClass.CRITERION, f"criterion:draft-{number}")


def _bounded(text: str) -> str:
    if len(text) > TEXT_CHARS_MAX or "\x00" in text:
        raise AuthoringError(
            Saying("a criterion has at most %(most)s characters, none of them null", most=TEXT_CHARS_MAX),
            Saying("shorten it"),
        )
    return text
