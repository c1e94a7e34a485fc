"""Acts of two on one page: which function of which room does what one person began, once another agrees.

A row for each act that waits in the room `waiting`; the piece it is about is found by its reference.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, cast

from django.db.models import Model

from gatehouse.assessment.assistance import needs
from gatehouse.assessment.assistance.models import Need
from gatehouse.assessment.errors import AssessmentError
from gatehouse.assessment.follow_up import progress
from gatehouse.assessment.recommendations import store as recommendations
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.reports import freezing
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.visits import lists
from gatehouse.assessment.visits.models import VisitList
from gatehouse.assessment.waiting.models import Begun
from gatehouse.assessment.waiting.store import decline, finishing, may_agree
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.terms.saying import Saying

Piece = Recommendation | VisitList | Need | FrozenReport
"""What an act of two is about."""


class Pair(NamedTuple):
    """The first person, who began, and the second, who agrees."""

    first: Actor
    second: Actor


class _Of(NamedTuple):
    """Pieces of a kind: their table, the facts about one, and the column of who made it, where that decides."""

    model: type[Model]
    about: Callable[[Any], Subject]
    maker: str = ""
    beside: tuple[str, ...] = ("state", "cycle")


PIECES = {
    "recommendation": _Of(Recommendation, recommendations.subject_of, "drafted_by"),
    "visits": _Of(VisitList, lists.subject_of, "made_by", ()),
    "need": _Of(Need, needs.subject_of, beside=("state",)),
    "report": _Of(FrozenReport, freezing.subject_of, "frozen_by"),
}


def pieces_waiting(rows: Iterable[Begun]) -> dict[str, Piece]:
    """The pieces that these wait on, by reference; those that are gone are left out. A query for each kind."""
    refs: dict[str, set[int]] = {}
    for row in rows:
        kind, _colon, number = row.ref.partition(":")
        refs.setdefault(kind, set()).add(int(number))
    found: dict[str, Piece] = {}
    for kind, numbers in refs.items():
        of = PIECES[kind]
        pieces = of.model._default_manager.filter(pk__in=numbers)
        for piece in pieces.select_related(*of.beside) if of.beside else pieces:
            found[f"{kind}:{piece.pk}"] = cast(Piece, piece)
    return found


def piece_waiting(row: Begun) -> Piece:
    """The piece that something waits on. Raises `AssessmentError` where it is gone."""
    found = pieces_waiting([row]).get(row.ref)
    if found is None:
        raise AssessmentError(Saying("what this was about is not there any more"))
    return found


def about_waiting(row: Begun) -> Subject:
    """The facts about the piece that something waits on."""
    return _about(row, piece_waiting(row))


def could_agree(second: Actor, row: Begun, piece: Piece | None = None) -> bool:
    """Whether this person could be the second: for showing the way, never in place of asking. `piece` where it is at
    hand.
    """
    found = piece or piece_waiting(row)
    return may_agree(second, row, _about(row, found), _maker(row, found))


def let_go(actor: Actor, row: Begun) -> None:
    """Let what waits not be done: whoever began it takes it back, or who could agree to it declines it."""
    piece = piece_waiting(row)
    decline(actor, row, _about(row, piece), _maker(row, piece))


def _about(row: Begun, piece: Piece) -> Subject:
    return PIECES[row.ref.partition(":")[0]].about(piece)


def _maker(row: Begun, piece: Piece) -> str | None:
    column = PIECES[row.ref.partition(":")[0]].maker
    return str(getattr(piece, column)) if column else None


def agree(second: Actor, row: Begun) -> None:
    """Do what waits, by both. Raises what the act raises; then it waits still."""
    piece = piece_waiting(row)
    with finishing(second, row) as first:
        ACTS[row.told](Pair(first, second), piece, row)


def _verified(by: Pair, piece: Recommendation, row: Begun) -> None:
    said = row.said
    on, further_help = dt.date.fromisoformat(said["on"]), bool(said["further_help"])
    found = progress.Found(said["decision"], row.words, on, tuple(said["evidence"]), further_help)
    progress.decide(by.first, by.second, piece, found)


def _adopted(by: Pair, piece: Recommendation, row: Begun) -> None:
    recommendations.adopt(by.first, by.second, piece, dt.date.fromisoformat(row.said["report_on"]))


ACTS: dict[str, Callable[[Pair, Any, Begun], object]] = {
    "progress.verified": _verified,
    "recommendation.adopted": _adopted,
    "recommendation.shared": lambda by, piece, row: recommendations.share(by.first, by.second, piece, row.words),
    "visits.adopted": lambda by, piece, _row: lists.adopt(by.first, by.second, piece),
    "need.shared": lambda by, piece, row: needs.share_need(by.first, by.second, piece, row.words),
    "report.adopted": lambda by, piece, _row: freezing.adopt(by.first, by.second, piece),
    "report.shared": lambda by, piece, row: freezing.share(by.first, by.second, piece, row.words),
    "report.published": lambda by, piece, row: freezing.publish(by.first, by.second, piece, row.words),
}
"""By what the log calls it."""
