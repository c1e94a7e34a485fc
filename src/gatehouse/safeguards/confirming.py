"""Makes a `ConfirmedMatch` of a person's decision that the kernel allowed. Only `gatehouse.screening.review` imports
this.

The contract "Only review confirms a match" in `pyproject.toml` holds it.
"""

from __future__ import annotations

import datetime as dt

from gatehouse.safeguards.confirmed import ConfirmedMatch
from gatehouse.safeguards.decision import Allow
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass

GROUNDS_MAX = 4000
"""Characters of what the person wrote."""


def confirm(allowed: Allow, decided_at: dt.datetime, grounds: str) -> ConfirmedMatch:
    """The match that these persons confirmed, for the grounds they wrote.

    Refuses with ValueError: an answer to another question than whether this hit may be decided, one that was allowed
    without a second person (dismissing needs none, confirming does), the machine, a time without a zone, and no
    grounds.
    """
    asked = allowed.asked if isinstance(allowed, Allow) else None
    if asked is None or asked.act is not Act.DECIDE or asked.subject.kind is not SubjectClass.HIT:
        raise ValueError("this is no leave to decide a hit; ask the kernel for act `decide` on that hit")
    if asked.actor.role is Role.MACHINE or not asked.actor.id or not asked.subject.ref:
        raise ValueError("a person decides about a named hit")
    if not allowed.second or allowed.second == asked.actor.id:
        raise ValueError("a match is confirmed by two persons; ask again with the second one in the context")
    if decided_at.tzinfo is None or not grounds.strip() or len(grounds) > GROUNDS_MAX:
        raise ValueError(f"a decision has its time, with a zone, and its grounds, {GROUNDS_MAX} characters at most")
    match = object.__new__(ConfirmedMatch)
    values = {
        "hit": asked.subject.ref,
        "decided_by": asked.actor.id,
        "second": allowed.second,
        "decided_at": decided_at,
        "grounds": grounds,
        "rule": allowed.rule,
        "provision": allowed.provision,
        "purpose": asked.purpose,
    }
    for name, value in values.items():
        object.__setattr__(match, name, value)
    return match
