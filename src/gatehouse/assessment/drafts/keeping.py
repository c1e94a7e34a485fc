"""A draft kept, found again by whoever wrote it, and dropped when what was typed is given."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from gatehouse.assessment.acting import acting
from gatehouse.assessment.drafts.errors import DraftError
from gatehouse.assessment.drafts.models import KEY_CHARS_MAX, Draft
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.terms.saying import Saying

TYPED_CHARS_MAX = 400_000
DRAFTS_MAX = 500
"""Of one person: whoever has more has left most of them."""
Typed = Mapping[str, list[str]]
"""The values of each field of a form, as a browser sends them."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as its writer finds it again."""

    key: str
    typed: dict[str, list[str]]
    kept_at: dt.datetime


def keep(actor: Actor, about: Subject, key: str, typed: Typed) -> Kept:
    """Keep what was typed, in the place of what was kept before. The log is told when a draft begins.

    `about` is what the actor may see and writes on. Raises `DraftError` for more than fits.
    """
    told = {name: list(values) for name, values in typed.items()}
    if len(json.dumps(told)) > TYPED_CHARS_MAX or len(key) > KEY_CHARS_MAX:
        raise DraftError(Saying("this is longer than a draft can be; keep a part of it elsewhere"))
    with acting(actor, "draft.kept", about) as acted:
        is_new = not Draft.objects.filter(who=actor.id, key=key).exists()
        if is_new and Draft.objects.filter(who=actor.id).count() >= DRAFTS_MAX:
            raise DraftError(
                Saying("there are %(most)s drafts of yours; give or throw away some of them", most=DRAFTS_MAX)
            )
        row, made = Draft.objects.update_or_create(who=actor.id, key=key, defaults={"typed": told})
        acted.silent = not made
    return _kept(row)


def found(actor: Actor, key: str) -> Kept | None:
    """The draft of this form that this person kept; None where there is none."""
    row = Draft.objects.filter(who=actor.id, key=key).first()
    return _kept(row) if row else None


def all_of(actor: Actor) -> list[Kept]:
    """Every draft of this person, the last one first."""
    return [_kept(row) for row in Draft.objects.filter(who=actor.id).order_by("-kept_at", "-pk")]


def drop(actor: Actor, key: str) -> None:
    """Forget a draft: what was typed is given, or its writer threw it away."""
    Draft.objects.filter(who=actor.id, key=key).delete()


def _kept(row: Draft) -> Kept:
    return Kept(row.key, row.typed, row.kept_at)
