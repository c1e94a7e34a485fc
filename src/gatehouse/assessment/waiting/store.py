"""Acts of two: begun by one, looked at by another, then done or declined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.utils import timezone

from gatehouse.assessment.acting import Given, acting, may_do, tell_refusal
from gatehouse.assessment.confidentiality.reading import cut_rows
from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.waiting.errors import WaitingError
from gatehouse.assessment.waiting.models import Begun
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Role
from gatehouse.terms.saying import Saying

WORDS_CHARS_MAX = 8_000


def begin(
    actor: Actor,
    told: str,
    piece: Subject,
    words: str = "",
    said: Mapping[str, object] | None = None,
    requester: str | None = None,
) -> Begun:
    """Begin an act of two: the log says that a second person is needed. Nothing is done yet. `requester` is who made
    what is to be decided.

    Raises `WaitingError` where the same act on this piece waits already, `NotAllowedError` for who may not begin it.
    """
    if len(words) > WORDS_CHARS_MAX:
        raise WaitingError(Saying("say it in at most %(most)s characters", most=WORDS_CHARS_MAX))
    try:
        with acting(actor, told, piece, given=Given(words or None, None, requester, begins=True)):
            return Begun.objects.create(
                ref=piece.ref, told=told, words=words, said=dict(said or {}), by=actor.id, role=actor.role.value
            )
    except IntegrityError:
        raise WaitingError(
            Saying("this waits for a second person already; have it agreed to or declined first")
        ) from None


def open_waiting(actor: Actor, piece: Subject) -> list[Begun]:
    """What waits on a piece, for who may see the piece, without the words that are kept from them; not to be saved."""
    with acting(actor, "material.opened", piece) as acted:
        rows = Begun.objects.filter(ref=piece.ref, ended_at=None).order_by("pk")
        found = cut_rows(actor, [(piece, row) for row in rows], "words")
        acted.details["items"] = len(found)
    return found


def first_of(row: Begun) -> Actor:
    """Who began it, in the role in which they did."""
    return Actor(row.by, Role(row.role))


@contextmanager
def finishing(second: Actor, row: Begun) -> Iterator[Actor]:
    """Do the act in the block, as the first person (the value) with the second: it and the end of waiting are one.

    Raises `WaitingError` where it waits no longer. A refusal of the kernel ends nothing, and is in the log.
    """
    try:
        with transaction.atomic():
            _end(row, second, agreed=True)
            yield first_of(row)
    except NotAllowedError as fault:
        tell_refusal(fault, row.told)
        raise


def may_agree(second: Actor, row: Begun, piece: Subject, requester: str | None = None) -> bool:
    """Whether this person could be the second: for showing the way, never in place of asking."""
    return may_do(first_of(row), row.told, piece, Given(row.words or None, second, requester))


def decline(actor: Actor, row: Begun, piece: Subject, requester: str | None = None) -> None:
    """Let it not be done: whoever began it, or who could agree to it. Raises `WaitingError` for anybody else."""
    if actor.id != row.by and not may_agree(actor, row, piece, requester):
        raise WaitingError(Saying("leave it to whoever began it, or to a second person"))
    with acting(actor, "second.declined", piece):
        _end(row, actor, agreed=False)


def _end(row: Begun, by: Actor, *, agreed: bool) -> None:
    waiting = Begun.objects.filter(pk=row.pk, ended_at=None)
    if not waiting.update(ended_by=by.id, ended_at=timezone.now(), agreed=agreed):
        raise WaitingError(Saying("this waits no longer: it was done or declined meanwhile"))
